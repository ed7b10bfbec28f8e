package shelf

import (
	"context"
	"fmt"
	"slices"

	"rapporteur/internal/record"
)

// Decided is a source that also has what reviewers decided.
type Decided interface {
	Decisions(ctx context.Context) ([]record.Decision, error)
}

// Ledger is all that reviewers decided, in order of time. The nil Ledger is empty.
type Ledger struct {
	all    []record.Decision
	at     map[record.ID]int       // by id
	undone map[record.ID]record.ID // by id: what took it back
	about  map[record.ID][]int     // by line
	seen   map[passage][]int       // having looked, by the first passage of the line
}

// passage is a place that a line of a kind leans on first.
type passage struct {
	kind       string
	report     record.ID
	start, end int
}

func newLedger(all []record.Decision) *Ledger {
	l := &Ledger{all: all, at: map[record.ID]int{}, undone: record.Undone(all), about: map[record.ID][]int{}, seen: map[passage][]int{}}
	for i := range all {
		d := &all[i]
		l.at[d.ID] = i
		for _, t := range append([]record.Target{d.About}, d.With...) {
			l.about[t.ID] = append(l.about[t.ID], i)
		}
		if p := d.About.Passages; d.Action == record.ToSee && len(p) > 0 {
			key := passage{d.About.Type, p[0].Report, p[0].Start, p[0].End}
			l.seen[key] = append(l.seen[key], i)
		}
	}
	return l
}

// Entry is one decision with what took it back; "" when it is in force.
type Entry struct {
	*record.Decision
	Undone record.ID
}

// All lists every decision, the latest first.
func (l *Ledger) All() []Entry {
	var out []Entry
	if l != nil {
		for i := len(l.all) - 1; i >= 0; i-- {
			out = append(out, l.entry(i))
		}
	}
	return out
}

func (l *Ledger) entry(i int) Entry { return Entry{&l.all[i], l.undone[l.all[i].ID]} }

// Find is the decision with an id.
func (l *Ledger) Find(id record.ID) (Entry, bool) {
	if l == nil {
		return Entry{}, false
	}
	i, ok := l.at[id]
	if !ok {
		return Entry{}, false
	}
	return l.entry(i), true
}

// Of lists what was decided about a line, the earliest first: by its id, by
// what the record says holds for it, and by its words.
func (l *Ledger) Of(line record.Line) []Entry {
	if l == nil {
		return nil
	}
	at := slices.Clone(l.about[line.LineID()])
	if v := reviewedOf(line); v != nil {
		for _, id := range v.Decisions {
			if i, ok := l.at[id]; ok {
				at = append(at, i)
			}
		}
	}
	if ev := Evidence(line); len(ev) > 0 {
		at = append(at, l.seen[passage{line.Kind(), ev[0].Report, ev[0].Start, ev[0].End}]...)
	}
	slices.Sort(at)
	var out []Entry
	for _, i := range slices.Compact(at) {
		out = append(out, l.entry(i))
	}
	return out
}

// Seen says whether somebody looked at a line, or decided about it.
func (l *Ledger) Seen(line record.Line) bool {
	return slices.ContainsFunc(l.Of(line), func(e Entry) bool { return e.Undone == "" && e.Action != record.ToUndo })
}

// Review is the word for what is decided about a line as the ledger stands:
// what the record says, but for what came after it was made.
func (l *Ledger) Review(line record.Line) *string {
	v := reviewedOf(line)
	if v == nil || l == nil {
		return nil
	}
	var word string
	fields := map[string]bool{}
	known := map[record.ID]bool{}
	for _, e := range l.Of(line) {
		known[e.ID] = true
		if e.Undone != "" {
			continue
		}
		switch e.Action {
		case record.ToAccept:
			word = record.Accepted
		case record.ToReject:
			word = record.Rejected
		case record.ToCorrect:
			fields[e.Field], word = true, record.Corrected
		}
	}
	if word == record.Accepted && len(fields) > 0 {
		word = record.Corrected
	}
	if word == "" && v.Review != nil && (len(v.Decisions) == 0 || slices.ContainsFunc(v.Decisions, func(id record.ID) bool { return !known[id] })) {
		return v.Review // of decisions that this ledger does not know
	}
	if word == "" {
		return nil
	}
	return &word
}

