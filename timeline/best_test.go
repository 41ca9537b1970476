package timeline

import (
	"testing"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// titledDraft is a draft as far as the choice of a title looks at it.
func titledDraft(title, lang, typ string, lead bool, actors ...string) draft {
	day, err := tempo.ParseEDTF("2024-06-19")
	if err != nil {
		panic(err)
	}
	return draft{title: title, lang: lang, typ: typ, lead: lead, actors: actors, span: day, titleGrade: 0.9}
}

func TestTheBestTitle(t *testing.T) {
	day, _ := tempo.ParseEDTF("2024-06-19")
	b := &builder{lang: "fr"}
	for _, c := range []struct {
		name   string
		drafts []draft // the first is the best
	}{
		{"who is party to it", []draft{
			titledDraft("Signature d'un traité de défense entre la Norvège et le Pérou", "fr", "agree", true, "NOR", "PER"),
			titledDraft("Signature du traité pour une entente durable", "fr", "agree", true, "NOR"),
		}},
		{"what most say that it was, not a scene of it", []draft{
			titledDraft("La Norvège et le Pérou signent un traité", "fr", "agree", false, "NOR", "PER"),
			titledDraft("La garde salue les deux délégations", "fr", "consult", false, "NOR", "PER"),
			titledDraft("Un traité lie la Norvège et le Pérou", "fr", "agree", false),
		}},
		{"the language of the timeline", []draft{
			titledDraft("La Norvège et le Pérou signent un traité", "fr", "agree", false, "NOR", "PER"),
			titledDraft("Norway and Peru sign treaty", "en", "agree", false, "NOR", "PER"),
		}},
		{"the news, not what another article tells in passing", []draft{
			titledDraft("Norway and Peru sign treaty", "en", "agree", true, "NOR", "PER"),
			titledDraft("Signature du traité par le Pérou", "fr", "agree", false, "PER"),
		}},
	} {
		for shift := range c.drafts {
			drafts := append(append([]draft{}, c.drafts[shift:]...), c.drafts[:shift]...)
			if got := b.best(drafts, day).title; got != c.drafts[0].title {
				t.Errorf("%s: %q, want %q", c.name, got, c.drafts[0].title)
			}
		}
	}
}
