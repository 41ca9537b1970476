package render

// Formats are the formats that frise writes. A new one is a file of this
// package and a line here.
var Formats = []Format{
	{Name: "yaml", Extensions: []string{".yaml", ".yml"}, MediaType: "application/yaml", About: "the timeline itself, to read and to edit", Write: YAML, Stream: streamYAML},
	{Name: "json", Extensions: []string{".json"}, MediaType: "application/json", About: "the same tree for programs", Write: JSON, Stream: streamJSON},
	{Name: "html", Extensions: []string{".html", ".htm"}, MediaType: "text/html; charset=utf-8", About: "the page, or a handout to print", Write: HTML},
	{Name: "svg", Extensions: []string{".svg"}, MediaType: "image/svg+xml", About: "the timeline as a picture", Write: SVG},
	{Name: "docx", Extensions: []string{".docx"}, MediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", About: "a handout for Word and LibreOffice", Binary: true, Write: DOCX},
	{Name: "csv", Extensions: []string{".csv"}, MediaType: "text/csv; charset=utf-8; header=present", About: "one row an event, for a spreadsheet", Write: CSV, Stream: streamCSV},
	{Name: "markdown", Extensions: []string{".md", ".markdown"}, MediaType: "text/markdown; charset=utf-8; variant=CommonMark", About: "for a static site", Write: Markdown},
	{Name: "timelinejs", Extensions: []string{".timeline.json", ".timelinejs.json", ".timelinejs"}, MediaType: "application/json", About: "TimelineJS3's JSON", Write: TimelineJS},
	{Name: "ics", Extensions: []string{".ics"}, MediaType: "text/calendar; charset=utf-8", About: "a calendar of the exact dates (RFC 5545)", Write: ICS},
	{Name: "mermaid", Extensions: []string{".mmd", ".mermaid"}, MediaType: "text/vnd.mermaid", About: "a mermaid timeline diagram", Write: Mermaid},
	{Name: "jsonld", Extensions: []string{".jsonld"}, MediaType: "application/ld+json", About: "schema.org events", Write: JSONLD},
	{Name: "tei", Extensions: []string{".tei.xml", ".tei", ".xml"}, MediaType: "application/tei+xml", About: "TEI P5 with a listEvent", Write: TEI},
	{Name: "bibtex", Extensions: []string{".bib"}, MediaType: "application/x-bibtex", About: "the articles, for BibLaTeX", Write: BibTeX},
	{Name: "ris", Extensions: []string{".ris"}, MediaType: "application/x-research-info-systems", About: "the articles, for Zotero and EndNote", Write: RIS},
}
