package tag

import (
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/learn"
)

// Window is one sentence as the tagger sees it: the forms, what the
// dictionary says of each, and the labels chosen so far. It is used again for
// the next sentence.
type Window struct {
	Forms  []lex.Form
	Labels []uint8 // of the words before the current one

	hints   lex.Hints
	hint    []uint64 // which lists of names hold each word
	classes *lex.WordClasses
	class   []lex.WordClass // what each word may be by the lists of words
	words   *learn.Linear
	amb     []uint64 // which labels each word is seen with
	rows    [][]byte // the dictionary rows
	scores  learn.Scores
	allowed []uint8
	keys    []uint32
	scratch scratch
	loud    uint64 // the sentence is in capitals: 1; in title case: 2
}

// scratch is room for the two smaller models.
type scratch struct {
	keys   []uint32
	scores learn.Scores
}

// NewWindow makes a Window that asks the dictionary words, whose classes are
// the labels.
func NewWindow(words *learn.Linear) *Window {
	return &Window{words: words, hints: lex.AllHints(), classes: lex.AllWordClasses()}
}

// WordKey is the entry of the dictionary for a word.
func WordKey(f *lex.Form) uint32 { return learn.Key1(200, f.Lower) }

// Enter takes the next sentence.
func (w *Window) Enter(forms []lex.Form) {
	w.Forms = forms
	w.amb, w.rows, w.hint, w.class = w.amb[:0], w.rows[:0], w.hint[:0], w.class[:0]
	for len(w.Labels) < len(forms) {
		w.Labels = append(w.Labels, 0)
	}
	for i := range forms {
		row := w.words.Row(WordKey(&forms[i]))
		class := w.classes.Of(&forms[i])
		w.rows = append(w.rows, row)
		w.class = append(w.class, class)
		w.amb = append(w.amb, ambiguity(row, &forms[i], class))
		w.hint = append(w.hint, w.hints.Hint(&forms[i]))
	}
	w.loud = loudness(forms)
}

// ambiguity sums up what a word may be: the labels it is seen with, in order
// of frequency; for a strange word, its shape and its class, or its ending.
func ambiguity(row []byte, f *lex.Form, class lex.WordClass) uint64 {
	if row == nil && class != 0 {
		return uint64(class)<<12 | uint64(f.Marks&^lex.Hyphen) | 1<<40
	}
	if row == nil {
		return f.Suffix[1]*31 + uint64(f.Marks&^lex.Hyphen) + 7
	}
	h := uint64(learn.HashStart)
	for ; len(row) >= 2; row = row[2:] {
		if int8(row[1]) > commonShare {
			h = learn.HashByte(h, row[0])
		}
	}
	return h<<1 | uint64(f.Marks&lex.Title)>>1
}

// commonShare is the weight above which a label of a dictionary row is common.
const commonShare = 4

// Sure is the weight of the only label of a frequent word; it is not scored.
const Sure = 127

// loudness is how loud a sentence is to the tagger: in title case where fewer than
// a third of its words begin small.
func loudness(forms []lex.Form) uint64 { return lex.Loudness(forms, 3) }

// Allowed lists the labels that the dictionary leaves word i; nil for all.
func (w *Window) Allowed(i int) []uint8 {
	row := w.rows[i]
	f := &w.Forms[i]
	if row == nil || f.Marks&(lex.Title|lex.Upper) != 0 {
		return nil
	}
	w.allowed = w.allowed[:0]
	for ; len(row) >= 2; row = row[2:] {
		if int8(row[1]) < 0 {
			return nil // too rare to rule anything out
		}
		w.allowed = append(w.allowed, row[0])
	}
	return w.allowed
}

// syllable reports whether word i, written small, is behind a hyphen the last
// part of a given name of two syllables that stands behind a family name: "Moon
// Jae-in", "Tsai Ing-wen". What comes before the hyphen is no common word.
func (w *Window) syllable(i int) bool {
	return i > 2 && w.Forms[i].Marks&lex.Small != 0 && w.Forms[i-1].Marks&(lex.Hyphen|lex.Punct) == lex.Hyphen|lex.Punct &&
		w.Forms[i-2].Marks&lex.Title != 0 && w.class[i-2] == 0 && w.rows[i-2] == nil && w.Forms[i-3].Marks&lex.Title != 0
}

// around gives word i+d of the sentence, or a form that stands for the edge.
func (w *Window) around(i, d int) *lex.Form {
	if j := i + d; j >= 0 && j < len(w.Forms) {
		return &w.Forms[j]
	}
	if d < 0 {
		return &before
	}
	return &after
}

var before, after = edge(1), edge(2)

