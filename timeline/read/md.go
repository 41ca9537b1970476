package read

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
	"gopkg.in/yaml.v3"
)

// readMarkdown reads a Markdown file with or without YAML front matter. The
// article's text is what a reader sees: marks, link targets and code are gone.
func readMarkdown(in *Input, yield func(Article) error) error {
	b, err := in.all()
	if err != nil {
		return err
	}
	src, err := decodeText(b)
	if err != nil {
		return err
	}
	var a Article
	front, body := cutFrontMatter(src)
	if front != "" {
		in.frontMatter(&a, front)
	}
	heading := ""
	a.Text, heading = markdownText([]byte(body))
	if a.Title == "" {
		a.Title = heading
	}
	return yield(a)
}

// cutFrontMatter splits a text at the two lines "---" that enclose its front matter.
func cutFrontMatter(src string) (front, body string) {
	first, rest, ok := strings.Cut(src, "\n")
	if !ok || strings.TrimRight(first, " \t\r") != "---" {
		return "", src
	}
	for at := 0; at < len(rest); {
		line, _, more := strings.Cut(rest[at:], "\n")
		if w := strings.TrimRight(line, " \t\r"); w == "---" || w == "..." {
			return rest[:at], rest[min(len(rest), at+len(line)+1):]
		}
		if !more {
			break
		}
		at += len(line) + 1
	}
	return "", src
}

// frontMatter fills an article from its front matter; lines count from the
// file's first, where the opening "---" stands.
func (in *Input) frontMatter(a *Article, front string) {
	node, err := parseYAML([]byte(front))
	if err != nil {
		line, msg := yamlProblem(err)
		if line > 0 {
			line++
		}
		in.Problem(line, "the front matter is YAML: quote a value that contains \": \"", "the front matter cannot be read: %s", msg)
		return
	}
	if node == nil || node.Kind != yaml.MappingNode {
		return
	}
	var f fields
	f.setAll(node)
	a.ID, a.Title, a.URL, a.Source, a.Lang, a.Meta = f.id, f.title, f.url, f.source, f.lang, f.meta
	in.addDate(a, "front matter", f.date, f.dateLine+1)
}

// markdown parses what GitHub and static sites write; it renders nothing.
var markdown = goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote)).Parser()

// markdownText is the text of a Markdown body, a block per paragraph, and its
// first heading.
func markdownText(src []byte) (body, heading string) {
	var out strings.Builder
	out.Grow(len(src))
	start := 0 // where the block being written begins
	ast.Walk(markdown.Parse(text.NewReader(src)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock, *ast.RawHTML, *ast.Image, *ast.CodeSpan:
			return ast.WalkSkipChildren, nil
		case *ast.Text:
			if entering {
				writeMarkdown(&out, n.Segment.Value(src))
				if n.SoftLineBreak() || n.HardLineBreak() {
					out.WriteByte('\n')
				}
			}
		case *ast.String:
			if entering {
				out.Write(n.Value)
			}
		case *ast.AutoLink:
			if entering {
				out.Write(n.Label(src))
			}
		default:
			if n.Type() != ast.TypeBlock {
				break
			}
			if !entering && out.Len() > start {
				if h, ok := n.(*ast.Heading); ok && heading == "" && h.Level <= 2 {
					heading = strings.TrimSpace(out.String()[start:])
				}
				out.WriteString("\n\n")
			}
			start = out.Len()
		}
		return ast.WalkContinue, nil
	})
	return strings.TrimRight(out.String(), "\n") + "\n", heading
}

// writeMarkdown writes a run of text with its backslash escapes and character
// references resolved.
func writeMarkdown(out *strings.Builder, s []byte) {
	if bytes.IndexByte(s, '\\') < 0 && bytes.IndexByte(s, '&') < 0 {
		out.Write(s)
		return
	}
	out.Write(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(s))))
}
