package position

import (
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// Whose side somebody is on by the noun that the report calls him, and what is put
// forward as his by the noun that it calls the thing.

// advocate makes a position of noun t that says what its holder is for or against:
// "Ada Brenn, a [critic] of the pipeline", "gun control [advocate] Tom Vask", "Vask
// remains a [supporter] of". Behind a copula, sided tells of it.
func (f *finder) advocate(t news.TokenID) {
	l := f.Lemma(t)
	if !f.lex.backing[l] && !f.lex.opposing[l] || f.Child(t, news.Cop) != 0 {
		return
	}
	d := draft{stance: news.Support, at: t, rule: "position/advocate", grade: 0.6}
	no := f.Lemma(f.Child(t, news.Det)) == "no"
	if f.lex.opposing[l] != no {
		d.stance = news.Reject
	}
	switch o := f.Oblique(t, "of", "in", "for", "against"); {
	case o > t:
		d.issue = f.upToComma(f.Phrase(o), o)
		if f.Marker(o) == "against" {
			d.stance = news.Reject
		}
	default:
		first := t
		for first > 1 && f.Rel(first-1) == news.Compound && f.Head(first-1) <= t && f.Head(first-1) >= first && f.UPOS(first-1) == news.NOUN {
			first--
		}
		if first == t {
			return
		}
		d.issue = f.Cover(first, t-1)
	}
	if d.holder = f.whoIsCalled(t); d.holder.IsZero() {
		return
	}
	if !f.partisan(d.holder) {
		d.grade = less
	}
	f.add(d)
}

// upToComma is noun phrase s of noun o without what the tree hung on it behind a comma.
func (f *finder) upToComma(s text.Span, o news.TokenID) text.Span {
	for k := o + 1; k <= f.Len() && f.Span(k).End <= s.End; k++ {
		if f.Word(k) == "," {
			s.End = f.Span(k - 1).End
		}
	}
	return s
}

// whoIsCalled is who the report calls noun t: whom it stands beside, or who "remains" it.
func (f *finder) whoIsCalled(t news.TokenID) news.Party {
	if n := f.a.Mention(f.MentionOf(t + 1)); n != nil && n.First == t+1 && n.Form == news.Name && n.Kind != news.Place && f.Tag(t).XPOS == news.NN {
		return f.PartyAt(n)
	}
	h := f.Head(t)
	switch r := f.Rel(t); {
	case r == news.Appos:
		return f.party(h)
	case (r == news.Xcomp || r == news.Obj) && f.lex.remaining[f.Lemma(h)] && !f.Negated(h) && !f.hypothetical(h):
		return f.party(f.subject(h))
	}
	return news.Party{}
}

// putForward makes a position of noun t that is somebody's by a participle: "his
// [proposed] ban on imports", "Varnia's [promised] aid".
func (f *finder) putForward(t news.TokenID) {
	holder, past := f.possessor(t), f.Child(t, news.Amod)
	if holder.IsZero() || past == 0 || past > t || f.Tag(past).XPOS != news.VBN && f.Tag(past).XPOS != news.VBD && f.UPOS(past) != news.ADJ {
		return
	}
	acts := f.lex.acts[f.Lemma(past)]
	if f.UPOS(past) == news.ADJ {
		acts = f.pastForm(f.Lemma(past))
	}
	for _, e := range acts {
		if !f.lex.putForward[e.lemma] || f.Negated(t) || e.stance != news.Offer && e.stance != news.Promise && e.stance != news.Demand && e.stance != news.Threaten || f.lex.hostile[f.Lemma(t)] {
			continue
		}
		s := f.Phrase(t)
		s.Start = f.Span(past).End
		d := draft{holder: holder, stance: e.stance, issue: s.Trim(f.a.Doc.Text), at: t, rule: "position/put-forward", grade: 0.55}
		if e.lemma == "plan" || !f.political(holder) {
			d.grade = less
		}
		f.add(d)
		return
	}
}

// possessor is whose noun t is told to be, by "his" or "Varnia's"; also a body or
// holder of office without a name: "the governor's".
func (f *finder) possessor(t news.TokenID) news.Party {
	k := f.Child(t, news.NmodPoss)
	if k == 0 || k > t {
		return news.Party{}
	}
	if m := f.InnerMention(k); m != nil && m.Chain != 0 && m.Last < t {
		return f.PartyAt(m)
	}
	if l := f.Lemma(k); f.UPOS(k) == news.NOUN && (f.isBody(k) || f.lex.self[l] || f.lex.holder[l]) {
		s := f.Phrase(k)
		return news.Party{Span: text.Span{Start: s.Start, End: f.Span(k).End}}
	}
	return news.Party{}
}

// besieged makes a position of noun t of "came under [fire] from farmers over the
// tax", "the firm, under [pressure] from Varnia to sell".
func (f *finder) besieged(t news.TokenID) {
	if !f.lex.besieging[f.Lemma(t)] || f.Marker(t) != "under" {
		return
	}
	h := f.Head(t)
	who := f.others(t, h)
	if len(who) == 0 {
		return
	}
	d := draft{stance: news.Accuse, at: t, rule: "position/under-fire", grade: 0.55}
	if f.Lemma(t) == "pressure" {
		d.stance = news.Demand
		x := f.infinitiveUnder(t)
		for _, k := range who {
			if x == 0 {
				x = f.infinitiveOf(k)
			}
		}
		if x == 0 {
			x = f.infinitiveUnder(h)
		}
		if x < t {
			return
		}
		d.issue = f.lone(x, false)
	} else if d.issue = f.over(t, h, who); d.issue.IsZero() {
		return
	}
	for _, k := range who {
		if d.holder = f.party(k); !d.holder.IsZero() {
			f.add(d)
		}
	}
}

// over is what fire of t, of verb or noun h, is about: what stands behind "for" or
// "over", else who is under it.
func (f *finder) over(t, h news.TokenID, who []news.TokenID) text.Span {
	for _, top := range append([]news.TokenID{t, h}, who...) {
		if o := f.Oblique(top, "over", "for"); o > t && f.TimeOf(o) == 0 {
			return f.Phrase(o)
		}
		if g := f.gerundUnder(top, "for"); len(g) > 0 {
			return f.lone(g[0], false)
		}
	}
	if f.UPOS(h) == news.VERB {
		h = f.subject(h)
	}
	if h == 0 || h > t || f.UPOS(h) == news.PRON {
		return text.Span{}
	}
	return text.Span{Start: f.Phrase(h).Start, End: f.Span(h).End}
}
