package event

import (
	"slices"
	"strings"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
)

// same reports whether c tells of e once more. Nothing known of both may
// differ, and something must tie them: participants, or a definite phrase.
func (f *finder) same(e, c *candidate) bool {
	if e.Class != c.Class || e.many != c.many || e.token == c.token { // one word may tell of two
		return false
	}
	if f.governs(e, c) && statusAgree(e.Status, c.Status) || f.cameOf(e, c) {
		return true
	}
	if !f.formsAgree(e, c) || c.own || !f.stretchesAgree(e, c) {
		return false
	}
	if e.trigger.frame != mutual && !f.actorsAgree(e, c) {
		return false
	}
	if (e.Class == "ASSAULT" || e.trigger.frame != mutual && (f.lex.in("hostile", e.Class) || f.lex.in("verbal", e.Class))) && (f.turned(e, c) || f.turned(c, e)) {
		return false
	}
	if f.onlyOnce(e, c) {
		return true
	}
	if !f.timesAgree(e, c) || !f.placesAgree(e.Place, c.Place) || !statusAgree(e.Status, c.Status) && !f.elsewhere(e, c) {
		return false
	}
	if c.joins {
		return c.definite
	}
	if f.headlined(e, c) || f.toll(e, c) || f.nowNamed(e, c) {
		return true
	}
	if c.vague {
		return c.definite && f.close(e, c)
	}
	if c.Class == "ASSAULT" && f.oneAttack(e, c) {
		return true
	}
	if !f.peopleAgree(e, c) || c.Class != "CONSULT" && c.fresh && !f.sameDay(e, c) {
		return false
	}
	shared := f.sharedParties(e, c)
	if shared == 0 {
		return c.definite && len(c.Participants) == 0 && f.anchored(e, c) || f.placeTie(e, c)
	}
	return shared >= min(2, len(c.Participants), len(e.Participants)) || e.Time != 0 && e.Time == c.Time
}

// cameOf reports whether c says, behind a comma and with no subject of its own, what came of
// attack e: "shelled the town, [killing] two".
func (f *finder) cameOf(e, c *candidate) bool {
	t := c.token
	if e.Class != "ASSAULT" || e.Sentence != c.Sentence || e.token > t || c.trigger.noun || e.Status != c.Status && e.Status != "" || f.Tag(t).XPOS != news.VBG || !f.lex.in("effect", f.Lemma(t)) || f.Word(t-1) != "," {
		return false
	}
	return f.Child(t, news.Nsubj, news.Aux, news.Mark) == 0
}

// headlined reports whether e is no more than a headline, and c one of the first
// to tell of it: "Ministers meet by the lake", "Varnia indicts girl who hit guard".
func (f *finder) headlined(e, c *candidate) bool {
	if e.Class == "ASSAULT" && e.trigger.noun && slices.ContainsFunc(f.chainsIn(c, news.Recipient), func(id news.ChainID) bool { return f.a.Chain(id).Named }) {
		return false // "the attack in Lutava", and who died in it
	}
	s := f.a.Sentence(e.Sentence)
	return f.a.Doc.Headline.Contains(s.Span) && e.Sentence == 1 && c.Sentence <= 4 && (!f.anyNamed(e.Participants) || f.sharedParties(e, c) > 0)
}

// nowNamed reports whether c tells lead e once more and now names him to whom it was
// done: "a court on Monday charged a schoolboy", "the court charged Trask".
func (f *finder) nowNamed(e, c *candidate) bool {
	x, y := f.chainsIn(e, news.Recipient), f.chainsIn(c, news.Recipient)
	if e.Label != c.Label || e.Class == "CONSULT" || c.trigger.noun || c.Time != 0 || e.Sentence > 3 || len(x) != 1 || len(y) != 1 ||
		!f.doer(e) || !f.doer(c) || !f.actorsAgree(e, c) {
		return false
	}
	a, b := f.a.Chain(x[0]), f.a.Chain(y[0])
	return !a.Named && !a.Plural && b.Named && b.Kind == news.Person && (a.Kind == news.Person || a.Kind == "")
}

