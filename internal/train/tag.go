package train

import (
	"encoding/binary"
	"math/rand/v2"
	"slices"
	"strings"

	"rapporteur/internal/annotate/tag"
	"rapporteur/internal/learn"
	"rapporteur/internal/news"
)

// tagOptions are the settings of the tagger's trainer, chosen on the
// development splits.
type tagOptions struct {
	epochs   int
	rare     uint8   // features in no more mistakes than this are left out
	least    float32 // weights below this share of the largest are left out
	minLabel int     // labels seen less often are not learned
	seed     uint64
	margin   float32 // by how much the right label must win
}

var tagDefaults = tagOptions{epochs: 8, rare: 2, least: 0.015, minLabel: 8, seed: 1, margin: 40}

// list is o for the manifest.
func (o tagOptions) list() map[string]any {
	return map[string]any{"epochs": o.epochs, "rare": o.rare, "least": o.least, "minLabel": o.minLabel, "seed": o.seed, "margin": o.margin}
}

// trainTagger learns a tagger from sentences, ready to be packed.
func trainTagger(sents []treeSentence, o tagOptions) ([]learn.Section, error) {
	labels, of := tagLabels(sents, o.minLabel)
	words := wordDictionary(sents, of, len(labels))
	tags := trainTags(sents, o, words, of, len(labels))
	feats, values := trainFeats(sents, o)
	lemmas, scripts := trainLemmas(sents, o)
	return []learn.Section{
		{Name: "labels", Data: []byte(tag.FormatLabels(labels))},
		{Name: "words", Data: words.Append(nil)},
		{Name: "tags", Data: tags.Append(nil)},
		{Name: "values", Data: values},
		{Name: "only", Data: onlyFeats(sents, labels, of, values)},
		{Name: "feats", Data: feats.Append(nil)},
		{Name: "scripts", Data: scripts},
		{Name: "lemmas", Data: lemmas.Append(nil)},
	}, nil
}

// tagLabels lists the labels seen at least least times, most frequent first,
// and the number of each; rare ones map to the commonest of the same UPOS.
func tagLabels(sents []treeSentence, least int) ([]tag.Label, map[tag.Label]int) {
	count := map[tag.Label]int{}
	for _, s := range sents {
		for _, t := range s.tags() {
			count[tag.Label{UPOS: t.UPOS, XPOS: t.XPOS}]++
		}
	}
	all := byCount(count, func(a, b tag.Label) int {
		return (int(a.UPOS)<<8 | int(a.XPOS)) - (int(b.UPOS)<<8 | int(b.XPOS))
	})
	var labels []tag.Label
	of := map[tag.Label]int{}
	for _, l := range all {
		if count[l] >= least {
			of[l] = len(labels)
			labels = append(labels, l)
			continue
		}
		of[l] = sameUPOS(labels, l)
	}
	return labels, of
}

func sameUPOS(labels []tag.Label, l tag.Label) int {
	for i, m := range labels {
		if m.UPOS == l.UPOS {
			return i
		}
	}
	return 0
}

// byCount lists the keys of count, most frequent first, equals by cmp.
func byCount[K comparable](count map[K]int, cmp func(a, b K) int) []K {
	all := make([]K, 0, len(count))
	for k := range count {
		all = append(all, k)
	}
	slices.SortFunc(all, func(a, b K) int {
		if count[a] != count[b] {
			return count[b] - count[a]
		}
		return cmp(a, b)
	})
	return all
}

func labelOf(of map[tag.Label]int, t news.Tag) int {
	return of[tag.Label{UPOS: t.UPOS, XPOS: t.XPOS}]
}

// dictionary thresholds: a word seen so often is kept; seen so often, it is
// held to the labels it was seen with.
const (
	keptWord    = 3
	trustedWord = 12
	sureWord    = 40
)

// wordDictionary gives each common word its labels by frequency: weight 2 to
// 126 is the share, negative for words too rare to be held to their labels.
func wordDictionary(sents []treeSentence, of map[tag.Label]int, labels int) *learn.Linear {
	counts := map[uint32][]int{}
	for _, s := range sents {
		for i, t := range s.tags() {
			k := tag.WordKey(&s.forms()[i])
			if counts[k] == nil {
				counts[k] = make([]int, labels)
			}
			counts[k][labelOf(of, t)]++
		}
	}
	d := learn.NewDictionary(labels)
	for _, k := range sortedKeys(counts) {
		if classes, weights := dictionaryRow(counts[k]); classes != nil {
			d.Row(k, classes, weights)
		}
	}
	return d.Build()
}

