package quote

// phases are verbs that say no more than that what follows them, with "to", goes
// on or begins: "Brenn continues [to warn]".
var phases = list("phases")

// taking are forms of verbs that go with "to" and the place of what is said
// next: "[took] to Chirper to say".
var taking = list("taking")

// asserted makes a cue of an infinitive that is said to have been said, by
// whom the verb before it belongs to: "continued [to warn]", "took to Chirper
// [to say]". Others are plans and wishes.
func (f *finder) asserted(c *cue, begin int) {
	if !c.infinitive || c.group.first <= begin || c.verb.class == "ask" {
		return
	}
	i := c.group.first - 1
	if f.is(i, "on") && f.is(i-1, "went", "go", "goes") {
		i--
	} else if !phases[f.low[i]] {
		i = f.takesTo(c, i, begin)
	}
	if i < begin || f.inside[i] != 0 {
		return
	}
	g := f.groupOf(i, begin)
	if g.infinitive || g.negated || g.modal {
		return
	}
	c.infinitive = false
	c.group.first = g.first
}

// takesTo is the verb of "took to Chirper" before token i, of which it makes
// the venue of c; -1 for none.
func (f *finder) takesTo(c *cue, i, begin int) int {
	for k := i - 1; k > max(begin, i-6) && f.inside[k] == 0; k-- {
		if !f.is(k, "to") || !taking[f.low[k-1]] {
			continue
		}
		last := f.phraseFrom(k+1, i)
		if last <= k || !f.venuePhrase(k+1, last) {
			return -1
		}
		c.tail.venue = f.span(k, last)
		return k - 1
	}
	return -1
}
