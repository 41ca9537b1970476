package handout

import (
	"encoding/xml"
	"fmt"
	"strings"
)

// A docxBody writes word/document.xml. Lengths are in twentieths of a point.
type docxBody struct {
	strings.Builder
	d         document
	fullWidth int
}

const docxNamespaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"`

func (b *docxBody) document() string {
	b.WriteString(xml.Header + `<w:document ` + docxNamespaces + `><w:body>`)
	for i, s := range b.d.sheets {
		b.head(s, i > 0)
		switch {
		case s.kind == "key":
			b.key(s)
		case s.kind == "cards":
			b.cards(s)
		default:
			b.events(s)
		}
		b.glossary(s)
	}
	width, height := 11906, 16838
	if b.d.o.Paper == "letter" {
		width, height = 12240, 15840
	}
	fmt.Fprintf(b, `<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="%d" w:h="%d"/><w:pgMar w:top="850" w:right="850" w:bottom="850" w:left="850" w:header="500" w:footer="450" w:gutter="0"/></w:sectPr>`, width, height)
	b.WriteString(`</w:body></w:document>`)
	return b.String()
}

// head writes the top of a sheet, on a new page but for the first.
func (b *docxBody) head(s sheet, newPage bool) {
	pageBreak := ""
	if newPage {
		pageBreak = `<w:pageBreakBefore/>`
	}
	if logo := b.logo(); logo != "" || b.d.o.Style.School != "" {
		b.paragraph("School", pageBreak, logo+run("", b.d.o.Style.School))
		pageBreak = ""
	}
	size := ""
	if s.kind == "cards" {
		size = `<w:sz w:val="30"/>` // leaves room for four rows of cards
	}
	b.paragraph("Heading1", pageBreak, run(size, b.d.title))
	heading := run("", s.heading)
	if s.version != "" {
		heading += run("<w:b/>", " – "+b.d.print.Version+" "+s.version)
	}
	b.paragraph("Heading2", "", heading)
	if s.kind == "key" {
		return
	}
	if s.kind != "full" && s.kind != "cards" {
		third := b.fullWidth / 4
		tabs := fmt.Sprintf(`<w:tabs><w:tab w:val="left" w:leader="underscore" w:pos="%d"/><w:tab w:val="left" w:leader="underscore" w:pos="%d"/><w:tab w:val="left" w:leader="underscore" w:pos="%d"/></w:tabs>`, 2*third-150, 3*third-150, 4*third-150)
		b.paragraph("", tabs, run("", b.d.print.Name+" ")+tab+run("", " "+b.d.print.Class+" ")+tab+run("", " "+b.d.print.Day+" ")+tab)
	}
	if size != "" {
		size = `<w:sz w:val="22"/>`
	}
	b.paragraph("Task", "", run(size, s.task))
	if len(s.bank) > 0 {
		border := ""
		for _, side := range []string{"top", "left", "bottom", "right"} {
			border += fmt.Sprintf(`<w:%s w:val="single" w:sz="6" w:space="6" w:color="8A8A8A"/>`, side)
		}
		b.paragraph("", `<w:pBdr>`+border+`</w:pBdr><w:spacing w:before="120" w:after="240"/><w:ind w:left="160" w:right="160"/>`, run("", strings.Join(unbreakable(s.bank), "    ")))
	}
}

// unbreakable keeps each date on one line.
func unbreakable(list []string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = strings.ReplaceAll(s, " ", "\u00a0")
	}
	return out
}

func (b *docxBody) logo() string {
	width, height, ok := b.d.logoSize()
	if !ok {
		return ""
	}
	return fmt.Sprintf(`<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%[1]d" cy="%[2]d"/><wp:docPr id="1" name="logo"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rId3"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%[1]d" cy="%[2]d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r><w:r><w:t xml:space="preserve">  </w:t></w:r>`, width, height)
}

const (
	tab       = `<w:r><w:tab/></w:r>`
	underline = `<w:u w:val="single"/>`
)

// run is a stretch of text in one formatting.
func run(format, text string) string {
	if text == "" {
		return ""
	}
	if format != "" {
		format = `<w:rPr>` + format + `</w:rPr>`
	}
	return `<w:r>` + format + `<w:t xml:space="preserve">` + escape(text) + `</w:t></w:r>`
}

func (b *docxBody) paragraph(style, format, runs string) {
	if style != "" {
		style = `<w:pStyle w:val="` + style + `"/>`
	}
	fmt.Fprintf(b, `<w:p><w:pPr>%s%s</w:pPr>%s</w:p>`, style, format, runs)
}

// table begins a table of fixed columns with thin lines between its rows.
func (b *docxBody) table(borders string, widths ...int) {
	b.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="` + fmt.Sprint(sum(widths)) + `" w:type="dxa"/><w:tblBorders>` + borders + `</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="70" w:type="dxa"/><w:left w:w="60" w:type="dxa"/><w:bottom w:w="70" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>`)
	for _, w := range widths {
		fmt.Fprintf(b, `<w:gridCol w:w="%d"/>`, w)
	}
	b.WriteString(`</w:tblGrid>`)
}

func sum(widths []int) (total int) {
	for _, w := range widths {
		total += w
	}
	return total
}

func (b *docxBody) cell(width int, format string, content func()) {
	fmt.Fprintf(b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/>%s</w:tcPr>`, width, format)
	content()
	b.WriteString(`</w:tc>`)
}

const rowLines = `<w:insideH w:val="single" w:sz="4" w:space="0" w:color="8A8A8A"/>`

