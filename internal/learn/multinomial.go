package learn

import (
	"encoding/binary"
	"fmt"
	"math"
)

// Multinomial is a multinomial logistic regression: it says of a thing the likeliest
// class beside class 0, which stands for none, and how likely that one is. It is
// safe for use by several goroutines at once.
type Multinomial struct {
	linear *Linear
	unit   float64 // what one step of a weight is worth, as a logarithm of odds
}

// unitSection names the section of a weight file with the unit of the weights.
const unitSection = "unit"

// unitSteps is how fine the unit of the weights is written.
const unitSteps = 1 << 20

// Multinomial reads the model of so many classes whose weights are section name of f.
func (f *File) Multinomial(name string, classes int) (*Multinomial, error) {
	l, err := f.Linear(name)
	if err != nil {
		return nil, err
	}
	if l.Classes() != classes {
		return nil, fmt.Errorf("%s: %d classes, not %d", name, l.Classes(), classes)
	}
	raw, err := f.Data(unitSection)
	if err != nil {
		return nil, err
	}
	unit, n := binary.Uvarint(raw)
	if n <= 0 || n != len(raw) || unit == 0 || unit > unitSteps {
		return nil, fmt.Errorf("%s: unit %d in %d bytes", name, unit, len(raw))
	}
	return &Multinomial{linear: l, unit: float64(unit) / unitSteps}, nil
}

// MultinomialSections are what File.Multinomial reads: weights, and what one of
// their steps is worth.
func MultinomialSections(name string, l *Linear, unit float32) []Section {
	return []Section{
		{Name: name, Data: l.Append(nil)},
		{Name: unitSection, Data: binary.AppendUvarint(nil, max(1, uint64(math.Round(float64(unit)*unitSteps))))},
	}
}

// Likeliest is the likeliest class of a thing with these features beside class 0, and
// how likely it is, from 0 to 1.
func (m *Multinomial) Likeliest(features []uint32) (class int, probability float32) {
	var scores Scores
	m.linear.Scores(features, &scores)
	class = 1
	n := m.linear.classes
	for k := 2; k < n; k++ {
		if scores[k] > scores[class] {
			class = k
		}
	}
	sum := 0.0
	for _, s := range scores[:n] {
		sum += math.Exp(float64(s-scores[class]) * m.unit)
	}
	return class, float32(1 / sum)
}
