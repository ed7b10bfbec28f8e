package event

import (
	"slices"

	"rapporteur/internal/news"
)

// scenes are the prepositions of where a crowd is or goes.
var scenes = []string{"in", "into", "on", "onto", "to", "at", "through", "outside", "along", "across"}

// rousing reports whether what verb t says is done for or against something: "to
// denounce cuts", "against the law", "in protest".
func (f *finder) rousing(t news.TokenID) bool {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		switch f.Rel(k) {
		case news.Advcl, news.Xcomp, news.Conj, news.Acl:
			if k > t && f.Tag(k).XPOS == news.VBG && f.lex.in("chanting", f.Lemma(k)) {
				return true // "gathered outside the palace chanting"
			}
			for _, tr := range f.lex.verbs[f.Lemma(k)] {
				if k > t && (f.lex.in("verbal", tr.class) || tr.class == "PROTEST") {
					return true
				}
			}
		case news.Obl, news.Nmod:
			l, m := f.Lemma(k), f.Marker(k)
			if m == "against" || m == "in" && (l == "protest" || l == "support" || l == "solidarity" || l == "anger" || l == "defiance") {
				return true
			}
		}
	}
	return false
}

// vile reports whether a word of condemnation stands among those that verb t
// calls something: "dubbed the launch an outrage".
func (f *finder) vile(t news.TokenID) bool {
	last := min(f.a.Sentence(f.sent).Last, t+reach)
	from := t
	if f.lex.in("depicting", f.Lemma(t)) {
		for from = t + 1; from <= last && f.Lemma(from) != "as"; from++ { // "describes a crime" calls nothing one
		}
	}
	for k := from + 1; k <= last && f.UPOS(k) != news.VERB; k++ {
		if u := f.UPOS(k); (u == news.NOUN || u == news.ADJ) && f.lex.in("vile", f.Lemma(k)) {
			return k > t+1
		}
	}
	return false
}

// deed is what the verb or adjective at t speaks of doing: "offered [to talk]",
// "refused [to go]", wherever the parser hung it; 0 for none.
func (f *finder) deed(t news.TokenID) news.TokenID {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		r := f.Rel(k)
		if k < t || r != news.Xcomp && r != news.Ccomp && r != news.Advcl {
			continue
		}
		if f.infinitive(k) || r == news.Ccomp && (f.Modal(k) == "would" || f.Modal(k) == "will") || r == news.Xcomp && f.Tag(k).XPOS == news.VBG {
			return k
		}
	}
	if k := t + 2; k <= f.a.Sentence(f.sent).Last && f.Lemma(t+1) == "to" && f.lex.verbs[f.Lemma(k)] != nil && f.UPOS(k) != news.PROPN && f.UPOS(k+1) != news.PUNCT {
		return k // "offered to hand over", taken for a noun
	}
	return 0
}

// does reports whether the deed at x is of the kind asked for.
func (f *finder) does(x news.TokenID, kind string) bool {
	switch {
	case x == 0:
		return false
	case kind == "":
		return true
	case kind == "harm":
		return f.harms(x)
	case kind == "good":
		return !f.harms(x) && !f.Negated(x) && !f.lex.in("selfish", f.Lemma(x)) && f.classOf(x) != "CONSULT"
	}
	if kind == "weighty" {
		return !f.lex.in("mum", f.Lemma(x))
	}
	return f.lex.in(kind, f.Lemma(x))
}

// harms reports whether the deed at x is hostile.
func (f *finder) harms(x news.TokenID) bool {
	if f.Negated(x) {
		return false
	}
	c := f.classOf(x)
	if f.Lemma(x) == "fight" && c == "" {
		return f.Object(x) == 0 && !f.HasWord(x, "on") && !f.HasWord(x, "for")
	}
	return f.lex.in("hostile", c) || c == "" && f.lex.in("harm", f.Lemma(x))
}

// classOf is the class of the first trigger that verb x can be, by its words and
// what it governs; "" for none.
func (f *finder) classOf(x news.TokenID) string {
	for _, tr := range f.lex.verbs[f.Lemma(x)] {
		if f.Lexical(x, tr.lemma) && !tr.asks("deed") && f.needs(x, tr) {
			return tr.class
		}
	}
	return ""
}

// ofDeed adds whom the deed at x is done to, who is known: "offered to hand over
// two men [to Varnia]", "threatened to attack [Ostrel]".
func (p *parties) ofDeed(x news.TokenID) {
	if x == 0 {
		return
	}
	f := p.f
	towards := []string{"to", "with", "against", "on", "for", "from"}
	whom := append(f.sufferers(x), f.marked(x, towards)...)
	for _, o := range f.sufferers(x) { // "to break relations [with Ostrel]"
		whom = append(whom, f.marked(o, towards)...)
	}
	for _, k := range whom {
		if m := f.a.Mention(f.NamedAt(k)); m != nil && m.Kind != news.Place && m.Last-m.First <= maxName || f.statesBefore(k) {
			p.one(k, news.Recipient)
		}
	}
}

// statesBefore reports whether a people or state stands before noun k: "Varnian ships".
func (f *finder) statesBefore(k news.TokenID) bool {
	for d := f.Kid(k); d != 0 && d < k; d = f.Next(d) {
		if m := f.InnerMention(d); m != nil && m.Form == news.Demonym {
			return true
		}
	}
	return false
}

// tellings are the groups of nouns that say no more than the verb that governs
// them: "lodged a protest", "opened an inquiry", "declared a curfew".
var tellings = []string{"complaint", "inquiry", "march", "drill", "measure", "emergency", "truce", "concern", "goodwill", "proposal", "wish", "tie", "aid", "mediation"}

// spend notes the objects of verb t whose act it tells.
func (f *finder) spend(t news.TokenID, tr *trigger) {
	if tr.noun || !slices.ContainsFunc(tellings, tr.about) {
		return
	}
	f.spent = append(f.spent, f.sufferers(t)...)
}

// once drops the candidates of sentence id whose act another verb tells.
func (f *finder) once(id news.SentenceID) {
	if len(f.spent) > 0 {
		f.out = slices.DeleteFunc(f.out, func(c candidate) bool {
			return c.Sentence == id && c.trigger.noun && (c.Class != "CONSULT" || c.Label == "hearing" || c.Mode == "third-party") && slices.Contains(f.spent, c.token)
		})
	}
	f.spent = f.spent[:0]
}

// deedLabel is how a deed that is only spoken of is told: "offer to release".
func (f *finder) deedLabel(t news.TokenID, tr *trigger) string {
	x := f.deed(t)
	if x == 0 || !tr.asks("deed") {
		return tr.lemma
	}
	return tr.lemma + " to " + f.Lemma(x)
}

// governs reports whether of two tellings in one sentence one is a noun under the
// verb that is the other: "hosted him for a meeting", "wounded two in an attack".
func (f *finder) governs(e, c *candidate) bool {
	n, v := e, c
	if c.trigger.noun {
		n, v = c, e
	}
	if e.Sentence != c.Sentence || !n.trigger.noun || v.trigger.noun || !n.fresh && n.Class != "CONSULT" {
		return false
	}
	k := n.token
	for i := 0; i < 2 && k != 0; i++ {
		switch f.Marker(k) {
		case "", "in", "during", "at":
		case "for":
			if n.Class != "CONSULT" {
				return false
			}
		default:
			return false
		}
		if k = f.Head(k); k == v.token {
			return true
		}
	}
	return false
}
