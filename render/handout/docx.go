package handout

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"image"
	_ "image/jpeg" // the logo's size is read from its header
	_ "image/png"
	"io"
	"strings"

	"github.com/frise-timeline/frise/timeline"
)

// DOCX writes the handout as an Office Open XML document (ECMA-376, the
// transitional kind that Word and LibreOffice write): real headings, tables
// whose rows do not split, page numbers, and A4 or Letter as asked for.
func DOCX(w io.Writer, t timeline.Timeline, o Options) error {
	d, err := compose(t, o)
	if err != nil {
		return err
	}
	b := &docxBody{d: d, fullWidth: 10200}
	if d.o.Paper == "letter" {
		b.fullWidth = 10500
	}
	parts := []struct{ name, text string }{
		{"[Content_Types].xml", docxTypes},
		{"_rels/.rels", docxRels},
		{"docProps/core.xml", fmt.Sprintf(docxCore, escape(d.title), d.labels.Lang)},
		{"word/document.xml", b.document()},
		{"word/styles.xml", d.docxStyles()},
		{"word/footer1.xml", fmt.Sprintf(docxFooter, escape(d.o.Style.School))},
		{"word/_rels/document.xml.rels", d.docxDocumentRels()},
	}
	archive := zip.NewWriter(w)
	for _, part := range parts {
		entry, err := archive.Create(part.name) // no time stamp: the same handout is the same file
		if err != nil {
			return err
		}
		if _, err := io.WriteString(entry, part.text); err != nil {
			return err
		}
	}
	if name := d.logoName(); name != "" {
		entry, err := archive.Create("word/media/" + name)
		if err != nil {
			return err
		}
		if _, err := entry.Write(d.o.Logo); err != nil {
			return err
		}
	}
	return archive.Close()
}

func (d document) logoName() string {
	switch logoType(d.o.Logo) {
	case "image/png":
		return "logo.png"
	case "image/jpeg":
		return "logo.jpeg"
	}
	return ""
}

// logoSize is the logo's size in EMU (914,400 an inch), at most 14 mm high and 40 mm wide.
func (d document) logoSize() (width, height int, ok bool) {
	config, _, err := image.DecodeConfig(bytes.NewReader(d.o.Logo))
	if err != nil || config.Width == 0 || config.Height == 0 {
		return 0, 0, false
	}
	const mm = 36_000
	height = 14 * mm
	width = int(float64(height) * float64(config.Width) / float64(config.Height))
	if width > 40*mm {
		width, height = 40*mm, int(40*mm*float64(config.Height)/float64(config.Width))
	}
	return width, height, true
}

