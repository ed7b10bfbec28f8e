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
		if n := f.Child(d, news.Amod); f.Rel(d) == news.Compound && f.InnerMention(d) == nil && n != 0 {
			d = n // "the biggest [Varnian] refugee camp"
		}
		if m := f.InnerMention(d); own(m) && (m.Form == news.Demonym || f.Rel(d) == news.NmodPoss || f.Rel(d) == news.Compound && m.Kind != news.Person && f.Tag(k).XPOS == news.NNS && f.lex.in("person", f.Lemma(k))) {
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
	for k++; k <= last && (f.UPOS(k) == news.DET || f.Rel(k) == news.NmodPoss && f.UPOS(k) == news.PRON || f.UPOS(k) == news.ADJ && f.InnerMention(k) == nil); k++ {
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
				if p.aimedAt(d); !p.suffers() {
					p.known(f.joined(f.Oblique(d, "by")), news.Recipient) // "in protest at killings by [the army]"
				}
			}
		}
		return
	}
	p.against(t)
}

// against adds whom words right behind protest t name under "against", wherever the parser
// hung them: "rallies in the square against the party's leader [Ivo Trask]".
func (p *parties) against(t news.TokenID) {
	f := p.f
	last := min(f.a.Sentence(f.sent).Last, t+reach)
	k := t + 1
	for ; k < last && f.Lemma(k) != "against"; k++ {
		if u := f.UPOS(k); u == news.PUNCT || u == news.VERB {
			return
		}
	}
	for k++; k <= min(last, t+reach) && !p.suffers(); k++ {
		if u := f.UPOS(k); u == news.PUNCT || u == news.VERB || u == news.ADP {
			return
		}
		if m := f.InnerMention(k); m != nil && m.Form == news.Name && m.Chain != 0 && m.Kind != news.Place && m.Kind != "" && f.Child(m.Last, news.Compound) < m.First {
			p.put(news.Participant{Party: news.Party{Chain: m.Chain, Span: m.Span}, Role: news.Recipient})
		}
	}
}

// aimedAtMarked adds whose the thing is that stands under a marker of c, or of its object:
// "cut supplies to the [Varnian] camps".
func (p *parties) aimedAtMarked(c *candidate) {
	at := p.f.marked(c.token, c.trigger.markers)
	for _, o := range p.f.sufferers(c.token) {
		at = append(at, p.f.marked(p.f.unbatched(o), c.trigger.markers)...)
	}
	for _, k := range at {
		if !p.suffers() {
			p.aimedAt(k)
		}
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

// byDeed adds those whose attack is the subject of attack c: "[Varnian] raids have killed ten".
func (p *parties) byDeed(c *candidate, r news.Role) {
	f := p.f
	if c.Class != "ASSAULT" || len(p.out) > 0 {
		return
	}
	for _, d := range f.doers(c.token) {
		if tr := f.eventNoun(d); tr == nil || tr.class != "ASSAULT" {
			continue
		}
		for k := f.Kid(d); k != 0 && k < d; k = f.Next(k) {
			if rel := f.Rel(k); rel != news.Amod && rel != news.Compound && rel != news.NmodPoss {
				continue
			}
			if m := f.InnerMention(k); m != nil && m.Chain != 0 && (m.Form == news.Demonym || m.Kind == news.State || m.Kind == news.Organization || m.Kind == news.Group) && !f.isCity(k) {
				p.put(news.Participant{Party: news.Party{Chain: m.Chain, Span: m.Span}, Role: r})
			}
		}
	}
}
