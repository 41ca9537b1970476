package lang

import (
	"embed"
	"fmt"
	"io/fs"
	"sort"
	"sync"
)

//go:embed */*.yaml
var data embed.FS

var (
	mu     sync.Mutex
	loaded = map[string]*Pack{} // packs compile once, when a text first needs them
)

var codes = sync.OnceValue(func() []string {
	dirs, _ := fs.Glob(data, "*/pack.yaml")
	codes := make([]string, 0, len(dirs))
	for _, d := range dirs {
		codes = append(codes, d[:len(d)-len("/pack.yaml")])
	}
	sort.Strings(codes)
	return codes
})

// Codes lists the languages that frise knows, in alphabetical order.
func Codes() []string { return codes() }

// Get gives a language's pack, compiled at its first use.
func Get(code string) (*Pack, error) {
	mu.Lock()
	defer mu.Unlock()
	if p := loaded[code]; p != nil {
		return p, nil
	}
	text, err := data.ReadFile(code + "/pack.yaml")
	if err != nil {
		return nil, fmt.Errorf("no language %q: frise knows %v", code, Codes())
	}
	p, err := Load(text, code+"/pack.yaml")
	if err != nil {
		return nil, err
	}
	loaded[code] = p
	return p, nil
}

// Data gives a file of a language's folder: "acts.yaml", "actors.yaml", "corpus.yaml".
func Data(code, name string) ([]byte, error) { return data.ReadFile(code + "/" + name) }