func (d document) docxDocumentRels() string {
	const rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	var b strings.Builder
	b.WriteString(xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	fmt.Fprintf(&b, `<Relationship Id="rId1" Type="%s/styles" Target="styles.xml"/>`, rel)
	fmt.Fprintf(&b, `<Relationship Id="rId2" Type="%s/footer" Target="footer1.xml"/>`, rel)
	if name := d.logoName(); name != "" {
		fmt.Fprintf(&b, `<Relationship Id="rId3" Type="%s/image" Target="media/%s"/>`, rel, name)
	}
	b.WriteString(`</Relationships>`)
	return b.String()
}

// docxStyles sets fonts, colours and sizes once, so that a teacher changes them in one place.
func (d document) docxStyles() string {
	s := d.o.Style
	half := func(factor float64) int { return int(d.o.points() * 2 * factor) }
	accent, ink, lang := strings.TrimPrefix(s.Accent, "#"), strings.TrimPrefix(s.Ink, "#"), "en-GB"
	if d.labels.Lang == "fr" {
		lang = "fr-FR"
	}
	fonts := func(name string) string {
		return fmt.Sprintf(`<w:rFonts w:ascii="%[1]s" w:hAnsi="%[1]s" w:cs="%[1]s" w:eastAsia="%[1]s"/>`, escape(name))
	}
	var b strings.Builder
	b.WriteString(xml.Header + `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>`)
	fmt.Fprintf(&b, `%s<w:color w:val="%s"/><w:sz w:val="%d"/><w:szCs w:val="%[3]d"/><w:lang w:val="%s"/>`, fonts(s.Body), ink, half(1), lang)
	b.WriteString(`</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="40" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`)
	b.WriteString(`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>`)
	based := func(base, id, name, paragraph, run string) {
		fmt.Fprintf(&b, `<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="%s"/><w:pPr>%s</w:pPr><w:rPr>%s</w:rPr></w:style>`, id, name, base, paragraph, run)
	}
	style := func(id, name, paragraph, run string) { based("Normal", id, name, paragraph, run) }
	heading := fonts(s.Heading)
	style("School", "School", `<w:keepNext/>`, heading+fmt.Sprintf(`<w:color w:val="444444"/><w:sz w:val="%d"/>`, half(.85)))
	style("Heading1", "heading 1", `<w:keepNext/><w:spacing w:after="0"/><w:outlineLvl w:val="0"/>`, heading+fmt.Sprintf(`<w:b/><w:color w:val="%s"/><w:sz w:val="%d"/>`, accent, half(1.5)))
	style("Heading2", "heading 2", fmt.Sprintf(`<w:keepNext/><w:pBdr><w:bottom w:val="single" w:sz="12" w:space="4" w:color="%s"/></w:pBdr><w:spacing w:after="160"/><w:outlineLvl w:val="1"/>`, accent), heading+fmt.Sprintf(`<w:sz w:val="%d"/>`, half(1.05)))
	style("Heading3", "heading 3", `<w:keepNext/><w:spacing w:before="240" w:after="60"/><w:outlineLvl w:val="2"/>`, heading+fmt.Sprintf(`<w:b/><w:color w:val="%s"/><w:sz w:val="%d"/>`, accent, half(1.05)))
	style("Box", "Box", `<w:spacing w:before="60" w:after="60"/>`, fmt.Sprintf(`<w:sz w:val="%d"/>`, half(1.9)))
	style("Task", "Task", `<w:spacing w:before="80" w:after="160"/>`, `<w:b/>`)
	style("Date", "Date", ``, heading+fmt.Sprintf(`<w:b/><w:color w:val="%s"/>`, accent))
	style("EventTitle", "Event title", ``, `<w:b/>`)
	style("Quote", "Quote", fmt.Sprintf(`<w:pBdr><w:left w:val="single" w:sz="12" w:space="6" w:color="%s"/></w:pBdr><w:spacing w:before="40" w:after="0"/><w:ind w:left="160"/>`, strings.TrimPrefix(s.Rule, "#")), ``)
	style("From", "From", fmt.Sprintf(`<w:pBdr><w:left w:val="single" w:sz="12" w:space="6" w:color="%s"/></w:pBdr><w:spacing w:after="60"/><w:ind w:left="160"/>`, strings.TrimPrefix(s.Rule, "#")), fmt.Sprintf(`<w:color w:val="444444"/><w:sz w:val="%d"/>`, half(.82)))
	card := min(d.o.points(), 12.5) // eight a page leave no room for more
	size := func(factor float64) string { return fmt.Sprintf(`<w:sz w:val="%d"/>`, int(card*2*factor)) }
	based("EventTitle", "CardTitle", "Card title", ``, size(1.1))
	based("Quote", "CardQuote", "Card quote", ``, size(.95))
	based("From", "CardFrom", "Card source", ``, size(.75))
	b.WriteString(`</w:styles>`)
	return b.String()
}

func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a strings.Builder takes everything
	return b.String()
}

const docxTypes = xml.Header + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

const docxRels = xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

const docxCore = xml.Header + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>%s</dc:title><dc:language>%s</dc:language></cp:coreProperties>`

const docxFooter = xml.Header + `<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr><w:tabs><w:tab w:val="right" w:pos="10200"/></w:tabs></w:pPr><w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t xml:space="preserve">%s</w:t></w:r><w:r><w:tab/></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t>1</w:t></w:r></w:fldSimple><w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t xml:space="preserve"> / </w:t></w:r><w:fldSimple w:instr=" NUMPAGES "><w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>`