// onlyOnce reports whether e and c tell what is done to somebody with a name but once, at
// no two times: "his ouster in 2013", "was overthrown". It may be told without its day.
func (f *finder) onlyOnce(e, c *candidate) bool {
	if !f.endsOne(e) || !f.endsOne(c) || !statusAgree(e.Status, c.Status) {
		return false
	}
	ef, et, ok1 := f.interval(e.Time)
	cf, ct, ok2 := f.interval(c.Time)
	if ok1 && ok2 && (ef.Sub(ct) >= 0 || cf.Sub(et) >= 0) {
		return false
	}
	return slices.ContainsFunc(f.chainsIn(c, news.Recipient), func(id news.ChainID) bool {
		ch := f.a.Chain(id)
		return ch.Named && ch.Kind == news.Person && slices.Contains(f.chainsIn(e, news.Recipient), id)
	})
}

// endsOne reports whether a deed ends a life or a rule, by the first word of its label.
func (f *finder) endsOne(c *candidate) bool {
	word, rest, _ := strings.Cut(c.Label, " ")
	return (c.Class == "ASSAULT" || c.Class == "COERCE") && (f.lex.in("once", word) || rest == "dead")
}

// toll reports whether c, right behind attack e, says how many it killed: "a
// convoy was attacked near Lutava. Three soldiers were killed".
func (f *finder) toll(e, c *candidate) bool {
	return c.Class == "ASSAULT" && c.Label == "kill" && !f.doer(c) && c.Sentence-e.Sentence <= 1 && c.Time == 0 && c.Place.IsZero() &&
		e.Label != "kill" && len(f.chainsIn(c, news.Recipient)) == 0
}

// oneAttack reports whether two tellings that name no victims by name, and of
// which one names no attacker, tell of one attack: "dozens were killed on Sunday
// when a gunman opened fire", "the shooting in Lutava". They must be of one
// sentence or of one day, and places that are known must agree.
func (f *finder) oneAttack(e, c *candidate) bool {
	if len(f.chainsIn(e, news.Recipient)) > 0 || len(f.chainsIn(c, news.Recipient)) > 0 || e.Status != c.Status && e.Status != "" && c.Status != "" {
		return false
	}
	if f.doer(e) && f.doer(c) {
		return false
	}
	if e.Sentence == c.Sentence {
		return e.Time == c.Time || e.Time == 0 || c.Time == 0
	}
	ef, et, ok1 := f.interval(e.Time)
	cf, ct, ok2 := f.interval(c.Time)
	return ok1 && ok2 && ef == cf && et == ct && et.Sub(ef) <= 1 && e.Sentence <= 3
}

// doer reports whether a telling says who did it.
func (f *finder) doer(c *candidate) bool {
	return slices.ContainsFunc(c.Participants, func(p news.Participant) bool { return p.Role == news.Actor })
}

// actorsAgree reports whether two tellings of a deed can have one doer: a threat
// to somebody is no threat by him.
func (f *finder) actorsAgree(e, c *candidate) bool {
	x, y := f.chainsIn(e, news.Actor), f.chainsIn(c, news.Actor)
	if len(x) == 0 || len(y) == 0 || overlap(x, y) > 0 {
		return true
	}
	for _, a := range x {
		for _, b := range y {
			if f.side(a) == b || f.side(b) == a || f.side(a) != 0 && f.side(a) == f.side(b) {
				return true
			}
		}
	}
	return false
}

// turned reports whether the doer of e is among those to whom c is done: he who
// drove into the crowd, and the officers who shot him.
func (f *finder) turned(e, c *candidate) bool {
	x := f.chainsIn(e, news.Actor)
	return overlap(x, f.chainsIn(c, news.Recipient)) > 0 && overlap(x, f.chainsIn(c, news.Actor)) == 0
}

// chainsIn are the chains of the participants in one role.
func (f *finder) chainsIn(c *candidate, role news.Role) (out []news.ChainID) {
	for _, p := range c.Participants {
		if p.Chain != 0 && p.Role == role {
			out = append(out, p.Chain)
		}
	}
	return out
}

