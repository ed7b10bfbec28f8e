package main

import "rapporteur/internal/train"

// trainCmd is for those who make the program: it is not in the help.
type trainCmd struct {
	Args []string `arg:"" optional:"" passthrough:"" help:"What the trainers take; docs/training.md says."`
}

func (c *trainCmd) Run(d *desk) error {
	if code := train.Main(c.Args, d.out, d.err); code != 0 {
		return &fault{code: code, err: errQuiet}
	}
	return nil
}
