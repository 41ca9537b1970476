package eval

import (
	"regexp"
	"sync"
)

// A pattern is a regular expression that compiles at its first use: dozens of
// them would otherwise slow every start of a program that links this package.
type pattern struct {
	compiled func() *regexp.Regexp
}

func lazily(expression string) pattern {
	return pattern{sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })}
}

func (p pattern) MatchString(s string) bool { return p.compiled().MatchString(s) }

func (p pattern) FindString(s string) string { return p.compiled().FindString(s) }

func (p pattern) ReplaceAllString(s, with string) string {
	return p.compiled().ReplaceAllString(s, with)
}

func (p pattern) FindStringSubmatch(s string) []string { return p.compiled().FindStringSubmatch(s) }

func (p pattern) FindStringIndex(s string) []int { return p.compiled().FindStringIndex(s) }

func (p pattern) FindAllString(s string, n int) []string { return p.compiled().FindAllString(s, n) }

func (p pattern) FindAllStringSubmatch(s string, n int) [][]string {
	return p.compiled().FindAllStringSubmatch(s, n)
}
