package quote

import (
	_ "embed"
	"strings"
	"sync"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

//go:embed venues.txt
var venueText string

var venueNouns = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, line := range strings.Split(venueText, "\n") {
		if line != "" && line[0] != '#' {
			m[line] = true
		}
	}
	return m
})

// tail is what trails a cue and is no part of what was said: to whom, where,
// when.
//
//	said [in a statement] [on Tuesday] that ...      told [reporters] [in Brel] ...
type tail struct {
	hearer news.Party
	venue  text.Span
	said   news.TimeID
}

// readTails reads what trails every cue of the unit and what the unit says of
// it up front ("In a statement, ...", "On Monday, ...").
func (f *finder) readTails(u *unit) {
	for _, ci := range u.cues {
		c := &f.cues[ci]
		at := c.last + 1
		if c.inverted || c.according {
			at = max(c.subjLast, c.last) + 1
		}
		f.readTail(u, c, at)
		f.speakingBehind(u, c)
		f.carried(u, c)
	}
	f.readFront(u)
}

func (f *finder) readTail(u *unit, c *cue, at int) {
	if c.verb.frames&frameHearer != 0 && !c.passive {
		at = f.readHearer(u, c, at)
	}
	if c.inverted && f.is(at, ",") {
		f.behindAside(u, c, at)
	}
	for at <= u.last && f.inside[at] == 0 {
		next := f.tailPhrase(u, c, at)
		if next <= at {
			break
		}
		at = next
		c.ends = max(c.ends, at-1)
	}
}

// longestSpeaking bounds the words that say where somebody speaks.
const longestSpeaking = 12

// speaking takes where somebody speaks from tokens i..last: "Ada Brenn,
// [speaking with Orn Radio], called it".
func (f *finder) speaking(c *cue, i, last int) {
	if last > i+1 && last-i < longestSpeaking && c.tail.venue.IsZero() && f.is(i, "speaking", "writing", "talking", "appearing", "testifying") && f.upos(i+1) == news.ADP {
		c.tail.venue = f.span(i, last)
	}
}

// speakingBehind takes it from behind the cue: "Brenn said, [speaking to
// reporters in Brel]".
func (f *finder) speakingBehind(u *unit, c *cue) {
	i := c.ends + 2
	if i > u.last || !f.is(i-1, ",") || f.inside[i] != 0 {
		return
	}
	last := i
	for last < u.last && f.inside[last+1] == 0 && !f.is(last+1, ",", ".", ";", "that") && f.timeAt(&cue{}, last+1) == last+1 {
		last++
	}
	if f.is(last, "on", "at", "in") {
		last--
	}
	f.speaking(c, i, last)
}

// behindAside reads the venue behind what tells more of a speaker between commas
// from token i on: “...,” said Ada Brenn, a spokeswoman, [on Orn Television].
func (f *finder) behindAside(u *unit, c *cue, i int) {
	for k := i + 1; k < min(u.last-1, i+longestAside) && f.inside[k] == 0; k++ {
		switch {
		case f.is(k, ","):
			if f.is(k+1, "in", "on", "at", "during", "by") {
				ends := c.ends
				f.tailPhrase(u, c, k+1)
				c.ends = ends
			}
			return
		case f.finite(k) && f.xpos(k) != news.VBN && !f.is(k, "was", "is"), f.is(k, ";", ":", "."):
			return
		}
	}
}

// readHearer reads to whom the words were said and returns the token behind it.
func (f *finder) readHearer(u *unit, c *cue, at int) int {
	if at > u.last || f.inside[at] != 0 || f.is(at, "that", "to", ",", ":") || f.is(at, "the") && f.is(at+1, "truth") || f.timeAt(&cue{}, at) > at {
		return at
	}
	first, last := at, 0
	if id := f.mentionFrom(at); id > 0 && !f.modifies(f.a.Mention(news.MentionID(id)), u.last) {
		m := f.a.Mention(news.MentionID(id))
		last = int(m.Last) - 1
		c.tail.hearer = f.partyOf(m, at)
	} else if last = f.phraseFrom(at, u.last); last >= at && !f.finite(last) {
		c.tail.hearer = news.Party{Span: f.span(first, last)}
		if m := f.mentionEnding(last, at); m != nil {
			c.tail.hearer = f.partyOf(m, at)
		}
	}
	if last < at {
		return at
	}
	if k := last + 1; k < u.last && f.is(k, "-") && f.upper(k+1) && f.a.Tokens[k].Span.Start == f.a.Tokens[last].Span.End && f.a.Tokens[k+1].Span.Start == f.a.Tokens[k].Span.End {
		last = k + 1 // "told WORN[-TV] that"
	}
	if end := f.hearerEnd(at, last, u.last); end < last {
		last = end
		c.tail.hearer = f.partyOf(f.mentionEnding(last, at), at)
	}
	if f.is(last+1, "and") {
		if more := f.phraseFrom(last+2, u.last); more > last+1 && (f.is(more+1, "to", "that") || more+1 > u.last) {
			last = more
		}
	}
	c.ends = max(c.ends, last)
	body := f.a.Chain(c.tail.hearer.Chain)
	unknown := c.verb.lemma == "tell" && f.upos(last) == news.PROPN && (body == nil || f.bareName(body)) // an outlet that nobody knows
	if f.public(first, last) || unknown || body != nil && body.Named && body.Kind != news.Person && body.Kind != news.State && c.verb.lemma == "tell" {
		last = f.program(last)
		c.ends = max(c.ends, last)
		c.tail.venue = f.span(c.at, last)
	}
	return last + 1
}

