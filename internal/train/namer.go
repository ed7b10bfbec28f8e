package train

import (
	"math/rand/v2"
	"slices"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/annotate/name"
	"rapporteur/internal/learn"
)

type nameOptions struct {
	chain learn.ChainOptions
	rare  int // features met so often or less stay out
	seed  uint64
}

var nameDefaults = nameOptions{chain: learn.ChainOptions{Epochs: 4, Rate: 0.05, L1: 1, Lean: 30, Least: 0.01}, rare: 1, seed: 7}

// list is o for the manifest.
func (o nameOptions) list() map[string]any {
	c := o.chain
	return map[string]any{"epochs": c.Epochs, "rare": o.rare, "rate": c.Rate, "l1": c.L1, "l2": c.L2, "lean": c.Lean, "least": c.Least, "seed": o.seed}
}

// trainNamer learns both readings. What the second reads of the first comes
// from models that have not seen the report. The second half of reports is the
// first told again.
func trainNamer(reports []named, words name.Words, o nameOptions) ([]learn.Section, error) {
	l := lex.Default()
	windows := make([]*name.Window, len(reports))
	for i, r := range reports {
		windows[i] = name.NewWindow(l, words, r.a, r.forms)
	}
	unlist(reports, windows, rand.New(rand.NewPCG(o.seed, 0)))
	c := newRuns(reports, windows, o, false)
	for fold := range nameFolds {
		held := func(i int) bool { return i%(len(reports)/2)%nameFolds == fold }
		m := c.train(0, func(i int) bool { return !held(i) })
		for i := range reports {
			if held(i) {
				windows[i].LabelWith(m)
				windows[i].Remember()
			}
		}
	}
	first := c.train(o.chain.Lean, everyone)
	second := newRuns(reports, windows, o, true).train(o.chain.Lean, everyone)
	return []learn.Section{
		{Name: "known", Data: words.Known.Append(nil)},
		{Name: "small", Data: words.Small.Append(nil)},
		{Name: "first", Data: first.Append(nil)},
		{Name: "second", Data: second.Append(nil)},
	}, nil
}

// unlisted is the share of the names of what is told again whose words are
// taken for words of no list: the lists hold most names of the training text,
// not of the world, and what stands around a name must do without them.
const unlisted = 0.4

// unlist takes the words of some names of the second half of reports for words
// of no list.
func unlist(reports []named, windows []*name.Window, rng *rand.Rand) {
	for n := len(reports) / 2; n < len(reports); n++ {
		hide := false
		for i, l := range reports[n].gold {
			if l == name.Outside {
				continue
			}
			if place := int(l-1) % 4; place == name.Begin || place == name.Whole {
				hide = rng.Float64() < unlisted
			}
			if hide {
				windows[n].Unlist(i)
			}
		}
	}
}

// nameFolds is into how many parts the reports are cut when each is to be
// labelled by a model that has seen neither it nor the same with other names.
const nameFolds = 3

func everyone(int) bool { return true }

// runs is the runs of all reports.
type runs struct {
	*learn.ChainCorpus
	o      nameOptions
	report []int // of each run
}

func newRuns(reports []named, windows []*name.Window, o nameOptions, memory bool) *runs {
	var paths []learn.Path
	var report []int
	for n := range reports {
		paths = appendPaths(paths, windows[n], reports[n], memory)
		for len(report) < len(paths) {
			report = append(report, n)
		}
	}
	return &runs{learn.NewChainCorpus(paths, name.Following, o.rare), o, report}
}

// train learns one reading, leaning so far, from the reports that use picks.
func (c *runs) train(lean int, use func(report int) bool) *learn.Chain {
	o := c.o.chain
	o.Lean = lean
	return c.Train(o, func(epoch int) (order []int) {
		for _, n := range shuffled(len(c.report), c.o.seed, epoch) {
			if use(c.report[n]) {
				order = append(order, n)
			}
		}
		return order
	})
}

// appendPaths adds the runs of a report.
func appendPaths(paths []learn.Path, w *name.Window, r named, memory bool) []learn.Path {
	for _, s := range r.a.Sentences {
		w.Enter(int(s.First-1), int(s.Last))
		for first, last := w.Run(int(s.First - 1)); first < last; first, last = w.Run(last) {
			p := learn.Path{Gold: within(r.gold, first, last)}
			for i := first; i < last; i++ {
				p.Features = append(p.Features, slices.Clone(w.Features(i, memory)))
				p.Allowed = append(p.Allowed, w.Allowed(i, first, last)|1<<p.Gold[i-first])
			}
			paths = append(paths, p)
		}
	}
	return paths
}

// within is the labels of tokens first up to last; names that reach beyond
// are cut off.
func within(gold []name.Label, first, last int) []uint8 {
	out := make([]uint8, last-first)
	for i := first; i < last; i++ {
		l := gold[i]
		if l != name.Outside {
			class, place := name.Class((l-1)/4), int(l-1)%4
			begins := place == name.Begin || place == name.Whole || i == first
			ends := place == name.Last || place == name.Whole || i == last-1
			switch {
			case begins && ends:
				place = name.Whole
			case begins:
				place = name.Begin
			case ends:
				place = name.Last
			}
			l = name.LabelOf(class, place)
		}
		out[i-first] = uint8(l)
	}
	return out
}