// events writes the rows of every kind but cards and keys.
func (b *docxBody) events(s sheet) {
	mark, date := 0, b.fullWidth*22/100
	switch s.kind {
	case "blank-dates":
		mark = 500
	case "quotes":
		mark, date = 500, 0
	case "shuffle":
		mark, date = 900, 0
	}
	var widths []int
	for _, w := range []int{mark, date, b.fullWidth - mark - date} {
		if w > 0 {
			widths = append(widths, w)
		}
	}
	b.table(rowLines, widths...)
	for _, r := range s.rows {
		b.WriteString(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		if mark > 0 {
			b.cell(mark, ``, func() {
				if s.kind == "shuffle" {
					b.paragraph("Box", "", run("", "☐"))
					return
				}
				b.paragraph("Date", "", run("", r.mark))
			})
		}
		if date > 0 {
			b.cell(date, ``, func() { b.dateCell(r, date) })
		}
		b.cell(widths[len(widths)-1], `<w:vAlign w:val="`+map[bool]string{true: "center", false: "top"}[s.kind == "shuffle"]+`"/>`, func() { b.event(s, r) })
		b.WriteString(`</w:tr>`)
	}
	b.WriteString(`</w:tbl>`)
	b.paragraph("", `<w:spacing w:after="0"/>`, "")
}

func (b *docxBody) dateCell(r row, width int) {
	if r.date != "" {
		b.paragraph("Date", "", run("", r.date))
		return
	}
	b.paragraph("", fmt.Sprintf(`<w:tabs><w:tab w:val="left" w:leader="underscore" w:pos="%d"/></w:tabs>`, width-250), tab)
}

func (b *docxBody) event(s sheet, r row) {
	if r.title != "" {
		b.paragraph("EventTitle", "", run("", r.title)+status(r))
	}
	for _, q := range r.quotes {
		b.paragraph("Quote", "", b.words(q))
		b.paragraph("From", "", run("", b.from(q)))
	}
	if s.kind == "quotes" {
		b.paragraph("", `<w:tabs><w:tab w:val="left" w:leader="underscore" w:pos="5200"/></w:tabs><w:spacing w:before="120" w:after="60"/>`, run("", b.d.print.WhichDay+" ")+tab)
	}
}

func status(r row) string {
	if r.status == "" {
		return ""
	}
	return run(`<w:b w:val="0"/><w:i/>`, " ("+r.status+")")
}

func (b *docxBody) words(q quote) string {
	middle := run(underline, q.expression)
	if q.masked {
		middle = run("", "………………")
	}
	return run("", b.d.print.OpenQuote+q.before) + middle + run("", q.after+b.d.print.CloseQuote)
}

func (b *docxBody) from(q quote) string {
	if q.date == "" {
		return q.article
	}
	return q.article + " — " + strings.ReplaceAll(b.d.print.Published, "{n}", q.date)
}

func (b *docxBody) key(s sheet) {
	widths := []int{1000, 3000, b.fullWidth - 4000}
	b.table(rowLines, widths...)
	b.WriteString(`<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
	for i, text := range []string{"", b.d.print.DateHead, b.d.print.EventHead} {
		b.cell(widths[i], ``, func() { b.paragraph("Date", "", run("", text)) })
	}
	b.WriteString(`</w:tr>`)
	for _, r := range s.rows {
		b.WriteString(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		b.cell(widths[0], ``, func() { b.paragraph("Date", "", run("", r.mark)) })
		b.cell(widths[1], ``, func() { b.paragraph("Date", "", run("", r.date)) })
		b.cell(widths[2], ``, func() { b.paragraph("", "", run("", r.title)+status(r)) })
		b.WriteString(`</w:tr>`)
	}
	b.WriteString(`</w:tbl>`)
	b.paragraph("", `<w:spacing w:after="0"/>`, "")
}

// cards are two a row and four rows a page, with dashed lines to cut along.
func (b *docxBody) cards(s sheet) {
	borders := ""
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		borders += `<w:` + side + ` w:val="dashed" w:sz="6" w:space="0" w:color="555555"/>`
	}
	half := b.fullWidth / 2
	height := 3100
	if b.d.o.Paper == "letter" {
		height = 2850
	}
	b.table(borders, half, half)
	for i := 0; i < len(s.rows); i += 2 {
		fmt.Fprintf(b, `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="%d" w:hRule="exact"/></w:trPr>`, height)
		for j := i; j < i+2; j++ {
			b.cell(half, `<w:tcMar><w:top w:w="170" w:type="dxa"/><w:left w:w="200" w:type="dxa"/><w:bottom w:w="100" w:type="dxa"/><w:right w:w="200" w:type="dxa"/></w:tcMar>`, func() {
				if j >= len(s.rows) {
					b.paragraph("", "", "")
					return
				}
				r := s.rows[j]
				b.paragraph("CardTitle", "", run(`<w:color w:val="`+strings.TrimPrefix(b.d.o.Style.Accent, "#")+`"/>`, r.mark+"  ")+run("", r.title)+status(r))
				for _, q := range r.quotes {
					b.paragraph("CardQuote", "", b.words(q))
					b.paragraph("CardFrom", "", run("", b.from(q)))
				}
			})
		}
		b.WriteString(`</w:tr>`)
	}
	b.WriteString(`</w:tbl>`)
	b.paragraph("", `<w:spacing w:after="0"/>`, "")
}

func (b *docxBody) glossary(s sheet) {
	if len(s.glossary) == 0 {
		return
	}
	b.paragraph("Heading3", "", run("", b.d.print.Glossary))
	var names []string
	for _, g := range s.glossary {
		names = append(names, g.name+" ("+g.kind+")")
	}
	b.paragraph("", "", run("", strings.Join(unbreakable(names), " · ")))
}
