package main

import "fmt"

type briefCmd struct {
	Paths []string `arg:"" help:"Files and folders to read; - is standard input."`
}

func (c *briefCmd) Run(d *desk) error {
	rec, sum, err := d.inMemory(c.Paths)
	if err != nil {
		return err
	}
	fmt.Fprintf(d.out, "%d reports, %d origins, %d stories\n", len(rec.Reports), len(rec.Origins), len(rec.Stories))
	return sum
}