// reviewedOf is what reviewers made of a line; nil for one that is not reviewed.
func reviewedOf(l record.Line) *record.Reviewed {
	switch v := l.(type) {
	case *record.Story:
		return &v.Reviewed
	case *record.Entity:
		return &v.Reviewed
	}
	if b := record.BaseOf(l); b != nil {
		return &b.Reviewed
	}
	return nil
}

// reviewed is b with the reviews of what l decides that b's record does not
// show yet. Lines, words and places are shared; b stays as it is.
func (b *Book) reviewed(l *Ledger) *Book {
	var changed []int
	for n, line := range b.lines {
		v := reviewedOf(line)
		if v == nil || len(v.Decisions) == 0 && v.Review == nil && len(l.about[line.LineID()]) == 0 {
			continue
		}
		if now := l.Review(line); str(now) != str(v.Review) {
			changed = append(changed, n)
		}
	}
	out := b.share(l)
	if len(changed) == 0 {
		return out
	}
	out.lines, out.Record = slices.Clone(b.lines), &record.Record{}
	*out.Record = *b.Record
	fresh := map[string]bool{} // kinds whose list is out's own
	for _, n := range changed {
		kind := b.lines[n].Kind()
		out.review(n-b.kinds[kind][0], b.lines[n], l.Review(b.lines[n]), !fresh[kind])
		fresh[kind] = true
	}
	for kind := range fresh { // each on its own: the order does not matter
		for i, n := range b.kinds[kind] {
			out.lines[n] = lineAt(out.Record, kind, i)
		}
	}
	return out
}

// review sets what is decided of the line at place i of its list, which is
// copied first where it is still another book's.
func (b *Book) review(i int, l record.Line, word *string, copied bool) {
	r := b.Record
	switch l.(type) {
	case *record.Story:
		set(&r.Stories, i, copied, func(v *record.Story) { v.Review = word })
	case *record.Entity:
		set(&r.Entities, i, copied, func(v *record.Entity) { v.Review = word })
	case *record.Quote:
		set(&r.Quotes, i, copied, func(v *record.Quote) { v.Review = word })
	case *record.Position:
		set(&r.Positions, i, copied, func(v *record.Position) { v.Review = word })
	case *record.Event:
		set(&r.Events, i, copied, func(v *record.Event) { v.Review = word })
	case *record.Figure:
		set(&r.Figures, i, copied, func(v *record.Figure) { v.Review = word })
	case *record.Difference:
		set(&r.Differences, i, copied, func(v *record.Difference) { v.Review = word })
	}
}

func set[T any](list *[]T, i int, copied bool, to func(*T)) {
	if copied {
		*list = slices.Clone(*list)
	}
	to(&(*list)[i])
}

// lineAt is the line at a place of one list of r.
func lineAt(r *record.Record, kind string, i int) record.Line {
	switch kind {
	case record.KindStory:
		return &r.Stories[i]
	case record.KindEntity:
		return &r.Entities[i]
	case record.KindQuote:
		return &r.Quotes[i]
	case record.KindPosition:
		return &r.Positions[i]
	case record.KindEvent:
		return &r.Events[i]
	case record.KindFigure:
		return &r.Figures[i]
	}
	return &r.Differences[i]
}

// share is another book of the same lines, which remembers nothing yet.
func (b *Book) share(l *Ledger) *Book {
	return &Book{Digest: b.Digest, Record: b.Record, Wording: b.Wording, Ledger: l, made: b, memory: b.memory, lines: b.lines, at: b.at, kinds: b.kinds,
		citing: b.citing, about: b.about, words: b.words, latest: b.latest, place: b.place, last: b.last}
}

// Mark tells books apart: by their record, and by what is decided.
func (b *Book) Mark() string {
	if b.Ledger == nil || len(b.Ledger.all) == 0 {
		return b.Digest
	}
	return fmt.Sprintf("%s-%d-%s", b.Digest, len(b.Ledger.all), b.Ledger.all[len(b.Ledger.all)-1].ID)
}
