package event

import "rapporteur/internal/news"

// What the next sentence tells of a plan: "Trask was to meet them on Friday. He stayed
// away." "The visit was planned for May. It has been put off."

// aftermath gives the plans of one sentence the fate that the main verb of the next one
// of the same paragraph tells of them.
func (f *finder) aftermath() {
	for i := range f.out {
		c := &f.out[i]
		if c.Class != "CONSULT" && c.Class != "PROTEST" || c.Status != news.Planned && c.Status != "" || int(c.Sentence) >= len(f.a.Sentences) || f.rivalled(i) {
			continue
		}
		here, next := f.a.Sentence(c.Sentence), f.a.Sentence(c.Sentence+1)
		if !f.oneBlock(here, next) || f.asks(next) {
			continue
		}
		if s := f.fateIn(c, f.rootOf(next)); s != "" {
			c.Status = s
		}
	}
}

// rivalled reports whether another plan of the sentence of candidate i could be meant as well.
func (f *finder) rivalled(i int) bool {
	for j := range f.out {
		if c := &f.out[j]; j != i && c.Sentence == f.out[i].Sentence && (c.Class == "CONSULT" || c.Class == "PROTEST") && (c.Status == news.Planned || c.Status == "") {
			return true
		}
	}
	return false
}

// fateIn is what main verb r of the next sentence tells of plan c: "" for nothing.
func (f *finder) fateIn(c *candidate, r news.TokenID) news.Status {
	s := f.Subject(r)
	if s == 0 || f.Modal(r) != "" || f.conditional(r) || f.infinitive(r) {
		return ""
	}
	if f.itself(c, s) {
		switch {
		case f.Negated(r) && f.takesPlace(r) && f.Tag(r).XPOS != news.VBG:
			return news.Cancelled
		case f.Negated(r):
			return ""
		case f.Passive(r) || f.Lemma(r) == "fall":
			return f.endOf(r)
		}
		return ""
	}
	if !f.takesPart(c, s) || !f.absent(r) {
		return ""
	}
	return news.Cancelled
}

// itself reports whether subject s stands for plan c: "it", "the visit".
func (f *finder) itself(c *candidate, s news.TokenID) bool {
	switch l := f.Lemma(s); l {
	case "it", "this", "that", "they":
		return f.MentionOf(s) == 0 || l != "they"
	default:
		return f.isDefinite(s) && (l == c.Label || l == f.Lemma(c.token) || f.lex.in("plan", l) && f.UPOS(s) == news.NOUN)
	}
}

// takesPart reports whether subject s is one of those who take part in plan c.
func (f *finder) takesPart(c *candidate, s news.TokenID) bool {
	m := f.a.Mention(f.MentionOf(s))
	if m == nil || m.Chain == 0 {
		return false
	}
	p := parties{f: f, out: c.Participants}
	return p.acts(m.Chain)
}

// absent reports whether past verb r says that its subject did not come after all: "stayed
// away", "never turned up", "has cancelled".
func (f *finder) absent(r news.TokenID) bool {
	x := f.Tag(r).XPOS
	if x != news.VBD && x != news.VBN && !f.didSo(r) && !f.Negated(r) || f.Passive(r) {
		return false
	}
	l := f.Lemma(r)
	if f.Negated(r) {
		return f.lex.in("attend", l) && f.Object(r) == 0 || (l == "turn" || l == "show") && f.HasWord(r, "up")
	}
	switch {
	case l == "cancel", l == "beg" && f.HasWord(r, "off"), l == "cry" && f.HasWord(r, "off"):
		return f.Object(r) == 0 || f.lex.in("plan", f.Lemma(f.Object(r)))
	case l == "stay":
		return f.HasWord(r, "away") || f.HasWord(r, "home")
	case f.lex.in("quitting", l):
		return f.HasWord(r, "out") && f.Oblique(r, "of", "from") == 0 && f.Object(r) == 0
	case l == "fail":
		for k := f.Kid(r); k != 0; k = f.Next(k) {
			if f.Rel(k) == news.Xcomp && (f.lex.in("attend", f.Lemma(k)) || (f.Lemma(k) == "turn" || f.Lemma(k) == "show") && f.HasWord(k, "up")) {
				return true
			}
		}
	}
	return false
}
