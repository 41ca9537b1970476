package actor

import (
	"strings"
	"testing"

	"golang.org/x/text/language"
	"gopkg.in/yaml.v3"
	"os"
	"path/filepath"
)

// members are the United Nations' 193 and its two observer states.
const members = `AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA BRA BRN BGR BFA BDI
CPV KHM CMR CAN CAF TCD CHL CHN COL COM COG COD CRI CIV HRV CUB CYP CZE DNK DJI DMA DOM ECU EGY SLV GNQ ERI EST SWZ ETH FJI FIN
FRA GAB GMB GEO DEU GHA GRC GRD GTM GIN GNB GUY HTI HND HUN ISL IND IDN IRN IRQ IRL ISR ITA JAM JPN JOR KAZ KEN KIR PRK KOR KWT
KGZ LAO LVA LBN LSO LBR LBY LIE LTU LUX MDG MWI MYS MDV MLI MLT MHL MRT MUS MEX FSM MDA MCO MNG MNE MAR MOZ MMR NAM NRU NPL NLD
NZL NIC NER NGA MKD NOR OMN PAK PLW PAN PNG PRY PER PHL POL PRT QAT ROU RUS RWA KNA LCA VCT WSM SMR STP SAU SEN SRB SYC SLE SGP
SVK SVN SLB SOM ZAF SSD ESP LKA SDN SUR SWE CHE SYR TJK TZA THA TLS TGO TON TTO TUN TUR TKM TUV UGA UKR ARE GBR USA URY UZB VUT
VEN VNM YEM ZMB ZWE PSE VAT`

var languages = []string{"fr", "en"}

func TestEveryStateIsNamed(t *testing.T) {
	codes := strings.Fields(members)
	if len(codes) != 195 {
		t.Fatalf("%d states in the test's list, 195 are wanted", len(codes))
	}
	for _, lang := range languages {
		l := load(t, lang)
		have := map[string]map[Kind]bool{}
		for _, c := range l.cands {
			if c.class == classState {
				code := l.codes[c.code]
				if have[code] == nil {
					have[code] = map[Kind]bool{}
				}
				have[code][c.kind] = true
			}
		}
		for _, code := range codes {
			for kind, word := range map[Kind]string{Name: "name", Demonym: "demonym", Capital: "capital"} {
				// A state that bears its capital's name needs no other word for it.
				if !have[code][kind] && !(kind == Capital && (have[code][Name] || have[code][Demonym])) {
					t.Errorf("%s: %s has no %s", lang, code, word)
				}
			}
		}
		for code := range have {
			if _, err := language.ParseRegion(code); err != nil && code != "XKX" && !former(code) {
				t.Errorf("%s: %s is no ISO 3166 code", lang, code)
			}
		}
	}
}

// TestNamesAreOfOneCode finds phrases that stand for two states or organisations without a "?".
func TestNamesAreOfOneCode(t *testing.T) {
	for _, lang := range languages {
		l := load(t, lang)
		phrases := phrasesOf(t, l, lang)
		for phrase, at := range phrases {
			codes := map[string]bool{}
			for c := l.nodes[at].first; c >= 0; c = l.cands[c].next {
				ca := &l.cands[c]
				if ca.class <= classPlace && !ca.shared {
					codes[l.codes[ca.code]] = true
				}
			}
			if len(codes) > 1 {
				t.Errorf("%s: %q stands for %v", lang, phrase, codes)
			}
		}
	}
}

// phrasesOf lists the phrases of actors.yaml as the file writes them.
func phrasesOf(t *testing.T, l *Lexicon, lang string) map[string]int32 {
	data, err := os.ReadFile(filepath.Join("..", "lang", lang, "actors.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		States, Places, Organisations map[string]string
	}
	if err := yaml.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	out := map[string]int32{}
	for _, section := range []map[string]string{doc.States, doc.Places, doc.Organisations} {
		for _, line := range section {
			for _, p := range strings.FieldsFunc(line, func(r rune) bool { return r == ',' || r == ';' || r == '/' }) {
				p = strings.Trim(p, " ~?")
				h := uint64(0)
				for _, w := range hashes(p) {
					h = chain(h, w.fold)
				}
				if at, _ := l.words.get(h); h != 0 && at > 0 {
					out[p] = at
				}
			}
		}
	}
	return out
}

// TestHashesDiffer makes sure that no two phrases or words of a language share a hash.
func TestHashesDiffer(t *testing.T) {
	for _, lang := range languages {
		l := load(t, lang)
		seen := map[uint64]bool{}
		for _, s := range l.words.slots {
			if s.key != 0 && seen[s.key] {
				t.Errorf("%s: hash %x twice", lang, s.key)
			}
			seen[s.key] = true
		}
	}
}

func TestEveryTypeHasVerbsAndNouns(t *testing.T) {
	for _, lang := range languages {
		l := load(t, lang)
		verbs, nouns := map[uint8]int{}, map[uint8]int{}
		isVerb := map[int32]bool{}
		for _, f := range l.forms {
			if f.verb >= 0 {
				isVerb[f.verb] = true
			}
		}
		for id := range l.lemmas {
			for _, r := range l.lemmas[id].rules {
				if isVerb[int32(id)] {
					verbs[r.act]++
				} else {
					nouns[r.act]++
				}
			}
		}
		for i := 1; i < len(types); i++ {
			if verbs[uint8(i)] == 0 || nouns[uint8(i)] == 0 {
				t.Errorf("%s: %s has %d verb and %d noun patterns", lang, types[i], verbs[uint8(i)], nouns[uint8(i)])
			}
		}
	}
}

// TestLeadersMeet makes sure that the languages know the same people, under the same keys.
func TestLeadersMeet(t *testing.T) {
	fr, en := load(t, "fr"), load(t, "en")
	for _, pair := range [][2]*Lexicon{{fr, en}, {en, fr}} {
		for key, of := range pair[0].leaders {
			if other, ok := pair[1].leaders[key]; !ok || pair[1].codes[other] != pair[0].codes[of] {
				t.Errorf("%s: %q of %s is not so in %s", pair[0].Lang, key, pair[0].codes[of], pair[1].Lang)
			}
		}
	}
}
