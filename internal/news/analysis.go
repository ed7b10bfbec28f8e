package news

import (
	"rapporteur/internal/diag"
	"rapporteur/internal/text"
)

// Typed indexes into the layers of an Analysis: 1 is the first element, 0 is none.
type (
	TokenID    int32
	SentenceID int32
	MentionID  int32
	ChainID    int32
	TimeID     int32
	QuoteID    int32
	EventID    int32
)

// Layer names a layer of an Analysis; Done is a set of them.
type Layer uint16

// The layers, in the order in which the stages run.
const (
	Tokens Layer = 1 << iota
	Sentences
	Tags
	Arcs
	Mentions
	Chains
	Times
	Quotes
	Credits
	Positions
	Events
	Figures
)

// Analysis is what annotate makes of one Document: a slice a layer, written
// once by one goroutine and frozen on return. A layer whose bit is not in Done
// was not looked for; a layer that is Done and empty was looked for in vain.
//
//	Doc.Text   Peskov said Lavrov will fly on Monday .
//	Tokens     1      2    3      4    5   6  7      8
//	Sentences  1 = tokens 1..8
//	Mentions   1 = token 1, 2 = token 3        Chains 1 = {mention 1}, 2 = {mention 2}
//	Times      1 = "Monday"                    Quotes 1 = indirect, "Lavrov ... Monday", by chain 1
type Analysis struct {
	Doc  *Document
	Done Layer

	Tokens    []Token
	Tags      []Tag // parallel to Tokens when Done has Tags
	Arcs      []Arc // parallel to Tokens when Done has Arcs
	Sentences []Sentence
	Mentions  []Mention // by place
	Chains    []Chain   // by first mention
	Times     []Time    // by place
	Quotes    []Quote   // by place
	Credits   []Credit  // by place
	Events    []Event   // by place of the trigger, those that the model alone has read last
	Positions []Position
	Figures   []Figure
	Findings  []diag.Finding
}

// Token is one word or mark, as Universal Dependencies cuts them: "don't" is
// the two tokens "do" and "n't", which meet without a gap.
type Token struct {
	Span  text.Span
	Glued bool // part of the same orthographic word as the token before it ("n't", "'s")
}

// Sentence is a run of tokens.
type Sentence struct {
	Span        text.Span
	First, Last TokenID // inclusive
	Block       int32   // index into Doc.Blocks
}

// Tag is the morphology of one token.
type Tag struct {
	UPOS  UPOS
	XPOS  XPOS   // Penn Treebank tag as the English treebanks use it
	Feats Feats  // the features that later stages read
	Lemma string // lower case except for proper nouns
}

// Arc attaches one token to its head.
type Arc struct {
	Head TokenID // 0 is the root of the sentence
	Rel  Rel
}

// Sentence, Mention, Chain, Time, Quote and Event give the element behind an
// index, nil for none.
func (a *Analysis) Sentence(id SentenceID) *Sentence { return at(a.Sentences, int(id)) }

// Mention is the mention behind id, nil for none.
func (a *Analysis) Mention(id MentionID) *Mention { return at(a.Mentions, int(id)) }

// Chain is the chain behind id, nil for none.
func (a *Analysis) Chain(id ChainID) *Chain { return at(a.Chains, int(id)) }

// Time is the time expression behind id, nil for none.
func (a *Analysis) Time(id TimeID) *Time { return at(a.Times, int(id)) }

// Quote is the quote behind id, nil for none.
func (a *Analysis) Quote(id QuoteID) *Quote { return at(a.Quotes, int(id)) }

// Event is the event behind id, nil for none.
func (a *Analysis) Event(id EventID) *Event { return at(a.Events, int(id)) }

func at[T any](s []T, id int) *T {
	if id < 1 || id > len(s) {
		return nil
	}
	return &s[id-1]
}

// Word is the text of token id; "" for none.
func (a *Analysis) Word(id TokenID) string {
	if id < 1 || int(id) > len(a.Tokens) {
		return ""
	}
	return a.Tokens[id-1].Span.Of(a.Doc.Text)
}

// SentenceAt is the sentence that holds byte offset at, 0 when none does.
func (a *Analysis) SentenceAt(at int32) SentenceID {
	lo, hi := 0, len(a.Sentences)
	for lo < hi {
		m := (lo + hi) / 2
		if a.Sentences[m].Span.End <= at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(a.Sentences) && a.Sentences[lo].Span.Start <= at {
		return SentenceID(lo + 1)
	}
	return 0
}

// Day is the anchor of the report's relative times; the zero Day when it has no date.
func (a *Analysis) Day() Day { return a.Doc.Published.Day() }

// Light is a without the layers that only the annotating stages need (tokens,
// tags and arcs): what a store keeps and what relate reads. Annotating the
// Document again gives them back.
func (a *Analysis) Light() *Analysis {
	b := *a
	b.Tokens, b.Tags, b.Arcs = nil, nil, nil
	b.Done &^= Tokens | Tags | Arcs
	return &b
}
