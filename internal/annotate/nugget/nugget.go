// Package nugget says which PLOVER type of event a word tells of where no list
// knows: by what it is, who does it to what, and the words around it.
//
//	"Gunmen [mowed] down a wedding party"   ASSAULT, by 0.95
//	"The warden [mowed] the lawn"           none
//
// In go words with the layers up to Times; out comes a type and how sure it is.
// The model is multinomial logistic regression over words, grammar and classes of
// words, learned from sentences of our own (internal/train). Who takes part, when
// and where, the caller reads off the grammar.
package nugget

import (
	"rapporteur/internal/annotate/grammar"
	"rapporteur/internal/learn"
	"rapporteur/internal/news"
)

// Classes are the PLOVER 2.0 types in the order of the classes of a model; the
// first is none.
var Classes = []string{
	"", "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
	"ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
}

// Model is the loaded model, safe for use by several goroutines at once.
type Model struct{ *learn.Multinomial }

// Section names the weights in a weight file.
const Section = "nuggets"

// New reads the model out of its weight file.
func New(f *learn.File) (*Model, error) {
	m, err := f.Multinomial(Section, len(Classes))
	if err != nil {
		return nil, err
	}
	return &Model{m}, nil
}

// Candidate reports whether word t of v is of a kind that can tell of an event.
func Candidate(v *grammar.View, t news.TokenID) bool {
	switch v.UPOS(t) {
	case news.VERB:
		return true
	case news.NOUN:
		_, named := v.Names(t)
		return !named && v.TimeOf(t) == 0
	}
	return false
}

// Read is the likeliest type of event that word t of v tells of, and how likely it
// is that it tells of one of that type, from 0 to 1.
func (m *Model) Read(v *grammar.View, t news.TokenID) (class string, probability float32) {
	var room [roomy]uint32
	return m.ReadFeatures(Features(v, t, room[:0]))
}

// ReadFeatures is Read for a word of which only the features are known.
func (m *Model) ReadFeatures(features []uint32) (class string, probability float32) {
	k, p := m.Likeliest(features)
	return Classes[k], p
}
