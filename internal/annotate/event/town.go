package event

import (
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// cityOf is the chain of the capital of state, 0 where the report has none.
func (f *finder) cityOf(state string) news.ChainID {
	for i := range f.a.Chains {
		if e := lex.Default().Lookup(f.a.Chains[i].Name); e != nil && e.Class == lex.Capital && e.Of == state {
			return news.ChainID(i + 1)
		}
	}
	return 0
}

// isCity reports whether the name at k is a place and no state.
func (f *finder) isCity(k news.TokenID) bool {
	m := f.a.Mention(f.MentionOf(k))
	if m == nil {
		return false
	}
	e := lex.Default().Lookup(m.Span.Of(f.a.Doc.Text))
	return m.Kind == news.Place || e != nil && e.Class == lex.Capital
}

// isCapital reports whether the words of p are the name of a capital.
func (f *finder) isCapital(p news.Party) bool {
	e := lex.Default().Lookup(p.Span.Of(f.a.Doc.Text))
	return e != nil && e.Class == lex.Capital
}

// asTown is place p, a capital's name that the report uses for its state elsewhere, as
// the town that it is where something happens in it.
func (f *finder) asTown(p news.Party) news.Party {
	c := f.a.Chain(p.Chain)
	if c != nil && c.Kind == news.State && f.isCapital(p) {
		p.Chain = f.cityOf(c.Canon)
	}
	return p
}
