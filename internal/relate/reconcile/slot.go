package reconcile

import (
	"slices"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/relate/lists"
	"rapporteur/internal/text"
)

// slot is a place of a claim where a time or a place stands, with what stands
// before it.
type slot struct {
	claim int32
	item  int
	ahead []uint32
	deed  bool // a deed or thing is among them

	occasions []string // see occasionsAhead; nil until it is asked for
}

const (
	slotReach = 3 // items before a slot that say of what it tells
	slotDays  = 3 // days between two claims about one time or place
)

// slots finds times and places that reports give differently in sentences that
// say the same around them.
func (s *sheet) slots() {
	s.differ("time", s.timeSlot, s.timesDiffer)
	s.differ("place", s.placeSlot, s.placesDiffer)
	s.differ("place", s.siteSlot, s.sitesDiffer)
	s.differ("value", s.numberSlot, s.numbersDiffer)
	s.differ("time", s.lastingSlot, s.lastingDiffer)
	s.differ("time", s.hourSlot, s.hoursDiffer)
	s.differAround("time", s.timeSlot, s.timesDiffer)
	s.differAround("time", s.lastingSlot, s.lastingAround)
	s.differAround("time", s.hourSlot, s.hoursDiffer)
	s.differAround("value", s.shareSlot, s.numbersDiffer)
	s.differAround("place", s.placeSlot, s.placesDiffer)
}

// slotKinds are the kinds of difference that two slots may have, in the order in which
// they are written.
var slotKinds = [...]string{"conflict", "update", "scope", "spelling"}

// differ compares the slots of one kind: those that stand in like words.
func (s *sheet) differ(field string, is func(n int32, i int) bool, differ func(a, b *slot) string) {
	var all []slot
	for n := range s.claims {
		for i := range s.claims[n].items {
			if is(int32(n), i) {
				all = append(all, s.slot(int32(n), i))
			}
		}
	}
	found := s.compare(all, s.alike, differ)
	for _, kind := range slotKinds {
		s.writeAll(found[kind], field, kind, 0.55, "like-sentences")
	}
}

// compare holds slots that share words around them against each other, and gathers
// by kind the claims of those that are alike and differ.
func (s *sheet) compare(all []slot, alike func(a, b *slot) bool, differ func(a, b *slot) string) map[string]*versus {
	found := map[string]*versus{}
	for _, kind := range slotKinds {
		found[kind] = newVersus()
	}
	at := newIndex[uint32](claimDepth)
	for k := range all {
		b := &all[k]
		for _, key := range b.ahead {
			at.add(key, int32(k), func(e int32) {
				if a := &all[e]; alike(a, b) {
					if kind := differ(a, b); kind != "" {
						found[kind].add(a.claim, b.claim)
					}
				}
			})
		}
	}
	return found
}

func (s *sheet) slot(n int32, i int) slot {
	ahead, deed := s.claims[n].ahead(i, slotReach)
	return slot{claim: n, item: i, ahead: ahead, deed: deed}
}

// alike reports whether two slots stand behind the same words, a deed or thing
// among them, in claims of two reports.
func (s *sheet) alike(a, b *slot) bool {
	return s.claims[a.claim].report != s.claims[b.claim].report && s.close(a.claim, b.claim, slotDays) &&
		a.deed && b.deed && sameAhead(a.ahead, b.ahead) && slices.Equal(s.occasionsAhead(a), s.occasionsAhead(b))
}

// occasionsAhead are the words in the clause before a slot by which one occasion
// is told from others: "the last inspection took place in". They are found once: a
// slot is held against many.
func (s *sheet) occasionsAhead(b *slot) []string {
	if b.occasions == nil {
		before := s.doc(b.claim)[s.sentence(b.claim).Start:s.item(b).at.Start]
		b.occasions = occasionsIn(before[strings.LastIndexAny(before, ",;:")+1:])
	}
	return b.occasions
}

