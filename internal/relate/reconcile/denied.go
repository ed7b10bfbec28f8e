package reconcile

import (
	"slices"
	"strings"
)

const (
	longestScope = 8   // items behind a denial that say what is denied
	subjectItems = 2   // items before "not" that say of whom
	deniedWindow = 8   // items around the verb within which a claim must say the same
	objectWindow = 4   // items around the verb within which its object stands
	deniedShare  = 0.6 // part of what is denied that the other must say
	deniedDays   = 7   // days between a claim and its denial
)

// scope finds what a denial denies: the items behind it up to the end of the
// clause, and for "not" those before it that say of whom, which come last.
func (cl *claim) scope(d *denial) {
	for i := d.from; i < len(cl.items) && i < d.from+longestScope; i++ {
		if cl.items[i].comparable() != 0 {
			d.behind = append(d.behind, cl.items[i])
		}
		if cl.items[i].stop {
			break
		}
	}
	if d.verb {
		for i := d.from - 1; i >= 0 && len(d.before) < subjectItems; i-- {
			if cl.items[i].comparable() != 0 {
				d.before = append(d.before, cl.items[i])
			}
		}
	}
}

// denies reports whether d, a denial of x with its scope, denies what y tells as a fact: the
// verb, or a word, that x denies stands in y unturned, and around it most of
// what else x says is not so.
func (c *reconciler) denies(x *claim, d denial, y *claim) bool {
	switch {
	case d.plan:
		return c.deniesPlan(x, d, y)
	case d.nobody:
		return !d.limited && !y.denies() && c.doneByNone(x, d, y)
	case d.none:
		return !d.limited && !y.denies() && c.deniesAll(x, d, y)
	}
	if d.limited || y.denies() || d.from >= len(x.items) || d.verb && (x.items[d.from].kind != aWord || x.items[d.from].unreal) {
		return false
	}
	behind, before := d.behind, d.before
	if d.verb && len(behind) == 1 && len(before) > 0 && c.notDone(x, &before[0], &behind[0]) {
		return c.doneTo(&before[0], &behind[0], y, deedWord) // "parliament was not dissolved"
	}
	if d.verb && len(behind) == 1 && (len(before) == 0 || before[0].kind != aParty || c.Days[x.report].IsZero() || c.Days[y.report].IsZero()) {
		return false // "has not answered": who, of which day?
	}
	for i := range y.items {
		it := &y.items[i]
		if it.kind != aWord || it.negated || it.unreal {
			continue
		}
		said := y.items[max(0, i-deniedWindow):min(len(y.items), i+deniedWindow+1)]
		if d.verb {
			if head := &behind[0]; it.key == head.key && it.proper == head.proper && c.saysDeed(behind, before, said, min(i, deniedWindow)) {
				return true
			}
		} else if slices.ContainsFunc(behind, func(s item) bool { return s.kind == aWord && s.key == it.key }) && (c.saysMost(behind, said) || c.saysOfDenier(x.denier(d), behind, said)) {
			return true
		}
	}
	return false
}

// besideWords is the number of items within which a deed stands beside its thing.
const besideWords = 2

// notDone reports whether a claim says that a deed was not done to a thing: "the
// parliament was not dissolved".
func (c *reconciler) notDone(x *claim, thing, deed *item) bool {
	if thing.kind != aWord || thing.proper || thing.own || thing.at.End > deed.at.Start || !deedWord(c.plain(x, deed)) {
		return false
	}
	between := plainWords(c.Reports[x.report].Doc.Text[thing.at.End:deed.at.Start])
	return len(between) > 1 && !slices.ContainsFunc(between, func(w string) bool { return !passives[w] })
}

// doneTo reports whether a claim tells as a fact, side by side, what is done and
// to what.
func (c *reconciler) doneTo(thing, deed *item, y *claim, tells func(string) bool) bool {
	for i := range y.items {
		it := &y.items[i]
		if it.kind != aWord || it.negated || it.unreal || it.key != deed.key || !tells(c.plain(y, it)) {
			continue
		}
		near := y.items[max(0, i-besideWords):min(len(y.items), i+besideWords+1)]
		if slices.ContainsFunc(near, func(s item) bool { return s.kind == aWord && s.key == thing.key && !s.negated }) {
			return true
		}
	}
	return false
}

// deniesAll reports whether y tells as done what x says of "no" thing: "fired no
// rubber bullets", "no ambassador was expelled".
func (c *reconciler) deniesAll(x *claim, d denial, y *claim) bool {
	behind := d.behind
	if len(behind) == 0 || behind[0].kind != aWord || slices.ContainsFunc(y.denials, func(o denial) bool { return o.none }) {
		return false
	}
	thing := &behind[0]
	if len(behind) > 1 && behind[1].kind == aWord && deedWord(c.plain(x, &behind[1])) && c.doneTo(thing, &behind[1], y, deedWord) {
		return true
	}
	if d.from == 0 || len(behind) < 2 {
		return false
	}
	verb := &x.items[d.from-1]
	return verb.kind == aWord && !verb.stop && !verb.says && deedWord(c.plain(x, verb)) && c.doneTo(thing, verb, y, deedWord) && c.saysMost(append([]item{positive(*verb)}, behind...), y.items)
}