// hearerEnd mends where a hearer ends that token last was taken to end: before
// people who do what was told of: "told local [OBX7] officers would".
func (f *finder) hearerEnd(first, last, end int) int {
	if f.xpos(last) == news.NNS && last > first && last < end && f.finite(last+1) {
		if m := f.mentionEnding(last-1, first); m != nil && m.Kind == news.Organization && m.Form == news.Name {
			return last - 1
		}
	}
	return last
}

// bareName reports whether a chain is taken for a person on one word alone,
// without a title, an office or a gender.
func (f *finder) bareName(c *news.Chain) bool {
	return c.Named && c.Kind == news.Person && c.Gender == news.UnknownGender && len(c.Offices) == 0 && !strings.Contains(c.Name, " ")
}

// public reports whether a hearer is the public or brings the words to it:
// reporters, an outlet, a conference.
func (f *finder) public(first, last int) bool {
	for i := first; i <= last; i++ {
		if f.is(i, "reporters", "journalists", "newsmen", "correspondents", "lawmakers", "parliament", "crowd", "audience", "supporters") || venueNouns()[f.low[i]] {
			return true
		}
		if e, n := f.lex.Name(i, last+1, f.word); e != nil {
			if n > 0 && (e.Class == lex.Agency || e.Class == lex.Outlet || e.Class == lex.Platform) {
				return true
			}
		}
	}
	return false
}

// tailPhrase reads one phrase of the tail at token at; it returns the token
// behind it, or at when none stands there.
func (f *finder) tailPhrase(u *unit, c *cue, at int) int {
	if next := f.timeAt(c, at); next > at {
		return next
	}
	if strings.HasSuffix(f.low[at], "ly") && f.upos(at) == news.ADV || f.is(at, "also", "again", "then", "however", "today", "yesterday", "earlier", "later", "afterwards", "afterward", "too", "tonight") {
		return at + 1
	}
	if f.is(at, "of", "about") && c.begins > u.first && f.inside[c.begins-1] != 0 || f.is(at, "of") && f.behindQuote(c.group.first) {
		if last := f.phraseFrom(at+1, u.last); last > at && f.is(last+1, "in", "on", "at", "during") {
			return last + 1 // “...,” he said [of the claim] in a call
		}
	}
	if !f.is(at, "in", "on", "at", "during", "via", "through", "by", "from", "over", "to", "after", "ahead", "before", "near", "outside", "with") || at+1 > u.last {
		return at
	}
	if next := f.timeAt(c, at+1); next > at+1 {
		return next
	}
	last := f.phraseFrom(at+1, u.last)
	if last <= at {
		return at
	}
	if f.venuePhrase(at+1, last) && !f.is(at, "after", "before", "ahead", "near") {
		last = f.program(f.moreVenue(u, last))
		if c.tail.venue.IsZero() || f.is(at, "by") {
			c.tail.venue = f.span(at, last)
		}
		return last + 1
	}
	if m := f.mentionEnding(last, at+1); m != nil && m.Kind == news.Place || f.is(at, "after", "during") {
		return last + 1
	}
	return at
}

// moreVenue extends a venue that ends at token last: "in a video [posted on
// Chirper]", "in a post [on Chirper]".
func (f *finder) moreVenue(u *unit, last int) int {
	i := last + 1
	if f.is(i, "posted", "published", "aired", "broadcast", "shared", "carried", "released", "issued") {
		i++
	}
	if f.is(last, "appearance", "appearances", "testimony") && f.is(i, "on", "before", "at", "to") {
		if end := f.phraseFrom(i+1, u.last); end > i {
			return end
		}
	}
	if !f.is(i, "on", "in", "by", "to") || i+1 > u.last {
		return last
	}
	if end := f.phraseFrom(i+1, u.last); end > i && f.timeAt(&cue{}, i+1) == i+1 && f.venuePhrase(i+1, end) {
		return end
	}
	return last
}

