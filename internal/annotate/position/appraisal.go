package position

import (
	"fmt"
	"strings"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// What a speaker thinks of another or of what is at stake, by the words that he
// has for it: a caricature, akin to extortion, a courageous step; they sat idly by.

// appraisals is what the stage knows of words of praise and blame.
type appraisals struct {
	good, bad                                                                                               map[string]bool     // adjectives and nouns
	goodDeed, badDeed                                                                                       map[string][]string // by first lemma: "turn" has "turn eye"
	likeness, unsided, trying, performative, reproving                                                      map[string]bool
	complaint, era, past, fellow, signifying, wishing, commanded, warranting, others, confident, inflicting map[string]bool // what turns.go reads
}

// add takes one line of appraisals.txt: kind and lemmas.
func (w *appraisals) add(f []string) error {
	if deeds := map[string]*map[string][]string{"good deed": &w.goodDeed, "bad deed": &w.badDeed}[f[0]]; deeds != nil {
		*deeds = map[string][]string{}
		for _, d := range spelledOut(f[1]) {
			first, _, _ := strings.Cut(d, " ")
			(*deeds)[first] = append((*deeds)[first], d)
		}
		return nil
	}
	words := map[string]*map[string]bool{"good": &w.good, "bad": &w.bad, "likeness": &w.likeness, "unsided": &w.unsided,
		"trying": &w.trying, "performative": &w.performative, "reproving": &w.reproving,
		"complaint": &w.complaint, "era": &w.era, "past": &w.past, "fellow": &w.fellow, "signifying": &w.signifying, "wishing": &w.wishing, "commanded": &w.commanded, "warranting": &w.warranting, "others": &w.others, "confident": &w.confident, "inflicting": &w.inflicting}[f[0]]
	if words == nil {
		return fmt.Errorf("unknown kind %q", f[0])
	}
	*words = map[string]bool{}
	for _, l := range lex.List(f[1]) {
		(*words)[l] = true
	}
	return nil
}

// worth is what a word or clause says of what it is said of.
type worth int8

const (
	noWorth worth = iota
	praise
	blame
)

// against is the opposite of w.
func (w worth) against() worth {
	switch w {
	case praise:
		return blame
	case blame:
		return praise
	}
	return noWorth
}

// appraises fills d when clause t of q praises or blames its subject.
func (f *finder) appraises(d *draft, q *news.Quote, t news.TokenID) bool {
	s := f.subject(t)
	if !f.takesSides(d.holder) || f.asking(t) || f.infinitive(t) || f.marked(t) {
		return false
	}
	w := f.calls(t, s)
	d.rule = "position/appraisal"
	if w == noWorth {
		w, d.rule = f.does(t, s), "position/deed"
	}
	if w == noWorth {
		return false
	}
	switch self := f.isSelf(q, t) && (w == praise || !f.ofOurs(s)); {
	case self && w == praise && f.negated(t):
		d.stance = news.Deny // "we are not warmongers"
	case self || s != 0 && f.Tag(s).Feats&news.Person1 != 0 || !f.arguable(d, s):
		return false
	case w == praise && f.ofOwn(q, s):
		return false // "our future is bright"
	case w == praise:
		d.stance = news.Support
	default:
		d.stance = news.Accuse
	}
	d.target, d.grade, d.issue = f.party(s), less, f.withTopic(t)
	if d.rule == "position/deed" {
		d.issue = f.withSubject(t, s)
	}
	return true
}

// ofOurs reports whether noun s is "our" something, of which one may complain: "our
// leaders are weak".
func (f *finder) ofOurs(s news.TokenID) bool {
	p := f.Child(s, news.NmodPoss)
	return p != 0 && f.Tag(p).Feats&news.Person1 != 0
}

// takesSides reports whether p is one whose praise and blame are positions: with an
// office or, in a report of public affairs, a side; experts too, of whom doubt thinks
// less; no neighbour.
func (f *finder) takesSides(p news.Party) bool {
	return f.political(p) || f.lex.notice[f.Lemma(f.headIn(p.Span))] || f.public && (f.partisan(p) || f.expert(p, f.headIn(p.Span)))
}

// negated reports whether clause t is denied, and not by a "not only".
func (f *finder) negated(t news.TokenID) bool { return f.Negated(t) && !f.onlyNot(t) }

// arguable reports whether subject s is something to take sides on: a party, a deed or
// policy, "it" or "this" in the mouth of who has a side; not the weather.
func (f *finder) arguable(d *draft, s news.TokenID) bool {
	if s == 0 {
		return f.political(d.holder)
	}
	if f.TimeOf(s) != 0 || f.lex.worth.unsided[f.Lemma(s)] {
		return false
	}
	return f.debatable(s) || f.political(d.holder) || f.UPOS(s) == news.VERB
}

// calls is what clause t, whose predicate is an adjective or noun, says of subject
// s: "is a disgrace", "was not fair", "would be a disaster".
func (f *finder) calls(t, s news.TokenID) worth {
	if f.Child(t, news.Cop) == 0 && !f.remains(t) && !f.soundsLike(t) || s > t {
		return noWorth
	}
	switch f.Modal(t) {
	case "", "would", "will", "could", "must", "ca", "can":
	default:
		return noWorth
	}
	w := noWorth
	for _, k := range f.Conjuncts(t) {
		if k != t && f.Child(k, news.Nsubj, news.Cop) != 0 {
			continue
		}
		if w = f.worthOf(k); w != noWorth {
			break
		}
	}
	switch {
	case f.noSubject(t) && w == praise && f.Oblique(t, "than") > t:
		return praise // "nobody is better than she"
	case f.negated(t) || f.noSubject(t):
		return w.against()
	}
	return w
}

// soundsLike reports whether t is what its subject sounds, looks or feels like.
func (f *finder) soundsLike(t news.TokenID) bool {
	switch f.Lemma(f.Head(t)) {
	case "sound", "look", "seem", "appear", "prove":
		return f.Rel(t) == news.Xcomp && f.UPOS(t) != news.VERB
	}
	return false
}

// worthOf is what adjective or noun t says of what it is said of, by itself, by its
// adjectives or by what it is a case of: "further evidence of corruption".
func (f *finder) worthOf(t news.TokenID) worth {
	l := f.Lemma(t)
	if f.blames(l) {
		return blame
	}
	if f.Marker(t) != "" && f.Marker(t) != "as" && f.Marker(t) != "like" {
		return noWorth
	}
	w := noWorth
	for k := f.Kid(t); k != 0 && k < t; k = f.Next(k) {
		switch l := f.Lemma(k); {
		case f.Rel(k) != news.Amod && f.Rel(k) != news.Compound:
		case f.blames(l) || f.lex.reckless[l]:
			return blame
		case f.lex.worth.good[l]:
			w = praise
		}
	}
	if o := f.Oblique(t, "of", "to", "in"); f.lex.worth.likeness[l] && o != 0 {
		if v := f.worthOfBare(o); v != noWorth {
			return v
		}
	}
	if w == noWorth && f.lex.worth.good[l] {
		return praise
	}
	return w
}

// worthOfBare is what noun t or an adjective of it says.
func (f *finder) worthOfBare(t news.TokenID) worth {
	switch {
	case f.blames(f.Lemma(t)) || f.lex.affront[f.Lemma(t)] || f.lex.misdeed[f.Lemma(t)] || f.hasAmod(t, f.lex.worth.bad) || f.hasAmod(t, f.lex.judged):
		return blame
	case f.lex.worth.good[f.Lemma(t)] || f.hasAmod(t, f.lex.worth.good):
		return praise
	}
	return noWorth
}

// blames reports whether lemma l blames what it is said of.
func (f *finder) blames(l string) bool {
	return f.lex.worth.bad[l] || f.lex.judged[l] || f.lex.faulted[l] || strings.HasPrefix(l, "anti-")
}

// does is what verb t, or the one that it tries or wants to do, says of who does it.
func (f *finder) does(t, s news.TokenID) worth {
	if s == 0 || s > t || f.UPOS(s) != news.PRON && f.party(s).IsZero() && !f.debatable(s) {
		return noWorth
	}
	if f.UPOS(t) != news.VERB || f.Passive(t) || f.Child(t, news.Cop) != 0 || f.noSubject(t) {
		return noWorth
	}
	switch f.Modal(t) {
	case "", "would", "will":
	default:
		return noWorth
	}
	w := f.deed(t)
	if x := f.infinitiveUnder(t); w == noWorth && x > t && f.lex.worth.trying[f.Lemma(t)] {
		w = f.deed(x)
	}
	switch {
	case !f.negated(t):
		return w
	case w == praise:
		return blame
	}
	return noWorth // "they did not lie" is left to denials
}

// deed is what the words of verb t say of who does it.
func (f *finder) deed(t news.TokenID) worth {
	l := f.Lemma(t)
	for _, e := range f.lex.worth.badDeed[l] {
		if f.done(t, e) {
			return blame
		}
	}
	for _, e := range f.lex.worth.goodDeed[l] {
		if f.done(t, e) {
			return praise
		}
	}
	return noWorth
}

// done reports whether deed e, of one word or of a verb with what it is done to,
// stands at verb t.
func (f *finder) done(t news.TokenID, e string) bool {
	_, rest, two := strings.Cut(e, " ")
	if !two {
		return f.Object(t) > t || f.infinitiveUnder(t) != 0 || f.Child(t, news.Obl, news.Ccomp) != 0
	}
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if r := f.Rel(k); k > t && f.Lemma(k) == rest && r != news.Conj && r != news.Parataxis && r != news.Advcl {
			return true
		}
	}
	return t < f.Len() && f.Lemma(t+1) == rest && f.SentenceOf(t+1) == f.SentenceOf(t)
}

