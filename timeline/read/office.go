package read

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"iter"
	"strconv"
	"strings"
)

func sniffDOCX(head []byte) bool {
	return sniffZip(head) && bytes.Contains(head, []byte("word/")) && bytes.Contains(head, []byte("[Content_Types].xml"))
}

func sniffODT(head []byte) bool {
	return sniffZip(head) && bytes.Contains(head[:min(len(head), 100)], []byte("mimetypeapplication/vnd.oasis.opendocument.text"))
}

// office is what DOCX and ODT have in common: a ZIP archive with the text in
// one XML file and the document's properties in another.
func (in *Input) office(textFile, propertyFile string, text func(*xml.Decoder) (string, string, error), yield func(Article) error) error {
	b, err := in.all()
	if err != nil {
		return err
	}
	archive, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return &Problem{Msg: "the document is damaged: " + err.Error(), Hint: "open it and save it again"}
	}
	part := func(name string) (*xml.Decoder, error) {
		f, err := archive.Open(name)
		if err != nil {
			return nil, err
		}
		content, err := io.ReadAll(io.LimitReader(f, in.Options.maxSize()+1))
		f.Close()
		if int64(len(content)) > in.Options.maxSize() {
			return nil, errTooLarge
		}
		return xml.NewDecoder(bytes.NewReader(content)), err
	}
	d, err := part(textFile)
	if err != nil {
		return &Problem{Msg: "the document has no text: " + reason(err).Error(), Hint: "an encrypted document is saved without a password first"}
	}
	var a Article
	var heading string
	if a.Text, heading, err = text(d); err != nil {
		return &Problem{Msg: "the document is damaged: " + err.Error(), Hint: "open it and save it again"}
	}
	if d, err := part(propertyFile); err == nil {
		in.properties(&a, d)
	}
	if a.Title == "" {
		a.Title = heading
	}
	if a.Title == "" {
		a.Title = firstLineTitle(a.Text)
	}
	if strings.TrimSpace(a.Text) == "" {
		return &Problem{Msg: "the document has no text"}
	}
	return yield(a)
}

// properties reads a document's title, author and date of creation. That date
// is when somebody made the file, often long after the article came out: it is
// kept as a clue and never becomes the article's date. The language is that of
// the program more often than of the text, and is left out.
func (in *Input) properties(a *Article, d *xml.Decoder) {
	var name string
	for token, err := range tokens(d) {
		if err != nil {
			return
		}
		switch t := token.(type) {
		case xml.StartElement:
			name = t.Name.Local
		case xml.EndElement:
			name = ""
		case xml.CharData:
			value := strings.TrimSpace(string(t))
			if value == "" {
				continue
			}
			switch name {
			case "title":
				a.Title = value
			case "creator":
				a.Meta = map[string]any{"author": value}
			case "created", "creation-date":
				in.addDate(a, "document property", value, 0)
			}
		}
	}
}

// tokens are the tokens of an XML file to its end, or to the first error.
func tokens(d *xml.Decoder) iter.Seq2[xml.Token, error] {
	return func(yield func(xml.Token, error) bool) {
		for {
			token, err := d.Token()
			if err == io.EOF || !yield(token, err) || err != nil {
				return
			}
		}
	}
}

func readDOCX(in *Input, yield func(Article) error) error {
	return in.office("word/document.xml", "docProps/core.xml", docxText, yield)
}

// docxText is the text of WordprocessingML (ISO 29500-1, section 17): runs of w:t, a
// paragraph a w:p. Deleted text, field codes and text boxes' copies are left out.
func docxText(d *xml.Decoder) (text, heading string, err error) {
	var out strings.Builder
	start, skip, inText, title := 0, 0, false, false
	for token, err := range tokens(d) {
		if err != nil {
			return "", "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "del", "moveFrom", "instrText", "delText", "Fallback", "txbxContent":
				skip++
			case "p":
				if skip == 0 { // a text box stands inside a paragraph and has its own
					start, title = out.Len(), false
				}
			case "pStyle":
				if skip > 0 {
					continue
				}
				style := strings.ToLower(xmlAttribute(t, "val"))
				title = style == "title" || style == "titre" || style == "heading1" || style == "titre1"
			case "t":
				inText = true
			case "tab":
				out.WriteByte('\t')
			case "br", "cr":
				out.WriteByte('\n')
			case "noBreakHyphen":
				out.WriteByte('-')
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "del", "moveFrom", "instrText", "delText", "Fallback", "txbxContent":
				skip--
			case "t":
				inText = false
			case "p":
				if skip == 0 {
					heading = endParagraph(&out, start, title, heading)
				}
			}
		case xml.CharData:
			if inText && skip == 0 {
				out.Write(t)
			}
		}
	}
	return strings.TrimRight(out.String(), "\n"), heading, nil
}

// endParagraph ends a paragraph with an empty line if it has text, and returns
// the document's heading, which is the first paragraph styled as one.
func endParagraph(out *strings.Builder, start int, title bool, heading string) string {
	if start > out.Len() {
		start = 0
	}
	text := strings.TrimSpace(out.String()[start:])
	if text == "" {
		return heading
	}
	out.WriteString("\n\n")
	if title && heading == "" {
		return text
	}
	return heading
}

func xmlAttribute(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func readODT(in *Input, yield func(Article) error) error {
	return in.office("content.xml", "meta.xml", odtText, yield)
}

// odtText is the text of an OpenDocument text (ISO 26300-1, section 5): text:p and text:h,
// with text:s for runs of spaces. Notes, comments and tracked deletions are left out.
func odtText(d *xml.Decoder) (text, heading string, err error) {
	var out strings.Builder
	start, skip, body, depth := 0, 0, false, 0
	for token, err := range tokens(d) {
		if err != nil {
			return "", "", err
		}
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "annotation", "tracked-changes", "note", "forms", "sequence-decls":
				skip++
			case "text":
				body = true
			case "p", "h":
				if depth++; depth == 1 {
					start = out.Len()
				}
			case "s":
				n, _ := strconv.Atoi(xmlAttribute(t, "c"))
				out.WriteString(strings.Repeat(" ", min(max(n, 1), 1000)))
			case "tab":
				out.WriteByte('\t')
			case "line-break":
				out.WriteByte('\n')
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "annotation", "tracked-changes", "note", "forms", "sequence-decls":
				skip--
			case "p", "h":
				if depth--; depth == 0 && skip == 0 {
					heading = endParagraph(&out, start, t.Name.Local == "h", heading)
				}
			}
		case xml.CharData:
			if body && depth > 0 && skip == 0 {
				out.Write(t)
			}
		}
	}
	return strings.TrimRight(out.String(), "\n"), heading, nil
}

// damaged is the problem of an archive that cannot be opened.
func damaged(what string, err error) *Problem {
	return &Problem{Msg: fmt.Sprintf("the %s is damaged: %v", what, err)}
}
