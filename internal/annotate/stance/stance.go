// Package stance says which stance a speaker takes by a clause where no rule
// knows one: whom or what he blames, backs, refuses or asks for in words that
// nobody can list.
//
//	"They have turned a blind eye to the camps"   accuse, by 0.93
//	"We drove to the hospital at six"             none
//
// In go clauses of quotes, with the layers up to Credits; out comes a Stance and how
// sure it is. The model is multinomial logistic regression over the words and
// the grammar of the clause, learned from sentences of our own (internal/train).
// Who speaks, and what the issue is, the caller knows.
package stance

import (
	"encoding/binary"
	"fmt"
	"math"

	"rapporteur/internal/annotate/grammar"
	"rapporteur/internal/learn"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// Classes are the stances that a clause can take, in the order of the classes of
// a model; the first is none.
var Classes = []news.Stance{
	"", news.Demand, news.Reject, news.Offer, news.Support, news.Accept, news.Promise, news.Threaten, news.Accuse, news.Deny, news.Condition,
}

// Clause is what a speaker says in one clause.
type Clause struct {
	View  *grammar.View
	Quote news.QuoteID
	Part  text.Span    // the part of the quote that it stands in
	At    news.TokenID // its predicate

	Self      bool // its subject is the speaker or the speaker's side
	Good, Bad int  // words of praise and of blame in it
}

// Model is the loaded model, safe for use by several goroutines at once.
type Model struct {
	linear *learn.Linear
	unit   float64 // what one step of a weight is worth, as a logarithm of odds
}

// Names of the sections of a weight file.
const (
	weightsSection = "stances"
	unitSection    = "unit"
)

// unitSteps is how fine the unit of the weights is written.
const unitSteps = 1 << 20

// New reads the model out of its weight file.
func New(f *learn.File) (*Model, error) {
	l, err := f.Linear(weightsSection)
	if err != nil {
		return nil, err
	}
	if l.Classes() != len(Classes) {
		return nil, fmt.Errorf("stances: %d classes, not %d", l.Classes(), len(Classes))
	}
	raw, err := f.Data(unitSection)
	if err != nil {
		return nil, err
	}
	unit, n := binary.Uvarint(raw)
	if n <= 0 || n != len(raw) || unit == 0 || unit > unitSteps {
		return nil, fmt.Errorf("stances: unit %d in %d bytes", unit, len(raw))
	}
	return &Model{linear: l, unit: float64(unit) / unitSteps}, nil
}

// Sections are what New reads: weights, and what one of their steps is worth.
func Sections(l *learn.Linear, unit float32) []learn.Section {
	return []learn.Section{
		{Name: weightsSection, Data: l.Append(nil)},
		{Name: unitSection, Data: binary.AppendUvarint(nil, max(1, uint64(math.Round(float64(unit)*unitSteps))))},
	}
}

// Read is the likeliest stance of c beside none, and how likely it is that c takes
// that one, from 0 to 1.
func (m *Model) Read(c *Clause) (news.Stance, float32) {
	var room [roomy]uint32
	return m.ReadFeatures(c.Features(room[:0]))
}

// ReadFeatures is Read for a clause of which only the features are known.
func (m *Model) ReadFeatures(features []uint32) (news.Stance, float32) {
	var scores learn.Scores
	m.linear.Scores(features, &scores)
	best := 1
	for k := 2; k < len(Classes); k++ {
		if scores[k] > scores[best] {
			best = k
		}
	}
	sum := 0.0
	for k := range Classes {
		sum += math.Exp(float64(scores[k]-scores[best]) * m.unit)
	}
	return Classes[best], float32(1 / sum)
}
