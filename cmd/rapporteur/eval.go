package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"rapporteur/internal/annotate"
	"rapporteur/internal/eval"
	"rapporteur/internal/eval/statements"
	"rapporteur/internal/eval/verdicts"
	"rapporteur/internal/models"
	"rapporteur/internal/publish"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

type evalCmd struct {
	Paths  []string `arg:"" optional:"" help:"Files and folders with the reports that --gold is about."`
	Gold   string   `placeholder:"FILE" help:"What a careful reader finds in the reports (examples/gold.json shows the form)."`
	Misses bool     `help:"Print what was asked and is not there."`
	Sets   string   `placeholder:"FILE" help:"Score every set that FILE lists, and print docs/quality.md."`

	Verdicts string `placeholder:"FILE" help:"Count how much of what is shown of the reports is right, by the verdicts in FILE (docs/quality.md); with --data, of the events of its sentences (docs/statements.md)."`
	Open     bool   `help:"With --verdicts, print the statements without a verdict instead, to be filled in."`

	Decisions string `placeholder:"FILE" help:"Count how often each rule is right, by what reviewers decided about the store; - is standard input."`

	Language string `placeholder:"DIR" help:"Score words, tags, grammar and names on the treebanks below DIR (docs/training.md)."`
	Data     string `placeholder:"DIR" help:"Score quotes, times, names and events on the sets below DIR (docs/training.md)."`
	inputFlags
	storeFlag
}

func (c *evalCmd) Help() string {
	return "Counts how much of what a careful reader finds in reports stands in the record of them, section by section. A file of --sets has a line a set: name, gold, reports and what they are, apart by tabs."
}

func (c *evalCmd) Run(d *desk) error {
	switch {
	case c.Decisions != "" && c.Gold == "" && c.Sets == "" && c.Verdicts == "" && len(c.Paths) == 0:
		return c.decisions(d)
	case c.Language != "" && c.Gold == "" && c.Sets == "" && len(c.Paths) == 0:
		return c.language(d)
	case c.Data != "" && c.Gold == "" && c.Sets == "" && len(c.Paths) == 0:
		return c.data(d)
	case c.Sets != "" && c.Gold == "" && len(c.Paths) == 0:
		return c.page(d)
	case c.Verdicts != "" && c.Sets == "" && c.Gold == "" && len(c.Paths) > 0:
		return c.verdicts(d)
	case c.Verdicts == "" && c.Sets == "" && c.Gold != "" && len(c.Paths) > 0:
		return c.one(d)
	}
	return usage("try: rapporteur eval --gold examples/gold.json examples/reports", "eval needs --gold or --verdicts with the reports it is about, --sets, --decisions, --language or --data")
}

// language scores the layers below names and grammar on treebanks.
func (c *evalCmd) language(d *desk) error {
	an, err := annotator()
	if err != nil {
		return err
	}
	return eval.LanguageTable(d.out, an, c.Language, eval.LangSplits)
}

// data scores what stands above grammar on the sets of a folder of data.
func (c *evalCmd) data(d *desk) error {
	an, err := annotator()
	if err != nil {
		return err
	}
	judged := statements.Judgements{}
	if c.Verdicts != "" {
		if judged, err = statements.LoadJudgements(c.Verdicts); err != nil {
			return withHint(exitUsage, err, "a line has: key, record, class, rule, right or wrong, and the cause, apart by tabs")
		}
	}
	records := filepath.Join(c.Data, "events", "plover_gold_standard_records.json")
	if c.Open {
		s, err := statements.Plover(records, judged, an.Annotate)
		if err != nil {
			return err
		}
		return statements.PrintOpen(d.out, s.Open)
	}
	if err := eval.DataTable(d.out, an, c.Data); err != nil {
		return err
	}
	fmt.Fprintln(d.out, "Events: sentences with one event each (PLOVER gold standard records)")
	s, err := statements.Plover(records, judged, an.Annotate)
	if err != nil {
		fmt.Fprintf(d.out, "left out: %v\n", err)
		return nil
	}
	if c.Verdicts != "" {
		fmt.Fprintf(d.out, "class P as read %.1f, with %d claims that nobody has judged\n", 100*s.Reading(), len(s.Open))
	}
	_, err = fmt.Fprintf(d.out, "class P %.1f R %.1f, actors where the class is right %.1f, of %d sentences\n",
		100*s.Precision(), 100*s.Recall(), 100*s.ActorShare(), s.Records)
	return err
}

// annotator is an annotator with the embedded weights.
func annotator() (*annotate.Annotator, error) {
	set, err := models.Load()
	if err != nil {
		return nil, err
	}
	return annotate.New(annotate.Weights(set))
}

// one scores the reports under the paths against one gold file.
func (c *evalCmd) one(d *desk) error {
	gold, err := eval.LoadGold(c.Gold)
	if err != nil {
		return withHint(exitUsage, err, "name a file like examples/gold.json")
	}
	rec, told, err := c.record(d, c.Paths)
	if err != nil {
		return err
	}
	if err := gold.Score(rec).Print(d.out, c.Misses); err != nil {
		return err
	}
	return told
}

// verdicts counts what a person who read the reports found right in the record.
func (c *evalCmd) verdicts(d *desk) error {
	list, err := verdicts.Load(c.Verdicts)
	if err != nil {
		return withHint(exitUsage, err, "a line has: key, kind, report, start, end, right or wrong, and the cause, apart by tabs")
	}
	rec, told, err := c.record(d, c.Paths)
	if err != nil {
		return err
	}
	if c.Open {
		err = list.Open(d.out, rec)
	} else {
		err = verdicts.Print(d.out, list.Counts(rec, publish.LessCertain))
	}
	return errors.Join(err, told)
}

// page scores every set, and reads a folder that several sets share once.
func (c *evalCmd) page(d *desk) error {
	sets, missing, err := eval.ReadGoldSets(c.Sets)
	if err != nil {
		return withHint(exitUsage, err, "name a file like .ci/quality.txt")
	}
	if len(missing) > 0 {
		d.note("left out, the gold is not here: %s", strings.Join(missing, ", "))
	}
	records := map[string]*record.Record{}
	var columns []eval.GoldColumn
	for _, set := range sets {
		gold, err := eval.LoadGold(set.Gold)
		if err != nil {
			return err
		}
		if records[set.Reports] == nil {
			// What is left out of a folder is named; the others are scored.
			if records[set.Reports], _, err = c.record(d, []string{set.Reports}); err != nil {
				return err
			}
		}
		columns = append(columns, eval.GoldColumn{GoldSet: set, Score: gold.Score(records[set.Reports])})
	}
	return eval.GoldPage(d.out, columns)
}

// record reads paths in memory; told is what to end with once all is printed.
func (c *evalCmd) record(d *desk, paths []string) (rec *record.Record, told, err error) {
	s, _, told, err := d.gather(paths, "", c.inputFlags)
	if err != nil {
		return nil, nil, err
	}
	rec = new(record.Record)
	for l, err := range s.Lines(d.ctx, store.Filter{}) {
		if err != nil {
			return nil, nil, err
		}
		rec.Add(l)
	}
	return rec, told, nil
}