// reproves fills d when question t of direct quote q finds fault by asking: "why
// would they want to pay?", "who do they think they are?".
func (f *finder) reproves(d *draft, q *news.Quote, t news.TokenID) bool {
	first := f.begins(t, q.Parts[0])
	s := f.subject(t)
	if f.Lemma(s) == "you" && !(f.Lemma(first) == "how" && f.unable(t)) {
		return false // but "how can you leave them behind?"
	}
	if q.Form != news.Direct || q.CueLemma == "ask" || q.CueLemma == "wonder" || !f.political(d.holder) || !f.lex.worth.reproving[f.Lemma(first)] || first > t {
		return false
	}
	if l := f.Lemma(first); l != "why" && l != "how" && f.deed(t) != blame && f.Lemma(t) != "think" {
		return false
	}
	d.stance, d.rule, d.grade, d.target, d.issue = news.Accuse, "position/why", 0.35, f.party(s), f.Clause(t)
	return true
}

// within takes up, in those sentences of q in which its main clauses took no
// position, what the clauses below them say: "they did it because he [is a liar]".
func (f *finder) within(id news.QuoteID) {
	q := f.a.Quote(id)
	if !f.takesSides(q.Speaker) {
		return
	}
	for _, part := range q.Parts {
		for t := f.TokenAt(part.Start); t <= f.Len() && f.Span(t).End <= part.End; t++ {
			if f.QuoteOf(t) != id || !f.asserts(t) || f.tops(t, part) || f.nested(q, t, part) || f.took[f.SentenceOf(t)] == id || !f.avers(q, t) {
				continue
			}
			before := len(f.out)
			f.predicate(q, t)
			for i := before; i < len(f.out); i++ {
				f.out[i].Confidence = min(f.out[i].Confidence, underMain)
			}
		}
	}
}

