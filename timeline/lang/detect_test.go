package lang

import (
	"strings"
	"testing"
)

func TestDetect(t *testing.T) {
	for text, want := range map[string]string{
		"Le ministre a signé hier un accord avec les deux pays, selon la radio d'État.":     "fr",
		"The minister signed an agreement with both countries yesterday, state radio said.": "en",
		"Министр подписал соглашение":                                                       "",
		"I saw that I was late.": "en",
		// A first line in another language does not tell that of the rest.
		"La Voix du Nord (Lille), le 4 mars. From our correspondent: " + strings.Repeat("The mayor said that she would not be there. ", 12): "en",
		"": "",
	} {
		if got, share := Detect(text); got != want {
			t.Errorf("%q is %q (%.2f), want %q", text, got, share, want)
		}
	}
}

// TestFunctionWordsAreThePacks: the quick reading of the list is that of the
// whole pack.
func TestFunctionWordsAreThePacks(t *testing.T) {
	d := detectors()
	for n, code := range d.codes {
		p, err := Get(code)
		if err != nil {
			t.Fatal(err)
		}
		quick, whole := 0, 0
		for _, e := range p.vocab.entries {
			if e.func_ {
				whole++
			}
		}
		for id, e := range d.words.entries {
			if d.of[id]>>n&1 == 0 {
				continue
			}
			quick++
			if e.hash != 0 && !p.vocab.entries[p.vocab.find(e.hash, e.text)].func_ {
				t.Errorf("%s: %q is a function word for the detector alone", code, e.text)
			}
		}
		if quick != whole || quick < 100 {
			t.Errorf("%s: %d function words for the detector, %d in the pack", code, quick, whole)
		}
	}
}
