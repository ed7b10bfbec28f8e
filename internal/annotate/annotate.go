// Package annotate reads one report: Document in, Analysis out. Reports never
// see each other here, so that any number of them can be read at once.
//
//	tokens -> sentences -> tags -> arcs (-> revision) -> names (-> mends) -> chains -> times
//	       -> quotes -> credits -> positions -> events -> figures
//
// Annotation is total: any text yields an Analysis.
package annotate

import (
	"rapporteur/internal/annotate/coref"
	"rapporteur/internal/annotate/credit"
	"rapporteur/internal/annotate/event"
	"rapporteur/internal/annotate/figure"
	"rapporteur/internal/annotate/grade"
	"rapporteur/internal/annotate/grammar"
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/annotate/name"
	"rapporteur/internal/annotate/nugget"
	"rapporteur/internal/annotate/parse"
	"rapporteur/internal/annotate/position"
	"rapporteur/internal/annotate/quote"
	"rapporteur/internal/annotate/revise"
	"rapporteur/internal/annotate/sentence"
	"rapporteur/internal/annotate/stance"
	"rapporteur/internal/annotate/tag"
	"rapporteur/internal/annotate/token"
	"rapporteur/internal/annotate/when"
	"rapporteur/internal/learn"
	"rapporteur/internal/news"
	"rapporteur/internal/par"
)

// Annotator holds the models that the language stages read. It is safe for
// use by several goroutines at once.
type Annotator struct {
	splitter *sentence.Splitter
	tagger   *tag.Tagger
	parser   *parse.Parser
	reviser  *revise.Reviser
	namer    *name.Namer
	stances  *stance.Model
	nuggets  *nugget.Model
	past     *past
}

// Weights are the weight files of the learned stages.
type Weights struct {
	Sentence, Tag, Parse, Revise, Name, Stance, Nugget *learn.File
}

// New makes an Annotator of the given weights. A stage whose file is nil does
// not run, and its layer is not Done, but that sentences are then cut by rules
// alone; the zero Annotator runs none of them.
// The parser and the namer need the tagger; without weights of its own, what the
// parser draws is revised by rules alone.
func New(w Weights) (*Annotator, error) {
	an := &Annotator{reviser: &revise.Reviser{}}
	split := func() error { return made(&an.splitter, w.Sentence, sentence.New) }
	if w.Tag == nil {
		return an, split()
	}
	return an, par.All(
		func() error { return made(&an.parser, w.Parse, parse.New) },
		func() error { return made(&an.reviser, w.Revise, revise.New) },
		func() error { return made(&an.tagger, w.Tag, tag.New) },
		func() error { return made(&an.namer, w.Name, name.New) },
		func() error { return made(&an.stances, w.Stance, stance.New) },
		func() error { return made(&an.nuggets, w.Nugget, nugget.New) },
		split)
}

// made makes a stage of its weights, if there are any.
func made[S any](stage **S, f *learn.File, of func(*learn.File) (*S, error)) (err error) {
	if f != nil {
		*stage, err = of(f)
	}
	return err
}

// Annotate runs every stage over doc, in order. A report in a language that is
// not read is only cut into sentences: nothing is claimed from it.
func (an *Annotator) Annotate(doc *news.Document) *news.Analysis {
	a, forms := an.cut(doc)
	if !reads(doc.Language) {
		return a
	}
	an.grammar(a, forms)
	revise.AtOdds(a)
	a.Mentions, a.Chains = coref.Chains(a)
	a.Done |= news.Mentions | news.Chains
	a.Times, a.Done = when.Times(a), a.Done|news.Times
	a.Quotes, a.Done = quote.Quotes(a), a.Done|news.Quotes
	a.Credits, a.Done = credit.Credits(a), a.Done|news.Credits
	v := grammar.New(a)
	a.Positions, a.Done = position.Positions(v, an.stances), a.Done|news.Positions
	a.Events, a.Done = event.Events(v, an.nuggets), a.Done|news.Events
	a.Figures, a.Done = figure.Figures(v), a.Done|news.Figures
	graded(a)
	return a
}

// graded brings the confidence of the statements into line with how often their
// rules were right. Stages grade what they see of each other as it was found.
func graded(a *news.Analysis) {
	for i := range a.Events {
		e := &a.Events[i]
		e.Confidence = grade.Of(e.Rule, e.Confidence)
	}
	for i := range a.Positions {
		p := &a.Positions[i]
		p.Confidence = grade.Of(p.Rule, p.Confidence)
	}
	for i := range a.Figures {
		f := &a.Figures[i]
		f.Confidence = grade.Of(f.Rule, f.Confidence)
	}
}

// Cut makes the first two layers of Annotate, words and sentences, alone.
func (an *Annotator) Cut(doc *news.Document) *news.Analysis {
	a, _ := an.cut(doc)
	return a
}

func (an *Annotator) cut(doc *news.Document) (*news.Analysis, []lex.Form) {
	a := &news.Analysis{Doc: doc}
	a.Tokens, a.Done = token.Tokens(a), a.Done|news.Tokens
	forms := lex.Forms(a)
	a.Sentences, a.Done = an.splitter.Sentences(a, forms), a.Done|news.Sentences
	return a, forms
}

// Grammar runs the learned stages over the tokens and sentences of a: tags,
// arcs and names. It is the part of Annotate that a treebank can judge alone.
func (an *Annotator) Grammar(a *news.Analysis) *news.Analysis {
	return an.grammar(a, lex.Forms(a))
}

func (an *Annotator) grammar(a *news.Analysis, forms []lex.Form) *news.Analysis {
	unread, known := an.past.sift(a)
	if an.tagger != nil {
		a.Tags, a.Done = an.tagger.Tags(a, forms, unread), a.Done|news.Tags
	}
	if an.parser != nil {
		a.Arcs, a.Done = an.parser.Arcs(a, forms, unread), a.Done|news.Arcs
		an.reviser.Revise(a, forms, unread)
		restore(a, known)
		an.past.keep(a, unread, forms)
	}
	if an.namer != nil {
		a.Mentions, a.Done = an.namer.Names(a, forms), a.Done|news.Mentions
	}
	return a
}

// reads holds for English, and for reports too short to tell their language.
func reads(language string) bool { return language == "" || language == "en" }
