package event

import (
	"slices"
	"strings"

	"rapporteur/internal/news"
)

// What stands here tells which words only say more of an act that another word of
// their sentence has told: what is threatened, what a protest is held for.

// seconds drops the candidates that are no event beside that of another.
func (f *finder) seconds() {
	var acts []candidate // few, and all that say what others are for
	for i := range f.out {
		if c := f.out[i].Class; c == "THREATEN" || c == "PROTEST" {
			acts = append(acts, f.out[i])
		}
	}
	f.out = slices.DeleteFunc(f.out, func(c candidate) bool {
		for i := range acts {
			if e := &acts[i]; e.Sentence == c.Sentence && e.token != c.token && (f.threatened(e, &c) || f.protestFor(e, &c)) {
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

// protestFor reports whether c says what protest e is held for: "went on strike [to
// demand his release]", "a hunger strike [to protest] against it".
func (f *finder) protestFor(e, c *candidate) bool {
	if e.Class != "PROTEST" || c.trigger.noun || c.token < e.token || c.Class != "PROTEST" && c.Class != "REQUEST" {
		return false
	}
	h := f.Head(c.token)
	if h != e.token && !(e.trigger.noun && f.Rel(e.token) == news.Obj && f.Head(e.token) == h) {
		return false
	}
	switch f.Rel(c.token) {
	case news.Advcl, news.Acl, news.Xcomp:
	default:
		return false
	}
	return (f.infinitive(c.token) || f.Tag(c.token).XPOS == news.VBG) && f.actorsAgree(e, c)
}

// sameWord reports whether the verb that takes position p is the trigger of an act of
// speech already: "[reiterated] its demand" supports nothing, "[ordered] patrols"
// asks for nothing more. Positions of nouns and moods have no verb of their own.
// What is of the class of that act is one with it, and adds who takes part.
func (f *finder) sameWord(p *news.Position, class string) bool {
	if f.ruled("bygrammar", p) || strings.HasPrefix(p.Rule, "position/noun-") {
		return false
	}
	t := f.takes(p)
	return t != 0 && slices.ContainsFunc(f.out, func(c candidate) bool {
		return c.token == t && c.Class != class && !c.trigger.noun && (c.Class == "CONSULT" || c.trigger.frame == act) && (c.Class == "CONSULT" || c.Class == "PROTEST" || c.Class == "MOBILIZE" || class == "AGREE" && c.Class == "SANCTION" || f.lex.in("verbal", c.Class))
	})
}

// answered reports whether the noun that takes position p is only what another act of
// its sentence turns down: "rejected [an offer]".
func (f *finder) answered(p *news.Position) bool {
	if !strings.HasPrefix(p.Rule, "position/noun-") {
		return false
	}
	noun := strings.TrimPrefix(p.Rule, "position/noun-")
	return slices.ContainsFunc(f.out, func(c candidate) bool {
		if c.Sentence != p.Sentence || c.trigger.noun || c.Class != "REJECT" {
			return false
		}
		o := f.Object(c.token)
		return o != 0 && f.Lemma(o) == noun && o < f.TokenAt(p.Issue.Start)
	})
}
