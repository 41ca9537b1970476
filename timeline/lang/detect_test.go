package lang

import "testing"

func TestDetect(t *testing.T) {
	for text, want := range map[string]string{
		"Le ministre a signé hier un accord avec les deux pays, selon la radio d'État.":     "fr",
		"The minister signed an agreement with both countries yesterday, state radio said.": "en",
		"Министр подписал соглашение":                                                       "",
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
	for _, code := range Codes() {
		p, err := Get(code)
		if err != nil {
			t.Fatal(err)
		}
		v := detectors()[code]
		quick, whole := 0, 0
		for _, e := range p.vocab.entries {
			if e.func_ {
				whole++
			}
		}
		for _, e := range v.entries {
			if !e.func_ {
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
