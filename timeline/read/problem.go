package read

import "fmt"

// A Problem is one thing that is wrong with one input. It does not stop the
// others: Walk collects problems, and the caller ends with exit code 3.
type Problem struct {
	Path string
	Line int    // 1-based; 0: the whole file
	Msg  string // what is wrong
	Hint string // what to do about it
}

// Error is "file:line: what is wrong" with the hint on a line of its own.
func (p *Problem) Error() string {
	s := p.Path
	if p.Line > 0 {
		s = fmt.Sprintf("%s:%d", p.Path, p.Line)
	}
	if s != "" {
		s += ": "
	}
	s += p.Msg
	if p.Hint != "" {
		s += "\n  hint: " + p.Hint
	}
	return s
}

// Skipped is an article that was left out on purpose, such as a tweet in a
// press export, or a file of a folder that holds no articles.
type Skipped struct {
	Path   string
	Line   int
	Title  string // the article's title where one article of many is meant
	Reason string
}

// A Report is what a run read and what it could not.
type Report struct {
	Files    int
	Articles int
	Bytes    int64 // bytes of the inputs, as they lie on disk
	Problems []Problem
	Skipped  []Skipped
}
