package event

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/internal/news"
)

// What stands here tells which words only say more of an act that another word of
// their sentence has told: what is threatened, what a protest is held for.

// seconds drops the candidates that are no event beside that of another.
func (f *finder) seconds() {
	acts := slices.DeleteFunc(slices.Clone(f.out), func(c candidate) bool { return !f.lex.in("having", c.Class) })
	for i := range f.out {
		f.hostedAt(i)
	}
	f.out = slices.DeleteFunc(f.out, func(c candidate) bool {
		if c.Class == "" {
			return true
		}
		for i := range acts {
			if e := &acts[i]; e.Sentence == c.Sentence && e.token != c.token && (f.threatened(e, &c) || f.protestFor(e, &c) || f.readied(e, &c) || f.opening(e, &c)) {
				return true
			}
		}
		return false
	})
}

// threatened reports whether c is nothing but what threat e says will be done:
// "threatened [to hold a strike]". What stands in a clause of its own is not.
func (f *finder) threatened(e, c *candidate) bool {
	if e.Class != "THREATEN" || e.trigger.noun || !f.lex.in("hostile", c.Class) || c.token < e.token || c.Rule == "" {
		return false
	}
	k := c.token
	if c.trigger.noun && f.Rel(k) == news.Obj {
		k = f.Head(k)
	}
	return k > e.token && f.Head(k) == e.token && f.infinitive(k)
}

// hostedAt makes those who host the meal at which another meeting of the sentence is told to
// be held hosts of that, and empties candidate i, which tells of them: "met her at a lunch
// [hosted] by the envoy".
func (f *finder) hostedAt(i int) {
	c := &f.out[i]
	t := c.token
	if c.Class != "CONSULT" || c.trigger.noun || f.Tag(t).XPOS != news.VBN || served(f.Lemma(t)) != news.Host || f.UPOS(t-1) != news.NOUN || f.Child(t, news.AuxPass, news.Aux) != 0 {
		return
	}
	switch f.Marker(t - 1) {
	case "at", "during", "over":
	default:
		return
	}
	over := f.Head(t - 1)
	for j := range f.out {
		if e := &f.out[j]; j != i && e.Class == "CONSULT" && e.Sentence == c.Sentence && (e.token == over || f.Head(e.token) == over) {
			p := parties{f: f, out: e.Participants}
			for _, q := range c.Participants {
				q.Role = news.Host
				p.put(q)
			}
			e.Participants, c.Class = p.out, ""
			return
		}
	}
}

// readied reports whether c is nothing but what forces make ready for in e: "prepared to
// resume [shelling] the town".
func (f *finder) readied(e, c *candidate) bool {
	if e.Class != "MOBILIZE" || !e.trigger.asks("deed") || !f.lex.in("hostile", c.Class) || c.trigger.noun {
		return false
	}
	k := c.token
	for i := 0; i < 3 && f.Rel(k) == news.Xcomp && k > e.token; i++ {
		k = f.Head(k)
	}
	return k == e.token
}

// opening reports whether c is nothing but what e opens the way for: "opened the bridge to
// [allow] trade".
func (f *finder) opening(e, c *candidate) bool {
	return c.Class == "CONCEDE" && (e.Class == "RETREAT" || e.Class == "CONCEDE") && !e.trigger.noun && !c.trigger.noun &&
		f.Rel(c.token) == news.Advcl && f.Head(c.token) == e.token && f.infinitive(c.token)
}

// protestFor reports whether c says what protest e is held for, as the manual has it
// that the topic of a protest is none: "went on strike [to demand his release]", "marched
// [calling] for a vote", "a hunger strike in [protest] at his arrest".
func (f *finder) protestFor(e, c *candidate) bool {
	if e.Class != "PROTEST" || c.token < e.token || c.Class != "PROTEST" && c.Class != "REQUEST" && c.Class != "ACCUSE" && c.Class != "REJECT" {
		return false
	}
	if strings.HasPrefix(c.Rule, "event/of-position/noun-") || strings.HasSuffix(c.Rule, " protest") || c.trigger.noun {
		return f.inProtest(e, c)
	}
	v := c.token
	for strings.HasPrefix(c.Rule, "event/of-") && v != 0 && (f.UPOS(v) != news.VERB || c.Trigger.Contains(f.Span(v))) {
		v = f.Head(v)
	}
	return v > e.token && (f.infinitive(v) || f.Tag(v).XPOS == news.VBG) && f.besides(v, e) && !f.doneBefore(v)
}

