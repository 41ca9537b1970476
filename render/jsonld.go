package render

import (
	"io"

	"github.com/frise-timeline/frise/render/words"
	"github.com/frise-timeline/frise/timeline"
)

type (
	ldGraph struct {
		Context    []any   `json:"@context"`
		Type       string  `json:"@type"`
		Name       string  `json:"name,omitempty"`
		InLanguage string  `json:"inLanguage,omitempty"`
		Order      string  `json:"itemListOrder"`
		Number     int     `json:"numberOfItems"`
		Items      []ldRow `json:"itemListElement"`
	}
	ldRow struct {
		Type     string  `json:"@type"`
		Position int     `json:"position"`
		Item     ldEvent `json:"item"`
	}
	ldEvent struct {
		ID          string      `json:"@id"`
		Type        string      `json:"@type"`
		Name        string      `json:"name"`
		Description string      `json:"description,omitempty"`
		StartDate   string      `json:"startDate,omitempty"`
		EndDate     string      `json:"endDate,omitempty"`
		EDTF        ldEDTF      `json:"dcterms:date"`
		Temporal    string      `json:"disambiguatingDescription,omitempty"`
		Keywords    string      `json:"keywords,omitempty"`
		Status      string      `json:"eventStatus,omitempty"`
		About       []ldNamed   `json:"about,omitempty"`
		Places      []ldNamed   `json:"location,omitempty"`
		Articles    []ldArticle `json:"subjectOf,omitempty"`
	}
	ldEDTF struct {
		Type  string `json:"@type"`
		Value string `json:"@value"`
	}
	ldNamed struct {
		Type string `json:"@type"`
		Name string `json:"name"`
	}
	ldArticle struct {
		Type      string   `json:"@type"`
		Name      string   `json:"headline"`
		URL       string   `json:"url,omitempty"`
		Published string   `json:"datePublished,omitempty"`
		Language  string   `json:"inLanguage,omitempty"`
		Publisher *ldNamed `json:"publisher,omitempty"`
	}
)

// JSONLD writes schema.org events in an ItemList. The EDTF date stands beside
// start and end as dcterms:date of the Library of Congress's datatype, since
// schema.org's dates know neither decades nor doubt.
func JSONLD(w io.Writer, t timeline.Timeline, o Options) error {
	labels := words.For(o.lang(t))
	out := ldGraph{
		Context: []any{"https://schema.org", map[string]string{
			"dcterms": "http://purl.org/dc/terms/", "edtf": "http://id.loc.gov/datatypes/edtf/"}},
		Type: "ItemList", Name: oneLine(t.Title), InLanguage: o.lang(t), Order: "https://schema.org/ItemListOrderAscending",
		Number: len(t.Events), Items: []ldRow{},
	}
	byID := t.Lookup()
	for i, e := range chronological(t.Events) {
		out.Items = append(out.Items, ldRow{"ListItem", i + 1, ldEventOf(e, byID, labels)})
	}
	return writeJSON(w, out, o)
}

func ldEventOf(e timeline.Event, byID articleFinder, labels *words.Words) ldEvent {
	item := ldEvent{ID: "#" + xmlID(e.ID), Type: "Event", Name: oneLine(e.Title), Description: oneLine(e.Text),
		StartDate: e.Start, EndDate: e.End, EDTF: ldEDTF{"edtf:EDTF", e.Date}, Temporal: label(e), Keywords: e.Type}
	if e.Status == "cancelled" {
		item.Status = "https://schema.org/EventCancelled"
	}
	for _, a := range e.Actors {
		name := labelled(labels.Organisations, a)
		kind := "Organization"
		if _, organisation := labels.Organisations[a]; !organisation && len(a) == 3 {
			kind = "Country"
		}
		item.About = append(item.About, ldNamed{kind, name})
	}
	for _, p := range e.People {
		item.About = append(item.About, ldNamed{"Person", p})
	}
	for _, p := range e.Places {
		item.Places = append(item.Places, ldNamed{"Place", p})
	}
	for _, a := range articlesOf(&e, byID) {
		article := ldArticle{Type: "NewsArticle", Name: oneLine(a.Title), URL: webAddress(a.URL), Language: a.Lang}
		if article.Name == "" {
			article.Name = a.ID
		}
		if d, ok := parseDay(a.Date); ok {
			article.Published = d.iso()
		}
		if a.Source != "" {
			article.Publisher = &ldNamed{"Organization", oneLine(a.Source)}
		}
		item.Articles = append(item.Articles, article)
	}
	return item
}