// program is the end of a venue that ends at token last with the title in
// quotation marks of what is its own: "ABC" + 's "Orn Morning".
func (f *finder) program(last int) int {
	k := last + 1
	if f.is(k, "and", "&") && f.upos(k+1) == news.PROPN && f.upper(k+1) && f.inside[k+1] == 0 && !f.finite(k+2) {
		return k + 1 // "Orn and Friends"
	}
	if f.genitive(k) {
		k++
	}
	if k >= f.n() || f.inside[k] != 0 || !f.is(k, "\"", "“", "‘", "''", "``") {
		return last
	}
	for end := k + 2; end < min(f.n(), k+9) && f.sentence[end] == f.sentence[last]; end++ {
		if f.is(end, "\"", "”", "’", "''") {
			return end
		}
	}
	return last
}

// venuePhrase reports whether a noun phrase names a place of saying.
func (f *finder) venuePhrase(first, last int) bool {
	for i := first; i <= last; i++ {
		if venueNouns()[f.low[i]] {
			return true
		}
		if e, _ := f.lex.Name(i, last+1, f.word); e != nil && (e.Class == lex.Outlet || e.Class == lex.Platform || e.Class == lex.Agency) {
			return true
		}
	}
	return false
}

var weekdays = list("weekdays")

// timeAt steps over a time expression at token at and notes it.
func (f *finder) timeAt(c *cue, at int) int {
	if at >= f.n() {
		return at
	}
	start := f.a.Tokens[at].Span.Start
	lo := f.firstTime(start)
	if lo < len(f.a.Times) && f.a.Times[lo].Span.Start == start {
		i := at
		for i < f.n() && f.a.Tokens[i].Span.Start < f.a.Times[lo].Span.End {
			i++
		}
		if i < f.n() && (f.genitive(i) || i == at+1 && f.is(at, "now", "today", "tomorrow") && f.is(i, "is", "was", "would", "will", "has", "must", "should")) {
			return at // "believe [last year's] deal was a mistake", "says [now] is the time"
		}
		if c.tail.said == 0 {
			c.tail.said = news.TimeID(lo + 1)
		}
		return i
	}
	if weekdays[f.low[at]] {
		return at + 1
	}
	return at
}

// firstTime is the first time expression that does not end before byte at.
func (f *finder) firstTime(at int32) int {
	lo, hi := 0, len(f.a.Times)
	for lo < hi {
		if m := (lo + hi) / 2; f.a.Times[m].Span.Start < at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return lo
}

// readFront reads "In a statement on Monday, the ministry said": venue and
// time before the first subject hold for the first cue that lacks its own.
func (f *finder) readFront(u *unit) {
	if len(u.cues) == 0 {
		return
	}
	k := 0
	for k+1 < len(u.cues) && (f.cues[u.cues[k]].form == formGerund || f.cues[u.cues[k]].at == u.first) {
		k++
	}
	c := &f.cues[u.cues[k]]
	comma := -1
	for i := u.first; i < c.begins && i-u.first < 30; i++ {
		if f.inside[i] != 0 {
			return
		}
		if f.is(i, ",") {
			comma = i
			break
		}
	}
	if comma < 0 && f.is(u.first, "in", "on", "at", "during") { // "In an interview with Orn Radio she said"
		if last := f.phraseFrom(u.first+1, u.last); last+1 == c.begins {
			comma = last + 1
		}
	}
	if comma < 0 || comma > c.begins {
		return
	}
	at := u.first
	if f.is(at, "speaking", "writing", "talking", "posting", "appearing", "addressing", "asked") {
		at++
	}
	if next := f.timeAt(&cue{}, at); next > at && f.is(next, "in", "on", "at", "during") { // "Sunday on Orn News, Brenn said"
		at = next
	}
	end := comma - 1
	for i := at; i < comma; i++ {
		if next := f.timeAt(c, i); next > i {
			if end = min(end, i-1); f.is(end, "on", "in", "late", "early") {
				end--
			}
			i = next - 1
		}
	}
	for end > at && (f.wordless(end) || f.genitive(end)) {
		end--
	}
	if c.tail.venue.IsZero() && f.is(u.first, "addressing") && end > u.first {
		c.tail.venue = f.span(u.first, end)
	}
	if c.tail.venue.IsZero() && f.is(at, "in", "on", "at", "during", "to", "via", "through", "for") && end > at && (f.venuePhrase(at+1, end) || at > u.first && f.public(at+1, end)) {
		c.tail.venue = f.span(at, end)
	}
}
