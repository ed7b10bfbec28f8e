package train

import (
	"rapporteur/internal/annotate/sentence"
	"rapporteur/internal/learn"
)

type splitOptions struct {
	epochs int
	rare   uint8
	least  float32
	seed   uint64
}

var splitDefaults = splitOptions{epochs: 8, rare: 2, seed: 11}

// list is o for the manifest.
func (o splitOptions) list() map[string]any {
	return map[string]any{"epochs": o.epochs, "rare": o.rare, "least": o.least, "seed": o.seed}
}

// trainSplitter learns where sentences end, place by place from left to right.
func trainSplitter(c corpus, o splitOptions) []learn.Section {
	t := learn.NewTrainer(learn.NarrowClasses, o.rare)
	for epoch := range o.epochs {
		for _, n := range shuffled(len(c), o.seed, epoch) {
			learnEnds(t, &c[n])
		}
	}
	return []learn.Section{{Name: "ends", Data: t.AveragedNarrow(o.least).Append(nil)}}
}

// learnEnds goes through the blocks of one report. The sentences so far are
// those of the treebank, the decisions the model's.
func learnEnds(t *learn.Trainer, r *report) {
	w := sentence.NewWindow(r.gold, r.forms)
	ends := make([]bool, len(r.gold.Tokens))
	for _, s := range r.gold.Sentences {
		ends[s.Last-1] = true
	}
	var scores [learn.NarrowClasses]float32
	for _, b := range blocks(r) {
		w.Enter(b[0], b[1])
		for i := b[0]; i < b[1]; i++ {
			keys := w.Features(i)
			t.Step()
			t.Scores(keys, scores[:])
			if end := scores[sentence.End] > scores[sentence.Inside]; end != ends[i] {
				sign := float32(1)
				if end {
					sign = -1
				}
				t.Update(keys, sentence.End, sign)
				t.Update(keys, sentence.Inside, -sign)
			}
			w.Decide(i, ends[i])
		}
	}
}

// blocks lists the first and last tokens of the blocks of r.
func blocks(r *report) (out [][2]int) {
	for i := 0; i < len(r.gold.Sentences); {
		first := r.gold.Sentences[i]
		last := first
		for i < len(r.gold.Sentences) && r.gold.Sentences[i].Block == first.Block {
			last = r.gold.Sentences[i]
			i++
		}
		out = append(out, [2]int{int(first.First - 1), int(last.Last - 1)})
	}
	return out
}
