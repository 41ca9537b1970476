package lang

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/olebedev/when"
	"github.com/olebedev/when/rules/common"
	whenen "github.com/olebedev/when/rules/en"
)

// The references beside which our figures are read: how fast this machine
// hashes bytes at all, an ordinary regular expression for French dates, and a
// well-known English date parser that has to be called again after each hit.

func BenchmarkReferenceByteScan(b *testing.B) {
	b.SetBytes(int64(len(text)))
	const hashPrime = 16777619 // of FNV-1a
	sum := uint32(0)
	for b.Loop() {
		for i := 0; i < len(text); i++ {
			sum = (sum ^ uint32(text[i])) * hashPrime
		}
	}
	if sum == 1 {
		b.Log(sum) // keeps the loop
	}
}

func BenchmarkReferenceRegexp(b *testing.B) {
	date := regexp.MustCompile(`(?i)\b(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\s+)?(?:\d{1,2}(?:er)?\s+)?` +
		`(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?:\s+\d{4})?`)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if len(date.FindAllStringIndex(text, -1)) == 0 {
			b.Fatal("no date")
		}
	}
}

func BenchmarkReferenceWhen(b *testing.B) {
	w := when.New(nil)
	w.Add(whenen.All...)
	w.Add(common.All...)
	english := strings.Repeat("The two delegations met last Wednesday and found no agreement on the calendar of the withdrawal, nor on the "+
		"prisoners whom their families claim. ", 20)
	base := time.Date(2024, 6, 19, 0, 0, 0, 0, time.UTC)
	b.SetBytes(int64(len(english)))
	for b.Loop() {
		rest := english
		for {
			r, err := w.Parse(rest, base)
			if err != nil {
				b.Fatal(err)
			}
			if r == nil || r.Index+len(r.Text) >= len(rest) {
				break
			}
			rest = rest[r.Index+len(r.Text):]
		}
	}
}
