package html

import (
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"html/template"
	"io/fs"
	"strings"
)

//go:embed all:dist
var dist embed.FS

//go:embed style tmpl cdn.json cdn.js
var files embed.FS

// HowToBundle tells what is missing where the page's script was not built in.
const HowToBundle = "this frise was built without the page's script, so the page holds the list and a static drawing only; " +
	"build it with `npm ci && npm run build` in render/html/web before `go build`, or use --assets cdn"

// Notice says what a page written with these options will lack, and how to get
// it; empty where it lacks nothing. It is for the person at the terminal.
func Notice(o Options) string {
	o, err := o.complete()
	if err != nil || o.Mode == "fragment" || o.Mode == "embed" {
		return ""
	}
	return assetsFor(o, dist).notice
}

// Assets gives the files that a page written in page mode refers to, by name;
// nothing where the bundle was not built in or the page loads from a CDN.
func Assets() map[string][]byte {
	script, style, ok := bundle(dist)
	files := map[string][]byte{}
	css := pageStyle("")
	if ok {
		css = pageStyle(style)
		files[assetName(script, "js")] = []byte(script)
	}
	files[assetName(css, "css")] = []byte(css)
	return files
}

// assetName carries a hash of the content, so that a cache never mixes versions.
func assetName(content, extension string) string {
	sum := sha256.Sum256([]byte(content))
	return "frise." + hex.EncodeToString(sum[:4]) + "." + extension
}

// pageAssets are what a document needs beside its own markup.
type pageAssets struct {
	script, style         string   // inlined, or the content of the files that are linked
	scriptFile, styleFile string   // where linked
	remote                []remote // from a CDN
	notice                string
}

// A remote is a file on a CDN with the hash that the browser checks.
type remote struct {
	URL       string `json:"url"`
	Integrity string `json:"integrity"`
}

// Script says whether a remote is a script and not a style sheet.
func (r remote) Script() bool { return strings.HasSuffix(r.URL, ".js") }

func assetsFor(o Options, built fs.FS) *pageAssets {
	script, style, ok := bundle(built)
	a := &pageAssets{}
	switch {
	case o.Assets == "none":
		style = ""
	case o.Assets == "cdn":
		a.remote = cdnFiles()
		a.script, style = sourceFile("cdn.js"), ""
	case ok:
		a.script = script
	default:
		a.notice = HowToBundle
	}
	a.style = pageStyle(style)
	if o.Mode == "page" {
		a.styleFile = o.AssetsURL + assetName(a.style, "css")
		if a.script != "" && o.Assets == "inline" {
			a.scriptFile = o.AssetsURL + assetName(a.script, "js")
		}
		if o.Assets != "inline" {
			a.styleFile = ""
		}
	}
	return a
}

// bundle reads what `npm run build` made, if it was there when frise was built.
func bundle(built fs.FS) (script, style string, ok bool) {
	js, err := fs.ReadFile(built, "dist/frise.js")
	if err != nil {
		return "", "", false
	}
	css, err := fs.ReadFile(built, "dist/frise.css")
	if err != nil {
		return "", "", false
	}
	return strings.TrimSpace(string(js)), string(css), true
}

// pageStyle is the style of a whole page; chart is the bundle's part of it.
func pageStyle(chart string) string {
	css := styleSheet("tokens.css") + styleSheet("list.css") + styleSheet("page.css") + chart + styleSheet("print.css")
	return minifyCSS(css)
}

func styleSheet(name string) string { return sourceFile("style/" + name) }

// sourceFile reads a file that is part of this package.
func sourceFile(name string) string {
	content, err := files.ReadFile(name)
	if err != nil {
		panic("html: " + err.Error()) // the compiler embedded it
	}
	return string(content)
}

func cdnFiles() []remote {
	var manifest struct {
		Files []remote `json:"files"`
	}
	if err := json.Unmarshal([]byte(sourceFile("cdn.json")), &manifest); err != nil {
		panic("html: cdn.json: " + err.Error())
	}
	return manifest.Files
}

// Style and Script are the inlined contents, None where they are linked.
func (a *pageAssets) Style() template.CSS { return template.CSS(a.style) }
func (a *pageAssets) Script() template.JS { return template.JS(a.script) }

// Accessors for the template.
func (a *pageAssets) HasScript() bool    { return a.script != "" }
func (a *pageAssets) ScriptFile() string { return a.scriptFile }
func (a *pageAssets) StyleFile() string  { return a.styleFile }
func (a *pageAssets) Remote() []remote   { return a.remote }

// Policy is the Content-Security-Policy of a document that carries all it
// needs: its own script and style by hash, the files of the CDN by address,
// and nothing else from anywhere.
func (a *pageAssets) Policy() string {
	if a.styleFile != "" {
		return "" // the site that serves the assets sets its own
	}
	script, style := "", hashSource(a.style)
	if a.script != "" {
		script = hashSource(a.script)
	}
	if len(a.remote) > 0 {
		style = "'unsafe-inline'" // vis-timeline's stand-alone build sets style attributes
	}
	for _, r := range a.remote {
		if r.Script() {
			script += " " + r.URL
		} else {
			style += " " + r.URL
		}
	}
	if script == "" {
		script = "'none'"
	}
	return "default-src 'none'; script-src " + script + "; style-src " + style +
		"; img-src data:; base-uri 'none'; form-action 'none'"
}

func hashSource(content string) string {
	sum := sha256.Sum256([]byte(content))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// minifyCSS drops comments and indentation; the style sheets have no string
// that holds either.
func minifyCSS(css string) string {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(css, "/*")
		b.WriteString(before)
		if !found {
			break
		}
		_, css, _ = strings.Cut(after, "*/")
	}
	var out strings.Builder
	for line := range strings.Lines(b.String()) {
		if line = strings.TrimSpace(line); line != "" {
			out.WriteString(line)
			if !strings.HasSuffix(line, "{") && !strings.HasSuffix(line, ";") && !strings.HasSuffix(line, "}") {
				out.WriteByte(' ')
			}
		}
	}
	return out.String()
}