// doneByNone reports whether y tells as done what x says that nobody did: "nobody
// has inspected that roof".
func (c *reconciler) doneByNone(x *claim, d denial, y *claim) bool {
	behind := d.behind
	if len(behind) < 2 || behind[0].kind != aWord || behind[1].kind != aWord || slices.ContainsFunc(y.denials, func(o denial) bool { return o.none }) {
		return false
	}
	return deedWord(c.plain(x, &behind[0])) && !lightVerbs[behind[0].key] && c.doneTo(&behind[1], &behind[0], y, done)
}

// deniesPlan reports whether y tells as to come what x says nobody plans: "has no
// plan to stop the sale", "would stop selling".
func (c *reconciler) deniesPlan(x *claim, d denial, y *claim) bool {
	behind := d.behind
	if len(behind) < 2 || behind[0].kind != aWord || len(y.denials) > 0 {
		return false
	}
	before := x.denier(d)
	for i := range y.items {
		it := &y.items[i]
		if it.kind != aWord || it.key != behind[0].key || !c.toCome(y, it) {
			continue
		}
		said := y.items[max(0, i-deniedWindow):min(len(y.items), i+deniedWindow+1)]
		if c.saysDeed(behind, before, said, min(i, deniedWindow)) {
			return true
		}
	}
	return false
}

// toCome reports whether an item stands behind a word that says that it will be.
func (c *reconciler) toCome(y *claim, it *item) bool {
	before := plainWords(c.Reports[y.report].Doc.Text[max(0, it.at.Start-comingLetters):it.at.Start])
	return slices.ContainsFunc(before[max(0, len(before)-2):], func(w string) bool { return w == "will" || w == "would" || w == "to" })
}

// comingLetters are the letters before a verb in which what makes it one to come stands.
const comingLetters = 24

// positive is an item as it would stand without what turns it.
func positive(it item) item {
	it.negated = false
	return it
}

// plain is an item of a claim as it stands there, in lower case.
func (c *reconciler) plain(cl *claim, it *item) string {
	return fold(it.at.Of(c.Reports[cl.report].Doc.Text))
}

// deedWord reports whether a word is a form of a verb, or a noun made of one, as
// far as its ending tells.
func deedWord(w string) bool {
	return irregular[w] != "" || strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ing") || strings.HasSuffix(w, "ion") || strings.HasSuffix(w, "ions")
}

// done reports whether a word is a form of a verb that tells a thing as done.
func done(w string) bool { return irregular[w] != "" || strings.HasSuffix(w, "ed") }

// denier are the items before a denial, who denies.
func (cl *claim) denier(d denial) (who []item) {
	for i := d.from - 1; i >= 0 && len(who) < subjectItems; i-- {
		if cl.items[i].comparable() != 0 {
			who = append(who, cl.items[i])
		}
	}
	return who
}

// saysOfDenier reports whether items say of who denies the two words that he
// denies of himself: "the company denies that it paid a ransom".
func (c *reconciler) saysOfDenier(who, denied, items []item) bool {
	in := func(s item) bool {
		return slices.ContainsFunc(items, func(it item) bool { return c.oneItem(&s, &it) })
	}
	return len(denied) == 2 && denied[0].kind == aWord && denied[1].kind == aWord && in(denied[0]) && in(denied[1]) && slices.ContainsFunc(who, in)
}

// denies reports whether a claim says that something is denied.
func (cl *claim) denies() bool {
	return slices.ContainsFunc(cl.denials, func(d denial) bool { return !d.verb && !d.none })
}

// saysDeed reports whether items, with the verb at at, say the deed of which
// behind begins with the verb and before tells the doer: its object near the
// verb, and the doer.
func (c *reconciler) saysDeed(behind, before, items []item, at int) bool {
	in := func(s item, items []item) bool {
		return slices.ContainsFunc(items, func(it item) bool { return c.oneItem(&s, &it) })
	}
	object := slices.IndexFunc(behind[1:], func(s item) bool { return !s.own })
	if object >= 0 && !in(behind[1+object], items[max(0, at-objectWindow):min(len(items), at+objectWindow+1)]) {
		return false
	}
	if i := slices.IndexFunc(before, func(s item) bool { return s.kind == aParty }); i >= 0 && !in(before[i], items) {
		return false
	}
	return c.saysMost(append(slices.Clone(behind), before...), items)
}

// saysMost reports whether items say most of scope: a word, and another word
// or party.
func (c *reconciler) saysMost(scope, items []item) bool {
	words, parties := 0, 0
	for i := range scope {
		s := &scope[i]
		if !slices.ContainsFunc(items, func(it item) bool { return c.oneItem(s, &it) }) {
			continue
		}
		if s.kind == aParty {
			parties++
		} else {
			words++
		}
	}
	n := words + parties
	if words == 0 || n < 2 || parties == 0 && words < 3 || n == 2 && len(scope) > 3 {
		return false
	}
	return float64(n) >= deniedShare*float64(len(scope))
}

// oneItem reports whether two items say the same: one word, one entity, an
// entity and one that belongs to it, or a name and a word that another report
// did not take for one.
func (c *reconciler) oneItem(a, b *item) bool {
	switch {
	case a.comparable() == 0 || b.comparable() == 0 || b.negated:
		return false
	case a.kind == aParty && b.kind == aParty:
		return a.key == b.key || a.word == b.word || c.kin.related(int32(a.key), int32(b.key))
	}
	return a.comparable() == b.comparable()
}
