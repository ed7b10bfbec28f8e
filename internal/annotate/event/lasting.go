package event

import (
	"strings"

	"rapporteur/internal/news"
)

// lasting is for how long, or since when, what goes on has gone on, or that it goes
// on now: "have been drilling [for two weeks]", "in a state of emergency [since
// March]", "drills, which are happening [now]"; 0 where nothing says. Only events
// without a day of their own are dated so.
func (f *finder) lasting(c *candidate) news.TimeID {
	if c.Class == "CONSULT" || f.lex.in("verbal", c.Class) || c.Status != news.UnderWay && c.Status != news.Held && c.Status != "" {
		return 0
	}
	at := c.token
	for i := 0; at != 0 && i < 3; i++ {
		if id := f.stretchUnder(at, 0); id != 0 {
			return id
		}
		if !f.shares(at) {
			break
		}
		at = f.Head(at)
	}
	return f.nowSet(c.token)
}

// stretchesAgree reports whether what two tellings say of how long it lasts can be of one
// event: eight days in custody are not six months.
func (f *finder) stretchesAgree(e, c *candidate) bool {
	x, y := f.a.Time(f.lasting(e)), f.a.Time(f.lasting(c))
	return x == nil || y == nil || x.Kind != news.Duration || y.Kind != news.Duration || x.Value == y.Value
}

// stretchUnder is the duration or "now" among the dependents of t, down to those of
// its nouns, on which the parser may have hung it.
func (f *finder) stretchUnder(t news.TokenID, depth int) news.TimeID {
	for k := f.Kid(t); k != 0; k = f.Next(k) {
		if id := f.stretch(k); id != 0 {
			return id
		}
		if u := f.UPOS(k); depth < 2 && k > t && (u == news.NOUN || u == news.PROPN) && f.near(t, k) {
			if id := f.stretchUnder(k, depth+1); id != 0 {
				return id
			}
		}
	}
	return 0
}

// stretch is the time at k where it is a duration under "for", or the present.
func (f *finder) stretch(k news.TokenID) news.TimeID {
	t := f.a.Time(f.TimeOf(k))
	switch {
	case t == nil:
		return 0
	case t.Value == "PRESENT_REF":
		return f.TimeOf(k)
	case t.Kind == news.Duration && f.Marker(k) == "for" && strings.HasPrefix(t.Value, "P") && !strings.Contains(t.Value, "X"):
		return f.TimeOf(k)
	}
	return 0
}

// nowSet is the "now" in a clause behind noun t that says when it is: "drills, which
// are happening now", "exercises currently being held".
func (f *finder) nowSet(t news.TokenID) news.TimeID {
	if f.UPOS(t) != news.NOUN {
		return 0
	}
	last := min(f.a.Sentence(f.SentenceOf(t)).Last, t+8)
	for k := t + 1; k <= last; k++ {
		switch u := f.UPOS(k); {
		case u == news.VERB && f.lex.in("setting", f.Lemma(k)):
			return f.stretchUnder(k, 2)
		case u == news.VERB, u == news.NOUN, u == news.PROPN:
			return 0
		}
	}
	return 0
}

// bareSince reports whether the time id only says since when something has been done
// again and again, or at some time: "has fired 21 missiles since February". What
// lasts ("held since March") began then.
func (f *finder) bareSince(id news.TimeID, t news.TokenID) bool {
	return f.sinceThen(id) && !f.lex.in("lasting", f.Lemma(t)) && !f.firstSince(t)
}

// firstSince reports whether the sentence of t tells of the first of its kind since
// some time, so that there was one then: "the first launch since 2009".
func (f *finder) firstSince(t news.TokenID) bool {
	s := f.a.Sentence(f.SentenceOf(t))
	for k := s.First; k < s.Last; k++ {
		if f.Lemma(k) == "first" {
			return true
		}
	}
	return false
}

// sinceThen reports whether the time expression id stands behind "since".
func (f *finder) sinceThen(id news.TimeID) bool {
	tm := f.a.Time(id)
	if tm == nil {
		return false
	}
	t := f.TokenAt(tm.Span.Start)
	return f.Lemma(t) == "since" || t > 1 && f.Lemma(t-1) == "since"
}
