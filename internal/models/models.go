// Package models holds the weights that the trainers made, inside the binary.
//
//	sentence.weights  tag.weights  parse.weights  revise.weights  name.weights
//	stance.weights  nugget.weights  --Load-->  Set
//
// Out come weight files, unpacked and checked against their digests; what
// their sections mean is known to the stage that reads them. manifest.json
// says from which data, by which trainer and with what scores they were made.
package models

import (
	"embed"
	"fmt"

	"rapporteur/internal/learn"
	"rapporteur/internal/par"
)

//go:embed *.weights
var files embed.FS

// Set is the weights of the learned stages. A file that is not there is nil.
type Set struct {
	Sentence, Tag, Parse, Revise, Name, Stance, Nugget *learn.File
}

// Load unpacks all weights, side by side.
func Load() (Set, error) {
	var s Set
	into := func(to **learn.File, name string) func() error {
		return func() (err error) { *to, err = load(name); return err }
	}
	err := par.All(into(&s.Parse, "parse.weights"), into(&s.Tag, "tag.weights"), into(&s.Revise, "revise.weights"), into(&s.Name, "name.weights"), into(&s.Sentence, "sentence.weights"), into(&s.Stance, "stance.weights"), into(&s.Nugget, "nugget.weights"))
	if err != nil {
		return Set{}, err
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