// setsOffBomb reports whether verb c tries out a nuclear weapon: "tested a hydrogen bomb".
// A missile that could carry one is no bomb.
func (f *finder) setsOffBomb(c *candidate) bool {
	return c.Class == "MOBILIZE" && !c.trigger.noun && slices.ContainsFunc(f.sufferers(c.token), func(o news.TokenID) bool {
		return f.lex.in("charge-of-bomb", f.Lemma(o)) && f.modifiedBy(o, "nuclear")
	})
}

// anchored reports whether "the attack" c, which names nobody, can be e by what it says
// of its own: nothing, or a day or place that e has too. What e opens the report with
// may be told without either. "The Lutava attack of May 2015" is none that has no day
// and place. A meeting's day is news, and no part of its name.
func (f *finder) anchored(e, c *candidate) bool {
	if c.Class == "CONSULT" || c.Time == 0 && c.Place.IsZero() || c.Time != 0 && e.Time != 0 || !c.Place.IsZero() && !e.Place.IsZero() {
		return true
	}
	return e.Sentence <= 2 && !c.Background && !f.bygone(c.Time) && !f.longPast(c.Time)
}

// longPast reports whether a time lies so long before the report that it is of no news.
func (f *finder) longPast(id news.TimeID) bool {
	_, to, ok := f.interval(id)
	return ok && !f.a.Day().IsZero() && f.a.Day().Sub(to) > longTime
}

// placeTie ties two close tellings in one place that share no party, when one
// of them names none.
func (f *finder) placeTie(e, c *candidate) bool {
	return (!f.anyNamed(e.Participants) || !f.anyNamed(c.Participants)) && !e.Place.IsZero() && e.Place.Chain == c.Place.Chain &&
		(f.close(e, c) || e.Time != 0 && c.Time != 0)
}

// sameDay reports whether both times are known and touch, or both tellings
// stand in one sentence.
func (f *finder) sameDay(e, c *candidate) bool {
	if e.Sentence == c.Sentence {
		return true
	}
	_, _, ok1 := f.interval(e.Time)
	_, _, ok2 := f.interval(c.Time)
	return ok1 && ok2
}

// close reports whether c stands within three sentences of the last telling of e.
func (f *finder) close(e, c *candidate) bool {
	last := e.Sentence
	for _, m := range e.More {
		last = max(last, f.a.SentenceAt(m.Start))
	}
	return c.Sentence-last <= 3
}

// formsAgree reports whether two tellings can be of one kind: a call is no
// meeting, a visit no summit, but talks can be any of them; a drill is no
// launch, and a nuclear test no test of a missile.
func (f *finder) formsAgree(e, c *candidate) bool {
	switch e.Class {
	case "CONSULT":
	case "MOBILIZE":
		return e.Mode == c.Mode && (e.nuclear == c.nuclear || e.nuclear && c.definite && c.Label == "test")
	case "COERCE":
		return f.lex.in("prolongs", e.Label) == f.lex.in("prolongs", c.Label)
	case "ACCUSE":
		return f.lex.in("suits", e.Label) == f.lex.in("suits", c.Label) || e.Mode != c.Mode
	default:
		return true
	}
	if !e.trigger.noun && !c.trigger.noun && (e.Mode == "third-party") != (c.Mode == "third-party") {
		return false // "shuttled between them", "the two would discuss it"
	}
	x, y := f.formOf(e), f.formOf(c)
	return x == y || x == "" || y == ""
}

// formOf is how people consult, as far as the words say: "call", "visit",
// "meet", or "" for talks of any kind.
func (f *finder) formOf(c *candidate) string {
	switch c.Mode {
	case "phone":
		return "call"
	case "visit":
		return "visit"
	}
	if f.lex.in("meeting", c.Label) {
		return "meet"
	}
	return ""
}

// longTime is the number of days from which a time is a season or a year.
const longTime = 31

// turnsTo reports whether the sentence of c opens with its time, and so turns to another
// day than what came before: "[On Monday], Trask accused them".
func (f *finder) turnsTo(c *candidate) bool {
	s, t := f.a.Sentence(c.Sentence), f.a.Time(c.Time)
	return t != nil && f.TokenAt(t.Span.Start) <= s.First+1 && t.Sentence == c.Sentence
}