// sameAhead reports whether the same words stand before two slots; one that
// opens its sentence may have a word less.
func sameAhead(a, b []uint32) bool {
	n := lists.Common(a, b)
	return n > 1 && n == min(len(a), len(b))
}

// timeSlot reports whether item i of claim n is a time that can be compared: of
// a known day, month or year, and not the time at which something was said.
func (s *sheet) timeSlot(n int32, i int) bool {
	cl := &s.claims[n]
	it := &cl.items[i]
	if it.kind != aTime || it.unreal || it.limit != "" && it.limit != "until" && !s.notBefore(n, i) {
		return false
	}
	id := news.TimeID(it.key)
	a := s.c.Reports[cl.report]
	t := a.Time(id)
	if doc := a.Doc.Text[t.Span.End:]; doc != "" && (doc[0] == '/' || doc[0] == '-') {
		return false // "2015/16"
	}
	if words := plainWords(t.Span.Of(a.Doc.Text)); slices.ContainsFunc(words, func(w string) bool { return zones[w] }) {
		return false // 21:00 GMT, and 10 p.m. BST
	}
	return t.Approximate == "" && s.c.spanOf(cl.report, id).known && !s.c.saidAt(cl.report, id) && (!relative(t) || t.Expr.Unit == news.Months || t.Expr.Unit == news.Years)
}

// relative reports whether a time is counted from the day of its report: "last
// night", "this month"; by a page's date alone a day may be one off.
func relative(t *news.Time) bool {
	return t.Expr.Relative() && t.Expr.Pick == "" && t.Expr.Of == 0
}

// saidAt reports whether a time tells when something was said.
func (c *reconciler) saidAt(report int32, id news.TimeID) bool {
	a := c.Reports[report]
	at := a.Time(id)
	within := func(q *news.Quote) bool {
		return slices.ContainsFunc(q.Parts, func(p text.Span) bool { return p.Contains(at.Span) })
	}
	return slices.ContainsFunc(a.Quotes, func(q news.Quote) bool { return q.Said == id && !within(&q) }) ||
		slices.ContainsFunc(a.Positions, func(p news.Position) bool { return p.Said == id })
}

// timesDiffer says what kind of difference two times are, "" for none: an
// update where both lie ahead and a later report gives another.
func (s *sheet) timesDiffer(a, b *slot) string {
	x, y := s.span(a), s.span(b)
	if p, q := s.notBefore(a.claim, a.item), s.notBefore(b.claim, b.item); p != q {
		if q {
			a, b, x, y = b, a, y, x
		}
		return s.laterThan(a, b)
	}
	if s.letters(a) == s.letters(b) || s.item(a).limit != s.item(b).limit { // "2015/16", "2015-16"
		return ""
	}
	if s.relative(a) != s.relative(b) || s.relative(a) && daysBetween(s.day(a), s.day(b)) > 0 {
		return "" // "last month" of two months
	}
	if x.exact != y.exact || overlaps(x, y) || (x.to.Sub(x.from) > longMonth) != (y.to.Sub(y.from) > longMonth) {
		return ""
	}
	p, q := s.day(a), s.day(b)
	if max(x.from.Sub(y.to), y.from.Sub(x.to)) > longMonth && (p.IsZero() || q.IsZero() || (x.from.Sub(p) > 0) != (y.from.Sub(q) > 0)) {
		return "" // one is to come, the other long past
	}
	if daysBetween(p, q) > 0 && x.from.Sub(p) > 0 && y.from.Sub(q) > 0 {
		return "update"
	}
	return "conflict"
}

// notBefore reports whether item i of claim n is a time before which something will not
// be: "will not vote before March".
func (s *sheet) notBefore(n int32, i int) bool {
	cl := &s.claims[n]
	return cl.items[i].limit == "before" && slices.ContainsFunc(cl.denials, func(d denial) bool { return d.verb && d.from < i })
}

