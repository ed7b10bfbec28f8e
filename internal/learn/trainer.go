package learn

import "slices"

// Trainer learns a Linear model by the averaged perceptron: after each
// mistake, the features of the right class gain and those of the wrong class
// lose; the model is the average of all the models passed through. A feature
// gets a row only when it has been in rare+1 mistakes.
type Trainer struct {
	classes int
	rare    uint8
	index   keyTable // of what has a row: the number of the row and one
	met     keyTable // of what has none yet: how many mistakes it was part of
	rows    [][]cell // none where there are few classes
	flat    []cell   // of few classes: the rows, each of all classes, one behind the other
	step    float64
}

// cell is the weight of one class in one row: the current one, and the sum of
// step*change that the average is made from.
type cell struct {
	class uint8
	w, u  float32
}

// NewTrainer makes a Trainer for classes 0 to classes-1, at most 256; features
// in fewer than rare+1 mistakes stay out.
func NewTrainer(classes int, rare uint8) *Trainer {
	return &Trainer{classes: classes, rare: rare, index: newKeyTable(), met: newKeyTable()}
}

// Scores writes the score of every class for a thing with these features.
func (t *Trainer) Scores(features []uint32, scores []float32) {
	clear(scores)
	var at [ahead]int32
	for len(features) > 0 {
		chunk := features[:min(ahead, len(features))]
		features = features[len(chunk):]
		n := 0
		for _, f := range chunk {
			if at[n] = t.index.find(f); at[n] > 0 {
				n++
			}
		}
		for _, i := range at[:n] {
			for _, c := range t.row(i) {
				scores[c.class] += c.w
			}
		}
	}
}

// Step counts one decision, right or wrong.
func (t *Trainer) Step() { t.step++ }

// Update moves the weights of features by delta for class.
func (t *Trainer) Update(features []uint32, class int, delta float32) {
	for _, f := range features {
		if i := t.index.find(f); i > 0 {
			t.move(i, class, delta)
			continue
		}
		if t.rare > 0 {
			if e := t.met.claim(f, 1); e.n <= int32(t.rare) {
				e.n++
				continue
			}
		}
		i := t.add()
		t.index.claim(f, i)
		t.move(i, class, delta)
	}
}

// add makes a new row and returns its number.
func (t *Trainer) add() int32 {
	if t.classes > NarrowClasses {
		t.rows = append(t.rows, nil)
		return int32(len(t.rows))
	}
	for class := range t.classes {
		t.flat = append(t.flat, cell{class: uint8(class)})
	}
	return int32(len(t.flat) / t.classes)
}

// row is the row of number n.
func (t *Trainer) row(n int32) []cell {
	if t.classes > NarrowClasses {
		return t.rows[n-1]
	}
	return t.flat[(int(n)-1)*t.classes : int(n)*t.classes]
}

func (t *Trainer) move(n int32, class int, delta float32) {
	cells := t.row(n)
	for k := range cells {
		if int(cells[k].class) == class {
			cells[k].w += delta
			cells[k].u += float32(t.step) * delta
			return
		}
	}
	t.rows[n-1] = append(cells, cell{uint8(class), delta, float32(t.step) * delta})
}

// Averaged is the model learned so far: the average weights, each rounded to
// one of 255 steps of which the largest weight sets the size, and weights
// under the share least of it left out.
func (t *Trainer) Averaged(least float32) *Linear {
	unit := t.unit()
	b := builder{classes: t.classes}
	for _, k := range t.sorted() {
		b.row(k, t.row(t.index.find(k)), t.step, unit, least)
	}
	return b.build()
}

// Mean is the average of what several Trainers of the same classes have
// learned, each from another order of the same examples: steadier than each of
// them, and no dearer to use. It can only be asked for its averages.
func Mean(trainers ...*Trainer) *Trainer {
	out := NewTrainer(trainers[0].classes, 0)
	for _, t := range trainers {
		for _, k := range t.sorted() {
			for _, c := range t.row(t.index.find(k)) {
				out.Update([]uint32{k}, int(c.class), c.average(t.step)/float32(len(trainers)))
			}
		}
	}
	return out
}

// sorted lists the features that have rows, in order.
func (t *Trainer) sorted() []uint32 {
	keys := make([]uint32, 0, t.index.used)
	for _, e := range t.index.slots {
		if e.n > 0 {
			keys = append(keys, e.key)
		}
	}
	slices.Sort(keys)
	return keys
}

// unit is the weight that one step of a rounded weight stands for: 127 steps
// reach all but one in ten thousand of the weights.
func (t *Trainer) unit() float32 {
	var all []float32
	for _, r := range t.rows {
		for _, c := range r {
			all = append(all, abs(c.average(t.step)))
		}
	}
	for _, c := range t.flat {
		if c.u != 0 || c.w != 0 {
			all = append(all, abs(c.average(t.step)))
		}
	}
	if len(all) == 0 {
		return 1
	}
	slices.Sort(all)
	top := all[len(all)-1-len(all)/10000]
	if top == 0 {
		return 1
	}
	return top / 127
}

func (c cell) average(step float64) float32 {
	if step == 0 {
		return c.w
	}
	return c.w - float32(float64(c.u)/step)
}

func abs(x float32) float32 {
	if x < 0 {
		return -x
	}
	return x
}

// Dictionary builds a Linear whose rows are given, not learned.
type Dictionary struct{ b builder }

// NewDictionary makes a Dictionary over classes 0 to classes-1.
func NewDictionary(classes int) *Dictionary { return &Dictionary{builder{classes: classes}} }

// Row adds a row; keys come in rising order.
func (d *Dictionary) Row(key uint32, classes []uint8, weights []int8) {
	if d.b.cells == nil {
		d.b.cells = []byte{0}
	}
	d.b.keys = append(d.b.keys, key)
	d.b.starts = append(d.b.starts, uint32(len(d.b.cells)))
	d.b.cells = append(d.b.cells, byte(len(classes)))
	for i, c := range classes {
		d.b.cells = append(d.b.cells, c, byte(weights[i]))
	}
}

// Build is the finished model.
func (d *Dictionary) Build() *Linear { return d.b.build() }
