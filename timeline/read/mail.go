package read

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"slices"
	"strings"

	"golang.org/x/net/html/charset"
)

// mailHeaders are lines that a saved message begins with.
var mailHeaders = []string{"from:", "to:", "subject:", "date:", "return-path:", "received:", "message-id:", "mime-version:", "delivered-to:", "x-", "reply-to:", "dkim-signature:"}

// sniffMail recognises a saved message by its headers: the first line is one,
// and a subject or sender and a date are among the following.
func sniffMail(head []byte) bool {
	start := strings.ToLower(string(head[:min(len(head), 20)]))
	if !slices.ContainsFunc(mailHeaders, func(h string) bool { return strings.HasPrefix(start, h) }) {
		return false
	}
	lower := "\n" + strings.ToLower(string(head[:min(len(head), 16<<10)]))
	return strings.Contains(lower, "\ndate:") && strings.Contains(lower, "\nfrom:") && (strings.Contains(lower, "\nsubject:") || strings.Contains(lower, "\nmessage-id:"))
}

// decodeHeader resolves the encoded words of a message's header (RFC 2047).
func decodeHeader(s string) string {
	d := mime.WordDecoder{CharsetReader: func(name string, r io.Reader) (io.Reader, error) { return charset.NewReaderLabel(name, r) }}
	if out, err := d.DecodeHeader(s); err == nil {
		return out
	}
	return s
}

// readMail reads a saved message: its plain text, or what its HTML shows.
// Attachments are left out.
func readMail(in *Input, yield func(Article) error) error {
	b, err := in.all()
	if err != nil {
		return err
	}
	m, err := mail.ReadMessage(bytes.NewReader(b))
	if err != nil {
		return &Problem{Msg: fmt.Sprintf("the message cannot be read: %v", err)}
	}
	a := Article{Title: decodeHeader(m.Header.Get("Subject"))}
	if from, err := (&mail.AddressParser{WordDecoder: &mime.WordDecoder{CharsetReader: charset.NewReaderLabel}}).Parse(m.Header.Get("From")); err == nil {
		a.Source = from.Name
		if a.Source == "" {
			a.Source = from.Address
		}
	}
	a.Lang = m.Header.Get("Content-Language")
	in.addDate(&a, "metadata", m.Header.Get("Date"), 0)
	plain, page := mailBody(m.Header.Get("Content-Type"), m.Header.Get("Content-Transfer-Encoding"), m.Body, 0)
	a.Text = plain
	if strings.TrimSpace(plain) == "" {
		a.Text = fragmentText(page)
	}
	if strings.TrimSpace(a.Text) == "" {
		return &Problem{Msg: "the message has no text"}
	}
	return yield(a)
}

// mailBody finds the first plain text and the first HTML of a message or one of its parts.
func mailBody(contentType, transfer string, body io.Reader, depth int) (plain, page string) {
	kind, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		kind = "text/plain"
	}
	if strings.HasPrefix(kind, "multipart/") && depth < 8 {
		parts := multipart.NewReader(body, params["boundary"])
		for {
			part, err := parts.NextRawPart()
			if err != nil {
				return plain, page
			}
			if strings.HasPrefix(part.Header.Get("Content-Disposition"), "attachment") {
				continue
			}
			p, h := mailBody(part.Header.Get("Content-Type"), part.Header.Get("Content-Transfer-Encoding"), part, depth+1)
			if plain == "" {
				plain = p
			}
			if page == "" {
				page = h
			}
		}
	}
	if kind != "text/plain" && kind != "text/html" {
		return "", ""
	}
	switch strings.ToLower(strings.TrimSpace(transfer)) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	b, _ := io.ReadAll(body) // what came before an error is still text
	if name := params["charset"]; name != "" && !strings.EqualFold(name, "utf-8") {
		if r, err := charset.NewReaderLabel(name, bytes.NewReader(b)); err == nil {
			if decoded, err := io.ReadAll(r); err == nil {
				b = decoded
			}
		}
	}
	text, err := decodeText(b)
	if err != nil {
		return "", ""
	}
	if kind == "text/html" {
		return "", text
	}
	return strings.ReplaceAll(text, "\r\n", "\n"), ""
}
