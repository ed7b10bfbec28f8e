// Package models holds the weights that the trainers made, inside the binary.
//
//	sentence.weights  tag.weights  parse.weights  name.weights  --Load-->  Set
//
// Out come weight files, unpacked and checked against their digests; what
// their sections mean is known to the stage that reads them. manifest.json
// says from which data, by which trainer and with what scores they were made.
package models

import (
	"embed"
	"fmt"

	"rapporteur/internal/learn"
)

//go:embed *.weights
var files embed.FS

// Set is the weights of the learned stages. A file that is not there is nil.
type Set struct {
	Sentence, Tag, Parse, Name *learn.File
}

// Load unpacks all weights.
func Load() (s Set, err error) {
	for _, f := range []struct {
		name string
		to   **learn.File
	}{{"sentence.weights", &s.Sentence}, {"tag.weights", &s.Tag}, {"parse.weights", &s.Parse}, {"name.weights", &s.Name}} {
		if *f.to, err = load(f.name); err != nil {
			return Set{}, err
		}
	}
	return s, nil
}

func load(name string) (*learn.File, error) {
	packed, err := files.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("load weights: %w", err)
	}
	f, err := learn.Unpack(packed)
	if err != nil {
		return nil, fmt.Errorf("load %s: %w", name, err)
	}
	return f, nil
}