// besides reports whether verb v, in a clause without a subject of its own, stands under
// protest e, the verb that governs it or those who hold it.
func (f *finder) besides(v news.TokenID, e *candidate) bool {
	over := f.Head(e.token)
	for i := 0; i < 4 && v != 0; i++ {
		switch f.Rel(v) {
		case news.Advcl, news.Acl, news.Xcomp, news.Obj, news.Nmod, news.Obl:
		default:
			return false
		}
		if v = f.Head(v); v == e.token || v == over && v != 0 && (e.trigger.noun || f.UPOS(over) != news.VERB) {
			return true
		}
	}
	return false
}

// doneBefore reports whether gerund v tells of another time than its clause: "after
// demanding", "before calling".
func (f *finder) doneBefore(v news.TokenID) bool {
	return f.under(v, "after", "before", "since", "while")
}

// inProtest reports whether c is the "in protest" of protest e: "staged a strike [in protest]".
func (f *finder) inProtest(e, c *candidate) bool {
	k := c.token
	if !c.trigger.noun {
		for k = e.token; k < c.token && f.Lemma(k) != "protest"; k++ {
		}
	}
	return k > e.token && f.Lemma(k) == "protest" && f.Lemma(k-1) == "in" && f.Lemma(e.token) != "protest"
}

// heldBy reports whether who takes position p takes part in c.
func (f *finder) heldBy(c *candidate, p *news.Position) bool {
	return slices.ContainsFunc(c.Participants, func(q news.Participant) bool {
		return q.Chain != 0 && q.Chain == p.Holder.Chain || p.Holder.Span.Contains(q.Span)
	})
}

// sameWord reports whether the verb that takes position p is the trigger of an act of
// speech already: "[reiterated] its demand" supports nothing, "[ordered] patrols"
// asks for nothing more. Positions of nouns and moods have no verb of their own.
// What is of the class of that act is one with it, and adds who takes part.
func (f *finder) sameWord(p *news.Position, class string) bool {
	if f.ruled("bygrammar", p) || strings.HasPrefix(p.Rule, "position/noun-") {
		return false
	}
	t, word := f.takes(p), strings.TrimPrefix(p.Rule, "position/")
	return slices.ContainsFunc(f.out, func(c candidate) bool {
		if c.Sentence == p.Sentence && c.trigger.lemma == word && !c.trigger.noun && c.Class != class && c.Class != "AGREE" && f.heldBy(&c, p) && f.worth(&c) {
			return true // "a bill [signed] by the premier", of which the issue stands above the verb
		}
		return t != 0 && c.token == t && c.Class != class && !c.trigger.noun && (f.lex.in("verbal", c.Class) && c.trigger.frame == act || c.Class != "AGREE" && f.heldBy(&c, p) && f.worth(&c))
	})
}

// answered reports whether the noun that takes position p is only what another act of
// its sentence turns down, asks for or yields to: "rejected [an offer]", "demanded [an admission]".
func (f *finder) answered(p *news.Position) bool {
	if !strings.HasPrefix(p.Rule, "position/noun-") {
		return false
	}
	noun := strings.TrimPrefix(p.Rule, "position/noun-")
	return slices.ContainsFunc(f.out, func(c candidate) bool {
		if c.Sentence != p.Sentence || c.trigger.noun || c.Class != "REJECT" && c.Class != "REQUEST" && c.Class != "CONCEDE" {
			return false
		}
		o := cmp.Or(f.Object(c.token), f.Oblique(c.token, "to"))
		return o != 0 && f.Lemma(o) == noun && o < f.TokenAt(p.Issue.Start)
	})
}
