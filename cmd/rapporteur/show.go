package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"

	"rapporteur/internal/eval"
	"rapporteur/internal/intake"
	"rapporteur/internal/news"
	"rapporteur/internal/pipeline"
	"rapporteur/internal/publish/term"
	"rapporteur/internal/record"
)

type showCmd struct {
	What   string `arg:"" name:"report" help:"Id of a report in the store, the beginning of one, a file or folder; - is standard input."`
	Format string `enum:"text,conllu,json" default:"text" help:"Form of the analysis: ${enum}."`
	storeFlag
}

func (c *showCmd) Run(d *desk) error {
	print := map[string]func(io.Writer, *news.Analysis) error{
		"text":   func(w io.Writer, a *news.Analysis) error { return term.Analysis(w, a, d.style()) },
		"conllu": eval.WriteCoNLLU,
		"json":   writeAnalysis,
	}[c.Format]
	if _, err := os.Stat(c.What); err != nil && c.What != "-" {
		return c.kept(d, print)
	}
	return c.read(d, print)
}

// kept shows a report of the store. The store keeps no tokens, so the report
// is annotated again.
func (c *showCmd) kept(d *desk, print func(io.Writer, *news.Analysis) error) error {
	s, l, told, err := d.one(c.storeFlag, c.What, record.KindReport)
	if err != nil {
		return c.neither(err)
	}
	light, err := s.Report(d.ctx, l.LineID())
	if err != nil {
		return err
	}
	a, err := pipeline.Annotate(light.Doc)
	if err == nil {
		err = print(d.out, a)
	}
	if err != nil {
		return err
	}
	return told
}

// neither says that what was typed is no file and no report.
func (c *showCmd) neither(err error) error {
	if f := faultOf(err); f.code == exitUsage || f.code == exitStore {
		return withHint(f.code, errors.New("no file is called "+c.What+", and "+f.err.Error()), f.hint)
	}
	return err
}

// read shows every report under a path, a blank line apart.
func (c *showCmd) read(d *desk, print func(io.Writer, *news.Analysis) error) error {
	var sum pipeline.Summary
	for doc, err := range intake.Read(d.ctx, []string{c.What}, d.in, intake.Options{}) {
		var problem *intake.Problem
		if errors.As(err, &problem) {
			sum.LeftOut = append(sum.LeftOut, problem)
			continue
		} else if err != nil {
			return err
		}
		if sum.Read++; sum.Read > 1 && c.Format == "text" {
			if _, err := io.WriteString(d.out, "\n\n"); err != nil {
				return err
			}
		}
		a, err := pipeline.Annotate(doc)
		if err == nil {
			err = print(d.out, a)
		}
		if err != nil {
			return err
		}
	}
	return d.tell(sum)
}

// writeAnalysis writes a as one JSON object.
func writeAnalysis(w io.Writer, a *news.Analysis) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return enc.Encode(a)
}
