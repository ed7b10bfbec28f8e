// Package annotate reads one report: Document in, Analysis out. Reports never
// see each other here, so that any number of them can be read at once.
//
//	tokens -> sentences -> tags -> arcs -> names -> chains -> times
//	       -> quotes -> credits -> events -> positions -> figures
//
// Annotation is total: any text yields an Analysis.
package annotate

import (
	"rapporteur/internal/annotate/coref"
	"rapporteur/internal/annotate/credit"
	"rapporteur/internal/annotate/event"
	"rapporteur/internal/annotate/figure"
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/annotate/name"
	"rapporteur/internal/annotate/position"
	"rapporteur/internal/annotate/quote"
	"rapporteur/internal/annotate/sentence"
	"rapporteur/internal/annotate/tag"
	"rapporteur/internal/annotate/token"
	"rapporteur/internal/annotate/when"
	"rapporteur/internal/learn"
	"rapporteur/internal/news"
)

// Annotator holds the models that the language stages read. It is safe for
// use by several goroutines at once.
type Annotator struct {
	tagger *tag.Tagger
	namer  *name.Namer
}

// Weights are the weight files of the learned stages.
type Weights struct {
	Tag, Name *learn.File
}

// New makes an Annotator of the given weights. A stage whose file is nil does
// not run, and its layer is not Done; so is the zero Annotator.
func New(w Weights) (an *Annotator, err error) {
	an = &Annotator{}
	if w.Tag != nil {
		if an.tagger, err = tag.New(w.Tag); err != nil {
			return nil, err
		}
	}
	if w.Name != nil {
		if an.namer, err = name.New(w.Name); err != nil {
			return nil, err
		}
	}
	return an, nil
}

// Annotate runs every stage over doc, in order.
func (an *Annotator) Annotate(doc *news.Document) *news.Analysis {
	a := &news.Analysis{Doc: doc}
	a.Tokens, a.Done = token.Tokens(a), a.Done|news.Tokens
	a.Sentences, a.Done = sentence.Sentences(a), a.Done|news.Sentences
	forms := lex.Forms(a)
	if an.tagger != nil {
		a.Tags, a.Done = an.tagger.Tags(a, forms), a.Done|news.Tags
	}
	if an.namer != nil && an.tagger != nil {
		a.Mentions = an.namer.Names(a, forms)
	}
	a.Mentions, a.Chains = coref.Chains(a)
	a.Done |= news.Mentions | news.Chains
	a.Times, a.Done = when.Times(a), a.Done|news.Times
	a.Quotes, a.Done = quote.Quotes(a), a.Done|news.Quotes
	a.Credits, a.Done = credit.Credits(a), a.Done|news.Credits
	a.Events, a.Done = event.Events(a), a.Done|news.Events
	a.Positions, a.Done = position.Positions(a), a.Done|news.Positions
	a.Figures, a.Done = figure.Figures(a), a.Done|news.Figures
	return a
}
