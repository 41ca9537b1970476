package main

import (
	"io"
	"os"
	"path/filepath"

	"github.com/frise-timeline/frise/render/html"
)

// writeAssets writes what a page in page mode loads into the folder beside it.
func writeAssets(page string, o html.Options) error {
	if o.Mode != "page" || o.Assets == "cdn" || o.Assets == "none" {
		return nil
	}
	dir := filepath.Join(filepath.Dir(page), "assets")
	for name, data := range html.Assets() {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
		if err := writeWhole(path, func(w io.Writer) error { _, err := w.Write(data); return err }); err != nil {
			return err
		}
	}
	return nil
}
