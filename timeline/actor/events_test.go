package actor

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// An eventCase is one line of testdata/events.*.txt.
type eventCase struct {
	line                int
	act, actors, people string
	text                string
}

func readEvents(t *testing.T, lang string) []eventCase {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", "events."+lang+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []eventCase
	sc := bufio.NewScanner(f)
	for n := 1; sc.Scan(); n++ {
		if sc.Text() == "" || sc.Text()[0] == '#' {
			continue
		}
		fields := strings.SplitN(sc.Text(), "|", 4)
		if len(fields) != 4 {
			t.Fatalf("events.%s.txt:%d: four fields are wanted", lang, n)
		}
		for i := range fields {
			fields[i] = strings.TrimSpace(fields[i])
		}
		out = append(out, eventCase{n, fields[0], fields[1], fields[2], fields[3]})
	}
	return out
}

// TestEvents measures types, actors, roles, people and status on sentences whose reading was
// decided beforehand: nine of ten are right of each.
func TestEvents(t *testing.T) {
	for _, lang := range languages {
		l := load(t, lang)
		cases := readEvents(t, lang)
		var right, of [5]int
		for _, c := range cases {
			got := l.Find(c.text)
			for i, miss := range [...]string{missedType(c, got), missedStatus(c, got), missedActors(c, got), missedRoles(c, got), missedPeople(c, got)} {
				switch miss {
				case "":
					right[i]++
					of[i]++
				case "-":
				default:
					of[i]++
					t.Logf("events.%s.txt:%d: %s: %s", lang, c.line, miss, c.text)
				}
			}
		}
		for i, what := range [...]string{"types", "status", "actors", "roles", "people"} {
			share := float64(right[i]) / float64(max(of[i], 1))
			t.Logf("%s: %s right: %.3f (%d of %d)", lang, what, share, right[i], of[i])
			if share < 0.9 {
				t.Errorf("%s: %s: %.3f, at least 0.9 are wanted", lang, what, share)
			}
		}
	}
}

func missedType(c eventCase, f Found) string {
	want, _, _ := strings.Cut(c.act, " ")
	if got := f.Act.Type; got != want && !(got == "" && want == "none") {
		return "type " + got + ", not " + want
	}
	return ""
}

func missedStatus(c eventCase, f Found) string {
	kind, want, _ := strings.Cut(c.act, " ")
	if kind == "none" {
		return "-"
	}
	if string(f.Status) != want {
		return "status " + string(f.Status) + ", not " + want
	}
	return ""
}

func missedActors(c eventCase, f Found) string {
	got := f.Actors()
	want := map[string]bool{}
	for _, a := range strings.Fields(c.actors) {
		code := strings.Trim(a, "()<>")
		if want[code] = true; code != "-" && !contains(got, code) && a[0] != '(' {
			return "actors " + strings.Join(got, " ") + ", not " + c.actors
		}
	}
	for _, code := range got {
		if !want[code] {
			return "actors " + strings.Join(got, " ") + ", not " + c.actors
		}
	}
	return ""
}

// missedRoles looks at the marked actors that were found.
func missedRoles(c eventCase, f Found) string {
	roles := map[string]Role{}
	for _, refs := range [...][]Ref{f.States, f.Orgs, f.Places, f.People} {
		for _, r := range refs {
			code := r.Code
			if r.Of != "" {
				code = r.Of
			}
			if roles[code] == NoRole {
				roles[code] = r.Role
			}
		}
	}
	judged := false
	for _, a := range strings.Fields(c.actors) {
		code := strings.Trim(a, "()<>")
		role, found := roles[code]
		want := map[byte]Role{'>': Source, '<': Target}[a[len(a)-1]]
		if want == NoRole || !found {
			continue
		}
		if judged = true; role != want {
			return "role " + role.String() + " of " + a
		}
	}
	if !judged {
		return "-"
	}
	return ""
}

func missedPeople(c eventCase, f Found) string {
	if c.people == "?" {
		return "-"
	}
	got := ""
	for _, r := range f.People {
		got += " " + r.Code + [...]string{"", ">", "<"}[r.Role]
	}
	if c.people == "-" && got == "" {
		return ""
	}
	plain := strings.NewReplacer(">", "", "<", "").Replace
	if strings.TrimSpace(plain(got)) != plain(c.people) {
		return "people" + got + ", not " + c.people
	}
	return ""
}
