package timeline

import (
	"strings"
	"testing"

	"github.com/frise-timeline/frise/timeline/tempo"
)

// TestRelate states how two dates stand to each other. "pub" is the day on
// which an article with no date of its own appeared, "today" one that its article
// says to be that of its writing.
func TestRelate(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want relation
	}{
		{"2024-06-19", "2024-06-19", sameDay},
		{"2024-06", "2024-06", sameCoarse},
		{"2024-06", "2024-06-19", refined},
		{"2024", "2024-06-19", refined},
		{"2024-06-19", "2024-05?/2024-08?", guessed}, // no text says the stretch
		{"2024-06-01?/2024-07-02?", "2024-05?/2024-08?", guessed},
		{"2024-06", "2024-07-01", apart},
		{"199X", "1995-03-04", apart},
		{"2020/2023", "2021-05-01", apart},
		{"2024-06-18", "2024-06-20", conflicted},
		{"2024-06-16", "2024-06-20", apart},
		{"today 2024-06-18", "2024-06-19", conflicted},
		{"today 2024-06-18", "today 2024-06-19", apart},
		{"today 2024-06-18", "today 2024-06-18", sameDay},
		{"pub 2024-06-20", "2024-06-19", reported},
		{"pub 2024-06-20", "2024-06-17", successive}, // three days old
		{"pub 2024-06-19", "2024-06-20", apart},      // no news is of the day after
		{"pub 2024-06-19?", "2024-06-20", surmised},  // unless its day is only inferred
		{"pub 2024-06-18", "pub 2024-06-20", successive},
		{"pub 2024-06-18", "pub 2024-06-20?", surmised},
		{"pub 2024-06-18", "2024-06-15/2024-06-16", reported}, // the weekend before
		{"pub 2024-07-01", "2024-06", reported},               // the first news of the month after
		{"2024-07-01", "2024-06", apart},
		{"pub 2024-07-09", "2024-06", apart},
	} {
		when := func(date string) when {
			date, published := strings.CutPrefix(date, "pub ")
			date, today := strings.CutPrefix(date, "today ")
			s, err := tempo.ParseEDTF(date)
			if err != nil {
				t.Fatal(err)
			}
			w := whenOf(s)
			w.published, w.today = published, today
			return w
		}
		a, b := when(c.a), when(c.b)
		if got, back := relate(&a, &b), relate(&b, &a); got != c.want || back != c.want {
			t.Errorf("%s and %s: %q and %q, want %q", c.a, c.b, relationNames[got], relationNames[back], relationNames[c.want])
		}
	}
}
