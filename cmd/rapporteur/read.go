package main

import "fmt"

type readCmd struct {
	Paths []string `arg:"" optional:"" help:"Files and folders to read; - is standard input. Without any, the record is brought up to date."`
	inputFlags
	storeFlag
}

func (c *readCmd) Help() string {
	return "A report is in the store whole or not at all, and twice never. An interrupted run goes on where it stopped when it is begun again."
}

func (c *readCmd) Run(d *desk) error {
	s, err := d.open(c.storeFlag, len(c.Paths) > 0)
	if err != nil {
		return err
	}
	sum, err := d.read(s, c.Paths, c.inputFlags)
	if err != nil {
		return err
	}
	st, err := s.Stats(d.ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(d.out, "%s read, %s known, %s left out; %s and %s in %s\n", count(sum.Read, "report"), thousands(sum.Known),
		thousands(len(sum.LeftOut)), count(st.Reports, "report"), count(total(st.Lines), "line"), st.Where)
	if len(c.Paths) == 0 {
		return nil
	}
	return d.tell(sum)
}

func total(lines map[string]int) (n int) {
	for _, k := range lines {
		n += k
	}
	return n
}