func (f *finder) timesAgree(e, c *candidate) bool {
	ef, et, ok1 := f.interval(e.Time)
	cf, ct, ok2 := f.interval(c.Time)
	if !ok1 && ok2 && e.Sentence != c.Sentence && f.lex.in("spoken", e.Class) && f.turnsTo(c) {
		return false
	}
	if f.lex.in("verbal", e.Class) { // said another day or far from it in the text: said anew
		return ok1 && ok2 && ef == cf && et == ct || ok1 != ok2 && f.close(e, c) || !ok1 && !ok2
	}
	if !ok1 || !ok2 {
		// A year or a season dates history, and so does a day long ago: what has no date is not that.
		return e.Sentence == c.Sentence || e.Background == c.Background && !(ok1 && et.Sub(ef) > longTime || ok2 && ct.Sub(cf) > longTime)
	}
	return ef.Sub(ct) < 0 && cf.Sub(et) < 0
}

// placesAgree reports whether two places can be one: the same, or a city and
// its state, or one unknown.
func (f *finder) placesAgree(a, b news.Party) bool {
	if a.IsZero() || b.IsZero() || a.Chain == b.Chain {
		return true
	}
	x, y := f.stateOf(a), f.stateOf(b)
	return x != "" && x == y && (f.isState(a) || f.isState(b))
}

func (f *finder) stateOf(p news.Party) string {
	c := f.a.Chain(p.Chain)
	if c == nil {
		return ""
	}
	if e := lex.Default().Lookup(c.Name); e != nil {
		return e.Of
	}
	return c.Canon
}

// isState reports whether p is a state, called by its own name and not by its capital's.
func (f *finder) isState(p news.Party) bool {
	c := f.a.Chain(p.Chain)
	return c != nil && c.Kind == news.State && !f.isCapital(p)
}

// statusAgree reports whether two tellings can be of one event: a plan and a
// thing held are not, all else can be.
func statusAgree(a, b news.Status) bool {
	if a == b || a == "" || b == "" {
		return true
	}
	ahead := func(s news.Status) bool {
		return s == news.Planned || s == news.Possible || s == news.UnderWay || s == news.Postponed || s == news.Cancelled
	}
	return ahead(a) == ahead(b) || a == news.UnderWay || b == news.UnderWay
}

// elsewhere reports whether one of two tellings of a deed of one day, the one
// after the report's, tells it as done: where it was done, that day had come.
// "fired a missile on Friday", "Friday's launch", in a report of Thursday.
func (f *finder) elsewhere(e, c *candidate) bool {
	if e.Class == "CONSULT" || !(c.byDay && e.Status == news.Held || e.byDay && c.Status == news.Held) {
		return false
	}
	ef, _, ok1 := f.interval(e.Time)
	cf, _, ok2 := f.interval(c.Time)
	return ok1 && ok2 && ef == cf
}

// peopleAgree reports whether the persons of one telling are among those of
// the other: a call of A with B is no call of A with C.
func (f *finder) peopleAgree(e, c *candidate) bool {
	x, y := f.persons(e), f.persons(c)
	if len(x) < 2 || len(y) < 2 {
		return len(x) == 0 || len(y) == 0 || overlap(x, y) > 0
	}
	return overlap(x, y) == min(len(x), len(y))
}

func (f *finder) persons(c *candidate) (out []news.ChainID) {
	for _, p := range c.Participants {
		if ch := f.a.Chain(p.Chain); ch != nil && ch.Kind == news.Person {
			out = append(out, p.Chain)
		}
	}
	return out
}

func (f *finder) sharedParties(e, c *candidate) (n int) {
	for _, p := range c.Participants {
		if p.Chain != 0 && slices.ContainsFunc(e.Participants, func(q news.Participant) bool {
			return q.Chain == p.Chain && (c.Mode != "investigate" || q.Role == p.Role)
		}) {
			n++
		}
	}
	return n
}

func overlap(x, y []news.ChainID) (n int) {
	for _, id := range x {
		if slices.Contains(y, id) {
			n++
		}
	}
	return n
}
