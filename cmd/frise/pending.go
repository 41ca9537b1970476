//go:build !windows

package main

import "github.com/google/renameio/v2"

// newPending begins a file that takes its place once it is whole.
func newPending(path string) (*renameio.PendingFile, error) {
	return renameio.NewPendingFile(path, renameio.WithPermissions(0o644), renameio.WithExistingPermissions())
}
