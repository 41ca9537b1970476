package main

import (
	"os"
	"path/filepath"
)

// A pending file is what renameio, which leaves Windows out, is elsewhere. To
// rename is not atomic there, but it replaces a file by a whole one.
type pending struct {
	*os.File
	path string
}

// newPending begins a file that takes its place once it is whole.
func newPending(path string) (*pending, error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".frise-*")
	if err != nil {
		return nil, err
	}
	return &pending{f, path}, nil
}

// Cleanup removes what did not become whole.
func (p *pending) Cleanup() error {
	p.Close()
	return os.Remove(p.Name())
}

// CloseAtomicallyReplace puts the file in its place.
func (p *pending) CloseAtomicallyReplace() error {
	if err := p.Close(); err != nil {
		return err
	}
	return os.Rename(p.Name(), p.path)
}
