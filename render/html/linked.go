package html

import (
	"github.com/frise-timeline/frise/timeline"
)

// most events that JSON-LD repeats: search engines read no more, and a page of
// thousands should not carry them twice.
const mostLinked = 200

type linkedList struct {
	Context string       `json:"@context"`
	Type    string       `json:"@type"`
	Name    string       `json:"name"`
	Items   []linkedItem `json:"itemListElement"`
}

type linkedItem struct {
	Type     string      `json:"@type"`
	Position int         `json:"position"`
	Item     linkedEvent `json:"item"`
}

type linkedEvent struct {
	Type  string   `json:"@type"`
	Name  string   `json:"name"`
	Start string   `json:"startDate"`
	End   string   `json:"endDate,omitempty"`
	About []string `json:"citation,omitempty"`
}

// linkedData lists the events that have an exact ISO day, as schema.org Events.
func linkedData(t timeline.Timeline, title string) any {
	list := linkedList{Context: "https://schema.org", Type: "ItemList", Name: title}
	urls := map[string]string{}
	for _, a := range t.Articles {
		urls[a.ID] = webAddress(a.URL)
	}
	for i := range t.Events {
		e := &t.Events[i]
		if len(datetime(e.Date)) != 10 || e.Date != datetime(e.Date) || e.Status != "" || len(list.Items) == mostLinked {
			continue
		}
		item := linkedEvent{Type: "Event", Name: e.Title, Start: e.Date}
		if e.End != e.Start {
			item.End = e.End
		}
		for _, s := range e.Sources {
			if url := urls[s.Article]; url != "" && len(item.About) < 5 {
				item.About = append(item.About, url)
			}
		}
		list.Items = append(list.Items, linkedItem{"ListItem", len(list.Items) + 1, item})
	}
	if len(list.Items) == 0 {
		return nil
	}
	return list
}
