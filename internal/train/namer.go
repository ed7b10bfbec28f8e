package train

import (
	"math"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/annotate/name"
	"rapporteur/internal/learn"
)

type nameOptions struct {
	epochs int
	rare   uint8
	least  float32
	seed   uint64
	margin float32 // by how much the right label must win
}

var nameDefaults = nameOptions{epochs: 8, rare: 0, least: 0.03, seed: 7, margin: 8}

// list is o for the manifest.
func (o nameOptions) list() map[string]any {
	return map[string]any{"epochs": o.epochs, "rare": o.rare, "least": o.least, "seed": o.seed, "margin": o.margin}
}

// trainNamer learns both readings. What the second reads of the first comes
// from models that have not seen the report.
func trainNamer(reports []named, known *learn.Linear, o nameOptions) ([]learn.Section, error) {
	l := lex.Default()
	windows := make([]*name.Window, len(reports))
	for i, r := range reports {
		windows[i] = name.NewWindow(l, known, r.a, r.forms)
	}
	for fold := range folds {
		m := trainReading(reports, windows, o, false, func(i int) bool { return i%folds != fold })
		for i, r := range reports {
			if i%folds == fold {
				labelWith(m, windows[i], r, false)
				windows[i].Remember()
			}
		}
	}
	first := trainReading(reports, windows, o, false, everyone)
	second := trainReading(reports, windows, o, true, everyone)
	return []learn.Section{
		{Name: "known", Data: known.Append(nil)},
		{Name: "first", Data: first.Append(nil)},
		{Name: "second", Data: second.Append(nil)},
	}, nil
}

func everyone(int) bool { return true }

// labelWith labels a report with m.
func labelWith(m *learn.Linear, w *name.Window, r named, memory bool) {
	var scores learn.Scores
	for _, s := range r.a.Sentences {
		first, last := int(s.First-1), int(s.Last)
		w.Enter(first, last)
		for i := first; i < last; i++ {
			if w.Plain(i) {
				w.Labels[i] = name.Outside
				continue
			}
			m.Scores(w.Features(i, memory), &scores)
			w.Labels[i] = bestOf(scores[:], name.Choices(labelBefore(w, first, i), i == last-1))
		}
	}
}

func labelBefore(w *name.Window, first, i int) name.Label {
	if i == first {
		return name.Outside
	}
	return w.Labels[i-1]
}

func bestOf[S int32 | float32](scores []S, among []name.Label) name.Label {
	best := among[0]
	for _, l := range among[1:] {
		if scores[l] > scores[best] {
			best = l
		}
	}
	return best
}

// trainReading learns one reading from the reports that use picks.
func trainReading(reports []named, windows []*name.Window, o nameOptions, memory bool, use func(int) bool) *learn.Linear {
	t := learn.NewTrainer(name.Labels, o.rare)
	scores := make([]float32, name.Labels)
	for epoch := range o.epochs {
		for _, n := range shuffled(len(reports), o.seed, epoch) {
			if !use(n) {
				continue
			}
			for _, s := range reports[n].a.Sentences {
				learnSentence(t, windows[n], reports[n].gold, int(s.First-1), int(s.Last), memory, scores, o.margin)
			}
		}
	}
	return t.Averaged(o.least)
}

// learnSentence labels one sentence with the model as it is and corrects it
// at each mistake.
func learnSentence(t *learn.Trainer, w *name.Window, gold []name.Label, first, last int, memory bool, scores []float32, margin float32) {
	w.Enter(first, last)
	for i := first; i < last; i++ {
		if w.Plain(i) {
			w.Labels[i] = name.Outside
			continue
		}
		choices := name.Choices(labelBefore(w, first, i), i == last-1)
		keys := w.Features(i, memory)
		t.Step()
		t.Scores(keys, scores)
		right := reachable(gold[i], choices, scores)
		w.Labels[i] = right
		if rival, ok := rivalLabel(scores, choices, right); ok {
			if scores[right]-scores[rival] <= margin {
				t.Update(keys, int(right), 1)
				t.Update(keys, int(rival), -1)
			}
			if scores[rival] > scores[right] {
				w.Labels[i] = rival
			}
		}
	}
}

// rivalLabel is the best of choices beside right.
func rivalLabel(scores []float32, choices []name.Label, right name.Label) (rival name.Label, ok bool) {
	for _, c := range choices {
		if c != right && (!ok || scores[c] > scores[rival]) {
			rival, ok = c, true
		}
	}
	return rival, ok
}

// reachable is gold where it may stand; else the best of what may.
func reachable(gold name.Label, choices []name.Label, scores []float32) name.Label {
	best, top := choices[0], float32(math.Inf(-1))
	for _, c := range choices {
		if c == gold {
			return gold
		}
		if scores[c] > top {
			best, top = c, scores[c]
		}
	}
	return best
}
