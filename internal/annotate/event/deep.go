package event

import "rapporteur/internal/news"

// Whom an act of speech is aimed at, where grammar hangs him deeper than a dependent of
// the verb: below what is promised or refused, behind the "that" of a demand, behind
// what a protest is in defiance of.

// towards are the prepositions under which a deed that is spoken of names whom it is
// done to, and through which its object is followed down.
var towards = []string{"to", "with", "against", "on", "for", "from", "of", "in"}

// depth is how many nouns down from a deed whom it is done to is looked for:
// "assistance [to the war [against Varnia]]".
const depth = 3

// maxName is the number of tokens from which what was taken for a name is none.
const maxName = 6

// below adds the first who stand under the objects of deed x, through further nouns if
// need be: "refused to lift the curfew on [Ostrelians]", "threatened to bar goods from
// [Ostrel]", "will boycott [Varnia]'s vote". What is "in" a place is done to it only
// where that is a state.
func (p *parties) below(x news.TokenID) {
	f := p.f
	at := append(f.sufferers(x), f.marked(x, towards)...)
	for i := 0; i < depth && len(at) > 0 && !p.suffers(); i++ {
		var next []news.TokenID
		for _, o := range at {
			p.aimedAt(f.unbatched(o))
			next = append(next, f.marked(o, towards)...)
		}
		at = next
	}
}

// aimedAt adds the state, body or person that noun k names, or whose the thing is that
// it names: "[Ostrel]'s vote", "[Ostrelian] goods".
func (p *parties) aimedAt(k news.TokenID) {
	f := p.f
	own := func(m *news.Mention) bool {
		return m != nil && m.Chain != 0 && m.Form != news.Pronoun && m.Form != news.Nominal && (m.Kind == news.State || m.Kind == news.Group || m.Kind == news.Organization || m.Kind == news.Person) && !p.acts(m.Chain)
	}
	if m := f.a.Mention(f.NamedAt(k)); own(m) && m.Last-m.First > maxName {
		return // a headline taken for a name
	} else if own(m) {
		if f.Marker(k) != "in" || m.Kind == news.State {
			p.one(k, news.Recipient)
		}
		return
	}
	if f.TimeOf(k) != 0 || f.Marker(k) == "in" {
		return
	}
	for d := f.Kid(k); d != 0 && d < k; d = f.Next(d) {
		if r := f.Rel(d); r != news.NmodPoss && r != news.Amod && r != news.Compound {
			continue
		}
		if m := f.InnerMention(d); own(m) && (m.Form == news.Demonym || f.Rel(d) == news.NmodPoss) {
			p.put(news.Participant{Party: news.Party{Chain: m.Chain, Span: m.Span}, Role: news.Recipient})
		}
	}
}

// acts reports whether chain id, or whom it speaks for, is among those who act.
func (p *parties) acts(id news.ChainID) bool {
	for i := range p.out {
		q := &p.out[i]
		if q.Chain != 0 && (q.Chain == id || p.f.side(q.Chain) == id || p.f.side(id) == q.Chain) {
			return true
		}
	}
	return false
}

// demanded adds who is to do what verb t asks for, the first state, body or person right
// behind its "that", whatever the parser made of the clause: "demanded that the [Varnian]
// government end curbs", read as one noun.
func (p *parties) demanded(t news.TokenID) {
	f := p.f
	last := min(f.a.Sentence(f.sent).Last, t+reach/2)
	k := t + 1
	for ; k <= last && f.Lemma(k) != "that"; k++ {
		if f.TimeOf(k) == 0 && f.UPOS(k) != news.ADV && f.UPOS(k) != news.ADP && f.UPOS(k) != news.PRON && !f.lex.in("wish", f.Lemma(k)) {
			return
		}
	}
	for k++; k <= last && (f.UPOS(k) == news.DET || f.UPOS(k) == news.ADJ && f.InnerMention(k) == nil); k++ {
	}
	if m := f.InnerMention(k); k <= last && m != nil && m.First == k && m.Chain != 0 && m.Form != news.Pronoun && m.Kind != "" && m.Kind != news.Place && !p.acts(m.Chain) && f.Rel(k) != news.NsubjPass && f.Lemma(m.Last+1) != "be" { // "demanded that Trask be freed": of others
		p.put(news.Participant{Party: news.Party{Chain: m.Chain, Span: m.Span}, Role: news.Recipient})
	}
}

// defied adds whose act protest t is held in anger at, in words right behind it: "in
// defiance of [Varnian] authorities", "in protest against [Ostrel]'s decision".
func (p *parties) defied(t news.TokenID) {
	f := p.f
	last := f.a.Sentence(f.sent).Last
	for k := t + 1; k+2 < min(last, t+reach); k++ {
		if f.UPOS(k) == news.PUNCT {
			return
		}
		if f.Lemma(k) != "in" || !f.lex.in("defiance", f.Lemma(k+1)) {
			continue
		}
		for d := f.Kid(k + 1); d != 0; d = f.Next(d) {
			if m := f.Marker(d); d > k+1 && (m == "of" || m == "against" || m == "at" || m == "over" || m == "to") {
				p.aimedAt(d)
			}
		}
		return
	}
}

// aimedAtAll is aimedAt for each of ts and what stands right under it: "boycott all
// contact with [Ostrel]".
func (p *parties) aimedAtAll(ts []news.TokenID) {
	for _, o := range ts {
		if p.aimedAt(o); p.suffers() {
			return
		}
		for _, k := range p.f.marked(o, towards) {
			p.aimedAt(k)
		}
	}
}