// laterThan says what kind of difference it is that something comes not before a, and
// at b.
func (s *sheet) laterThan(a, b *slot) string {
	x, y := s.span(a), s.span(b)
	switch {
	case s.item(b).limit != "" || x.from.Sub(y.to) < 0:
		return ""
	case daysBetween(s.day(a), s.day(b)) > 0:
		return "update"
	}
	return "conflict"
}

const longMonth = 31 // days

// item is what stands in a slot, day the day of its report.
func (s *sheet) item(b *slot) *item   { return &s.claims[b.claim].items[b.item] }
func (s *sheet) day(b *slot) news.Day { return s.c.Days[s.claims[b.claim].report] }

// relative reports whether the time of a slot is counted from the day of its report.
func (s *sheet) relative(b *slot) bool {
	return relative(s.c.Reports[s.claims[b.claim].report].Time(news.TimeID(s.item(b).key)))
}

// letters are those of the words of a slot, and their digits.
func (s *sheet) letters(b *slot) string {
	cl := &s.claims[b.claim]
	return strings.Join(plainWords(strings.ReplaceAll(cl.items[b.item].at.Of(s.c.Reports[cl.report].Doc.Text), "-", " ")), " ")
}

func (s *sheet) span(b *slot) span {
	cl := &s.claims[b.claim]
	return s.c.spanOf(cl.report, news.TimeID(cl.items[b.item].key))
}

// placeSlot reports whether item i of claim n is a place at which something is
// told to be.
func (s *sheet) placeSlot(n int32, i int) bool {
	it := &s.claims[n].items[i]
	return it.kind == aParty && it.prep != "" && !it.unreal && s.c.canBePlace(int32(it.key))
}

// canBePlace reports whether an entity may be a place: no person with a full
// name, and no body.
func (c *reconciler) canBePlace(e int32) bool {
	switch c.EntityKind[e-1] {
	case news.Place, news.State:
		return true
	case news.Person:
		return !strings.Contains(c.EntityName[e-1], " ")
	}
	return false
}

// placesDiffer says what kind of difference two places are, "" for none.
func (s *sheet) placesDiffer(a, b *slot) string {
	x, y := &s.claims[a.claim], &s.claims[b.claim]
	p, q := int32(x.items[a.item].key), int32(y.items[b.item].key)
	if s.otherDeed(a, b) || s.otherDeed(b, a) {
		return "" // made in one place, recalled in another
	}
	if p == q || partOfName(s.c.EntityName[p-1], s.c.EntityName[q-1]) || x.items[a.item].prep != y.items[b.item].prep || s.c.kin.related(p, q) || !s.c.kin.sameAround(p, q) || x.names(q) || y.names(p) {
		return ""
	}
	if almost(s.c.EntityName[p-1], s.c.EntityName[q-1]) {
		return "spelling"
	}
	return "scope"
}

// otherDeed reports whether the word for a deed right before a is not among those
// before or around b.
func (s *sheet) otherDeed(a, b *slot) bool {
	if a.item == 0 {
		return false
	}
	cl := &s.claims[a.claim]
	it := &cl.items[a.item-1]
	return it.kind == aWord && deedWord(s.c.plain(cl, it)) && !slices.Contains(b.ahead, it.key)
}

// partOfName reports whether one name has all words of the other: "Northern Halden"
// and "Halden".
func partOfName(a, b string) bool {
	return strings.HasSuffix(a, " "+b) || strings.HasSuffix(b, " "+a) || strings.HasPrefix(a, b+" ") || strings.HasPrefix(b, a+" ")
}

// almost reports whether two names are one but for a letter.
func almost(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 6 || len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return i == len(a) || a[i:] == b[i+1:] || a[i+1:] == b[min(i+1, len(b)):]
}

// names reports whether a claim names an entity.
func (cl *claim) names(e int32) bool {
	return slices.ContainsFunc(cl.items, func(it item) bool { return it.kind == aParty && int32(it.key) == e })
}
