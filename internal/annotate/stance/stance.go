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
type Model struct{ *learn.Multinomial }

// Section names the weights in a weight file.
const Section = "stances"

// New reads the model out of its weight file.
func New(f *learn.File) (*Model, error) {
	m, err := f.Multinomial(Section, len(Classes))
	if err != nil {
		return nil, err
	}
	return &Model{m}, nil
}

// Read is the likeliest stance of c beside none, and how likely it is that c takes
// that one, from 0 to 1.
func (m *Model) Read(c *Clause) (news.Stance, float32) {
	var room [roomy]uint32
	return m.ReadFeatures(c.Features(room[:0]))
}

// ReadFeatures is Read for a clause of which only the features are known.
func (m *Model) ReadFeatures(features []uint32) (news.Stance, float32) {
	class, p := m.Likeliest(features)
	return Classes[class], p
}
