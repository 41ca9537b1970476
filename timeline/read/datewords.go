package read

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// monthNames are the months as press exports write them, in French and
// English, in full and cut; the index in each row is month minus one.
var monthNames = [][12]string{
	{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"},
	{"janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc"},
	{"janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"},
	{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"},
	{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"},
}

// monthNamed is 1 to 12, or 0 where the word is no month.
func monthNamed(word string) int {
	word = strings.TrimSuffix(strings.ToLower(word), ".")
	for _, row := range monthNames {
		for i, name := range row {
			if name == word {
				return i + 1
			}
		}
	}
	return 0
}

// wordedDate reads a date in words, with whatever stands around it: "mardi 14
// mars 2006, p. 16", "1er mai 2024 à 10h", "June 19, 2024", "juin 2024". It
// wants a month's name with a year, and a day rather than a month alone; the
// time of day and the page are dropped.
func wordedDate(s string) (date string, ok bool, err error) {
	words := strings.FieldsFunc(s, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	coarse := ""
	for i, w := range words {
		m := monthNamed(w)
		if m == 0 {
			continue
		}
		day, next := 0, i+1
		if i > 0 {
			day = dayNumber(words[i-1])
		}
		if day == 0 && next < len(words) { // June 19, 2024
			if d := dayNumber(words[next]); d > 0 {
				day, next = d, next+1
			}
		}
		if next >= len(words) || len(words[next]) != 4 || !digits(words[next]) {
			continue
		}
		year, _ := strconv.Atoi(words[next])
		if day > 0 {
			date, err = makeDay(year, m, day, s)
			return date, err == nil, err
		}
		if coarse == "" && year > 0 {
			coarse = fmt.Sprintf("%04d-%02d", year, m)
		}
	}
	return coarse, coarse != "", nil
}

// dayNumber reads 19, 1er, 2nd; 0 where the word is no day of a month.
func dayNumber(w string) int {
	n := strings.TrimRight(w, "erndsth")
	if len(w)-len(n) > 2 || len(n) > 2 || !digits(n) {
		return 0
	}
	d, _ := strconv.Atoi(n)
	return d
}

// nameDate finds a date in a file's name: a full day anywhere between two
// signs (2024-06-19-title, 20240619_title, title.2024-06-19), a month only at
// the start (2024-06-title). Digits that are no date are just digits.
func nameDate(base string) (date, words string) {
	for i := 0; i < len(base); i++ {
		if i > 0 && alnum(base[i-1]) {
			continue
		}
		for _, n := range []int{10, 8} {
			if i+n > len(base) || i+n < len(base) && alnum(base[i+n]) {
				continue
			}
			w := base[i : i+n]
			if n == 10 && w[4] == '_' && w[7] == '_' {
				w = strings.ReplaceAll(w, "_", "-")
			}
			if n == 8 && !digits(w) || n == 10 && !isDay(w) || !plausibleYear(w) {
				continue
			}
			if d, ok, _ := isoPrefix(w); ok && n == 8 {
				return d, base[i : i+n]
			}
			if n == 10 {
				if d, err := checkDay(w); err == nil {
					return d, base[i : i+n]
				}
			}
		}
	}
	if len(base) >= 7 && base[4] == '-' && digits(base[:4]) && digits(base[5:7]) && plausibleYear(base) &&
		(len(base) == 7 || !alnum(base[7]) && !(base[7] == '-' && len(base) > 8 && base[8] >= '0' && base[8] <= '9')) {
		if m, _ := strconv.Atoi(base[5:7]); m >= 1 && m <= 12 {
			return base[:7], base[:7]
		}
	}
	return "", ""
}

// plausibleYear keeps order numbers of eight digits from being taken for dates.
func plausibleYear(s string) bool { return s[0] == '1' && s[1] >= '5' || s[0] == '2' && s[1] == '0' }

func alnum(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}

// textDate finds a date that a text opens with, "date 2024-06" or "Date : 19/06/2024",
// and returns the words that say it. The text itself stays as it came in.
func textDate(text, lang string) (date, words string) {
	s := strings.TrimLeft(cut(text, 200), " \t\r\n\u00a0\ufeff")
	if len(s) < 6 || !strings.EqualFold(s[:4], "date") {
		return "", ""
	}
	rest := strings.TrimLeft(s[4:], " \t\u00a0:")
	if len(rest) == len(s)-4 || rest == "" || rest[0] < '0' || rest[0] > '9' {
		return "", ""
	}
	end := strings.IndexFunc(rest, func(r rune) bool { return !(r >= '0' && r <= '9' || r == '-' || r == '/' || r == '.') })
	if end < 0 {
		end = len(rest)
	}
	word := strings.TrimRight(rest[:end], ".-/")
	if d, err := normalDate(word, lang); err == nil {
		return d, s[:len(s)-len(rest)+len(word)]
	}
	return "", ""
}

// urlDate finds the day in an address such as https://example.org/2024/06/19/title.
func urlDate(url string) (date, words string) {
	for i := 0; i+10 <= len(url); i++ {
		w := url[i : i+10]
		if i == 0 || alnum(url[i-1]) || i+10 < len(url) && alnum(url[i+10]) || w[4] != w[7] || w[4] != '/' && w[4] != '-' {
			continue
		}
		if d := strings.ReplaceAll(w, "/", "-"); isDay(d) && plausibleYear(d) {
			if day, err := checkDay(d); err == nil {
				return day, w
			}
		}
	}
	return "", ""
}
