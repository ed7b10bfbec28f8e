package grammar

import "rapporteur/internal/news"

// Gist is what word t counts as where one name is as good as another: its lemma,
// the kind of what it names in angle brackets, "<number>"; "" of word 0. The
// models of stances and triggers read sentences by it.
func (v *View) Gist(t news.TokenID) string {
	if t == 0 {
		return ""
	}
	if k, ok := v.Names(t); ok {
		return inBrackets(k)
	}
	if v.UPOS(t) == news.NUM {
		return "<number>"
	}
	return v.Lemma(t)
}

func inBrackets(k news.Kind) string {
	switch k {
	case news.Person:
		return "<person>"
	case news.Organization:
		return "<organization>"
	case news.State:
		return "<state>"
	case news.Place:
		return "<place>"
	case news.Group:
		return "<group>"
	}
	return "<>"
}

// Names is the kind of what the name that t is part of names; false of no name.
func (v *View) Names(t news.TokenID) (news.Kind, bool) {
	m := v.A.Mention(v.NamedAt(t))
	if m == nil || m.Form != news.Name {
		return "", false
	}
	return m.Kind, true
}
