package render

import (
	"bytes"
	_ "embed"
)

//go:embed timeline.schema.json
var timelineSchema []byte

// Schema gives the JSON Schema (draft 2020-12) of a timeline's JSON and YAML.
func Schema() []byte { return bytes.Clone(timelineSchema) }