// underMain is the most that is trusted what a clause below a main one says.
const underMain = 0.4

// avers reports whether clause t of q is what its speaker himself holds to be so: not
// what is only supposed, doubted, asked or said by others.
func (f *finder) avers(q *news.Quote, t news.TokenID) bool {
	if f.infinitive(t) || f.Tag(t).XPOS == news.VBG && f.Child(t, news.Aux) == 0 {
		return false
	}
	at := t
	for i := 0; i < 5 && t != 0; i++ {
		if f.marked(t) || f.doubted(t) || f.awaited(t) {
			return false
		}
		h := f.Head(t)
		if h == 0 || f.QuoteOf(h) != f.QuoteOf(t) {
			break
		}
		if r := f.Rel(t); r == news.Acl && f.UPOS(h) == news.NOUN && f.Lemma(h) != "fact" {
			return false // "the false idea that hacking is justified"
		} else if (r == news.Ccomp || r == news.Xcomp) && (f.UPOS(h) == news.NOUN && f.Child(h, news.Cop) == 0 || f.Negated(h) || f.Modal(h) != "" || !f.isSelf(q, h) && f.Subject(h) != 0 && f.UPOS(h) == news.VERB) {
			return false
		}
		t = h
	}
	return !f.asking(at)
}

// brandReach is how many tokens behind an object what it is called may end.
const brandReach = 60

// callsIn is what the words between quotation marks behind verb t say of its
// object: `called a report that cites her letters “outrageous”`.
func (f *finder) callsIn(t, o news.TokenID) (w worth, s text.Span) {
	last := f.a.Sentence(f.SentenceOf(t)).Last
	first := news.TokenID(0)
	for k := o + 1; k <= min(last, o+brandReach); k++ {
		switch f.Word(k) {
		case "“", "\"", "``":
			if first == 0 && f.UPOS(k-1) == news.ADP && f.Lemma(k-1) != "as" {
				return noWorth, s // "condemned it “in the strongest words”"
			}
			if first == 0 {
				first = k + 1
				continue
			}
		}
		if first == 0 {
			if f.Word(k) == ";" || f.Word(k) == "," || f.lex.adding[f.Lemma(k)] {
				return noWorth, s
			}
			continue
		}
		switch f.Word(k) {
		case "”", "\"", "''":
			return w, f.Phrase(o).Cover(f.Cover(o, k-1))
		}
		switch l := f.Lemma(k); {
		case f.UPOS(k) != news.ADJ && f.UPOS(k) != news.NOUN && f.UPOS(k-1) != news.ADJ || w == blame: // "a huge [win]" may be taken for a verb
		case f.blames(l):
			w = blame
		case f.lex.worth.good[l] || f.lex.approving[l]:
			w = praise
		}
	}
	return noWorth, s
}