func sortedKeys[V any](m map[uint32]V) []uint32 {
	keys := make([]uint32, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// dictionaryRow turns the counts of one word into the row of the dictionary;
// nil for a word too rare to keep.
func dictionaryRow(count []int) (classes []uint8, weights []int8) {
	total := 0
	for _, n := range count {
		total += n
	}
	if total < keptWord {
		return nil, nil
	}
	for l, n := range count {
		if n == 0 || n*500 < total {
			continue
		}
		w := int8(max(2, 126*n/total))
		if total < trustedWord {
			w = -w
		}
		classes, weights = append(classes, uint8(l)), append(weights, w)
	}
	return classes, weights
}

// shuffled is a new order of n things, the same for the same seed and epoch.
func shuffled(n int, seed uint64, epoch int) []int {
	return rand.New(rand.NewPCG(seed, uint64(epoch))).Perm(n)
}

// trainTags learns the labels word by word, each from the labels that the
// model itself gave to the words before.
func trainTags(sents []treeSentence, o tagOptions, words *learn.Linear, of map[tag.Label]int, labels int) *learn.Linear {
	w := tag.NewWindow(words)
	scores := make([]float32, labels)
	t := learn.NewTrainer(labels, o.rare)
	for epoch := range o.epochs {
		for _, n := range shuffled(len(sents), o.seed, epoch) {
			s := sents[n]
			w.Enter(s.forms())
			for i, g := range s.tags() {
				w.Labels[i] = uint8(learnTag(t, w, i, labelOf(of, g), scores, o.margin))
			}
		}
	}
	return t.Averaged(o.least)
}

// learnTag decides on word i, learns from the mistake if it is one, and
// returns the decision.
func learnTag(t *learn.Trainer, w *tag.Window, i, gold int, scores []float32, margin float32) int {
	allowed := w.Allowed(i)
	if len(allowed) == 1 {
		return int(allowed[0])
	}
	keys := w.Features(i)
	t.Step()
	t.Scores(keys, scores)
	rival := rivalOf(scores, gold, allowed)
	if rival < 0 {
		return gold
	}
	if scores[gold]-scores[rival] <= margin {
		t.Update(keys, gold, 1)
		t.Update(keys, rival, -1)
	}
	if scores[rival] > scores[gold] || !isAllowed(gold, allowed) {
		return rival
	}
	return gold
}

// rivalOf is the best label beside gold; -1 when there is none.
func rivalOf(scores []float32, gold int, allowed []uint8) int {
	rival := -1
	for l, s := range scores {
		if l != gold && isAllowed(l, allowed) && (rival < 0 || s > scores[rival]) {
			rival = l
		}
	}
	return rival
}

func isAllowed(l int, allowed []uint8) bool {
	return allowed == nil || slices.Contains(allowed, uint8(l))
}

// trainFeats learns the morphology of words whose part of speech is given.
func trainFeats(sents []treeSentence, o tagOptions) (*learn.Linear, []byte) {
	count := map[news.Feats]int{}
	for _, s := range sents {
		for _, t := range s.tags() {
			count[t.Feats]++
		}
	}
	all := byCount(count, func(a, b news.Feats) int { return int(a) - int(b) })
	all = all[:min(len(all), 250)]
	of := map[news.Feats]int{}
	var values []byte
	for i, v := range all {
		of[v] = i
		values = binary.LittleEndian.AppendUint32(values, uint32(v))
	}
	m := trainFlat(sents, o, len(all), func(s treeSentence, i int) int {
		if c, ok := of[s.tags()[i].Feats]; ok {
			return c
		}
		return -1
	}, func(k []uint32, s treeSentence, i int) []uint32 {
		return tag.FeatFeatures(k, s.forms(), s.tags(), i)
	})
	return m, values
}

// onlyFeats gives each label one more than the place in values of the features
// that all but very few of its words have; 0 when they vary.
func onlyFeats(sents []treeSentence, labels []tag.Label, of map[tag.Label]int, values []byte) []byte {
	counts := make([]map[news.Feats]int, len(labels))
	total := make([]int, len(labels))
	for i := range counts {
		counts[i] = map[news.Feats]int{}
	}
	for _, s := range sents {
		for _, t := range s.tags() {
			l := labelOf(of, t)
			counts[l][t.Feats]++
			total[l]++
		}
	}
	out := make([]byte, len(labels))
	for l := range labels {
		for at := 0; at < len(values)/4; at++ {
			v := news.Feats(binary.LittleEndian.Uint32(values[4*at:]))
			if counts[l][v]*1000 >= total[l]*998 {
				out[l] = byte(at + 1)
			}
		}
	}
	return out
}

// trainLemmas learns how to cut words down to their lemmas.
func trainLemmas(sents []treeSentence, o tagOptions) (*learn.Linear, []byte) {
	count := map[tag.Script]int{}
	script := func(s treeSentence, i int) tag.Script {
		return tag.ScriptFor(s.r.gold.Word(news.TokenID(s.first+i+1)), s.tags()[i].Lemma)
	}
	for _, s := range sents {
		for i := range s.tags() {
			count[script(s, i)]++
		}
	}
	all := byCount(count, func(a, b tag.Script) int { return strings.Compare(a.String(), b.String()) })
	of := map[tag.Script]int{}
	var text strings.Builder
	kept := 0
	for _, v := range all[:min(len(all), 250)] {
		if count[v] < 2 || strings.ContainsAny(v.Add, "\t\n") {
			continue
		}
		of[v] = kept
		kept++
		text.WriteString(v.String() + "\n")
	}
	m := trainFlat(sents, o, kept, func(s treeSentence, i int) int {
		if c, ok := of[script(s, i)]; ok {
			return c
		}
		return -1
	}, func(k []uint32, s treeSentence, i int) []uint32 {
		return tag.LemmaFeatures(k, &s.forms()[i], s.tags()[i])
	})
	return m, []byte(text.String())
}

// trainFlat learns decisions that do not depend on one another. class is -1
// for words to be passed over.
func trainFlat(sents []treeSentence, o tagOptions, classes int, class func(treeSentence, int) int, features func([]uint32, treeSentence, int) []uint32) *learn.Linear {
	t := learn.NewTrainer(classes, 0)
	scores := make([]float32, classes)
	var keys []uint32
	for epoch := range min(o.epochs, 5) {
		for _, n := range shuffled(len(sents), o.seed+1, epoch) {
			s := sents[n]
			for i := range s.tags() {
				gold := class(s, i)
				if gold < 0 {
					continue
				}
				keys = features(keys[:0], s, i)
				t.Step()
				t.Scores(keys, scores)
				if guess := argmax(scores); guess != gold {
					t.Update(keys, gold, 1)
					t.Update(keys, guess, -1)
				}
			}
		}
	}
	return t.Averaged(o.least)
}

func argmax(scores []float32) int {
	best := 0
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	return best
}