func edge(n uint64) lex.Form {
	h := learn.Stir(n)
	return lex.Form{Word: h, Lower: h, Shape: h, Suffix: [4]uint64{h, h, h, h}, Prefix: [3]uint64{h, h, h}}
}

func (w *Window) ambAround(i, d int) uint64 {
	if j := i + d; j >= 0 && j < len(w.amb) {
		return w.amb[j]
	}
	return 3
}

func (w *Window) hintAround(i, d int) uint64 {
	if j := i + d; j >= 0 && j < len(w.hint) {
		return w.hint[j]
	}
	return 1 << 10
}

// classAround is the class of word i+d and whether it has a capital.
func (w *Window) classAround(i, d int) uint64 {
	if j := i + d; j >= 0 && j < len(w.class) {
		return uint64(w.class[j])<<1 | uint64(w.Forms[j].Marks&lex.Title)>>1
	}
	return 1 << 20
}

// labelAt is the label of a word before i, one more than its number; 0 for
// the edge.
func (w *Window) labelAt(i int) uint64 {
	if i < 0 {
		return 0
	}
	return uint64(w.Labels[i]) + 1
}

// Features lists the features of word i. The slice is used again.
func (w *Window) Features(i int) []uint32 {
	f, p, n := &w.Forms[i], w.around(i, -1), w.around(i, 1)
	pp, nn := w.around(i, -2), w.around(i, 2)
	t1, t2 := w.labelAt(i-1), w.labelAt(i-2)
	a0, a1, a2 := w.amb[i], w.ambAround(i, 1), w.ambAround(i, 2)
	c0, c1, m := uint64(w.class[i]), w.classAround(i, 1), uint64(f.Marks)
	start := uint64(0)
	if i == 0 {
		start = 1
	}
	k := append(w.keys[:0],
		learn.Key1(1, f.Word),
		learn.Key1(2, f.Lower),
		learn.Key2(3, f.Shape, start),
		learn.Key1(4, f.Suffix[0]),
		learn.Key1(5, f.Suffix[1]),
		learn.Key1(6, f.Suffix[2]),
		learn.Key1(7, f.Suffix[3]),
		learn.Key1(8, f.Prefix[0]),
		learn.Key1(9, f.Prefix[1]),
		learn.Key1(10, f.Prefix[2]),
		learn.Key2(11, m, w.loud<<1|start),
		learn.Key1(12, t1),
		learn.Key2(13, t1, t2),
		learn.Key2(14, t1, f.Lower),
		learn.Key2(15, t1, a0),
		learn.Key3(16, t1, t2, a0),
		learn.Key1(17, p.Lower),
		learn.Key1(18, n.Lower),
		learn.Key1(19, pp.Lower),
		learn.Key1(20, nn.Lower),
		learn.Key2(21, p.Lower, f.Lower),
		learn.Key2(22, f.Lower, n.Lower),
		learn.Key1(23, n.Suffix[2]),
		learn.Key1(24, p.Suffix[2]),
		learn.Key1(25, n.Suffix[1]),
		learn.Key1(26, a0),
		learn.Key1(27, a1),
		learn.Key2(28, a1, a2),
		learn.Key2(29, a0, a1),
		learn.Key3(30, t1, a0, a1),
		learn.Key2(31, t1, a1),
		learn.Key2(32, p.Lower, n.Lower),
		learn.Key2(33, n.Shape, f.Shape),
		learn.Key2(34, p.Shape, f.Shape),
		learn.Key3(35, a0, a1, a2),
		learn.Key2(36, t1, f.Suffix[2]),
		learn.Key2(37, f.Suffix[1], a1),
		learn.Key2(38, pp.Lower, p.Lower),
		learn.Key2(39, n.Lower, nn.Lower),
		learn.Key2(40, f.Suffix[2], m<<2|w.loud),
		learn.Key3(41, w.hint[i], m, w.loud),
		learn.Key3(42, w.hint[i], w.hintAround(i, 1), m),
		learn.Key3(43, w.hint[i], t1, m),
		learn.Key3(44, f.Shape, n.Shape, w.loud<<1|start),
		learn.Key3(45, t1, m, a1),
		learn.Key2(46, c0, m),
		learn.Key3(47, c0, t1, m),
		learn.Key3(48, c0, c1, t1),
		learn.Key2(49, c0, f.Suffix[1]),
		learn.Key2(50, c0, c1),
		learn.Key3(51, c0, w.classAround(i, -1), c1),
		learn.Key3(52, c0, w.hint[i], m<<3|w.loud<<1|start),
	)
	w.keys = k
	return k
}
