package shelf

import (
	"context"
	"fmt"
	"iter"
	"slices"

	"rapporteur/internal/publish"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

// Book is one record, bound for reading. It is safe for use by several
// goroutines at once.
type Book struct {
	Digest  string
	Record  *record.Record
	Wording *publish.Wording
	Ledger  *Ledger // nil where nothing is decided

	made   *Book // of the record alone, where this one shows decisions on top
	memory *store.Memory
	lines  []record.Line // in the order of an export
	at     map[record.ID]int
	kinds  map[string][]int    // numbers of lines by kind
	citing map[record.ID][]int // by report: the lines with evidence in it
	about  map[record.ID][]int // by line: the differences about it
	words  words
	latest []int32 // numbers of all lines, the latest first
	place  []int32 // of every line in latest
	last   string  // day of the last report, "" when all are undated

	chosen made[string, []int] // what filters let through
	briefs made[record.ID, *publish.Brief]
	news   made[string, *publish.News] // by the day that they count from
}

// maxKept bounds what a book remembers of earlier questions.
const maxKept = 64

// NewBook binds r, which is not to be changed any more.
func NewBook(r *record.Record, digest string) (*Book, error) {
	b := &Book{Digest: digest, Record: r, Wording: publish.NewWording(r), memory: store.NewMemory(), at: map[record.ID]int{}, kinds: map[string][]int{},
		citing: map[record.ID][]int{}, about: map[record.ID][]int{}}
	if _, err := b.memory.PutRecord(context.Background(), r); err != nil {
		return nil, fmt.Errorf("bind the record: %w", err)
	}
	for l := range r.Lines() {
		n := len(b.lines)
		b.lines = append(b.lines, l)
		b.at[l.LineID()] = n
		b.kinds[l.Kind()] = append(b.kinds[l.Kind()], n)
		b.cite(n, l)
		if d, ok := l.(*record.Difference); ok {
			b.about[d.About.ID] = append(b.about[d.About.ID], n)
		}
	}
	for i := range r.Reports {
		b.last = max(b.last, publish.PublishedDay(&r.Reports[i]))
	}
	b.words = indexWords(b)
	b.latest, b.place = newsOrder(b)
	return b, nil
}

func (b *Book) cite(n int, l record.Line) {
	for _, e := range Evidence(l) {
		if of := b.citing[e.Report]; len(of) == 0 || of[len(of)-1] != n {
			b.citing[e.Report] = append(of, n)
		}
	}
}

// LastDay is the day of the last report; "" when all are undated.
func (b *Book) LastDay() string { return b.last }

// Count is how many lines of a kind there are.
func (b *Book) Count(kind string) int { return len(b.kinds[kind]) }

// Line is the line with an id; nil when there is none.
func (b *Book) Line(id record.ID) record.Line {
	if n, ok := b.at[id]; ok {
		return b.lines[n]
	}
	return nil
}

// Citing lists the lines that lean on words of a report, in the order of an export.
func (b *Book) Citing(report record.ID) []record.Line { return b.pick(b.citing[report]) }

// Differences lists where reports do not say the same of a line.
func (b *Book) Differences(of record.ID) []record.Line { return b.pick(b.about[of]) }

func (b *Book) pick(at []int) []record.Line {
	out := make([]record.Line, len(at))
	for i, n := range at {
		out[i] = b.lines[n]
	}
	return out
}

// Select is a list of lines whose length is known before any is read.
type Select struct {
	book *Book
	at   []int
}

// Len is how many lines there are.
func (s Select) Len() int { return len(s.at) }

// Lines yields the lines from number from on.
func (s Select) Lines(from int) iter.Seq[record.Line] {
	return func(yield func(record.Line) bool) {
		for _, n := range s.at[min(max(from, 0), len(s.at)):] {
			if !yield(s.book.lines[n]) {
				return
			}
		}
	}
}

// Select lists the lines that f lets through, in the order of an export.
func (b *Book) Select(f store.Filter) Select {
	if len(f.Types) == 1 && (f.Report == "" && f.Story == "" && f.Entity == "" && f.Outlet == "" && f.Since == "" && f.Until == "") {
		return Select{b, b.kinds[f.Types[0]]}
	}
	return Select{b, b.chosen.get(fmt.Sprintf("%q", f), maxKept, func() []int { return b.sift(f) })}
}

func (b *Book) sift(f store.Filter) []int {
	at := []int{}
	for l := range b.memory.Lines(context.Background(), f) { // a store in memory gives no error
		at = append(at, b.at[l.LineID()])
	}
	return at
}

// Lines yields the lines that f lets through, as a store does; no error comes.
func (b *Book) Lines(ctx context.Context, f store.Filter) iter.Seq2[record.Line, error] {
	return b.memory.Lines(ctx, f)
}

// Stories lists the stories, the latest first, and of one day the biggest.
func (b *Book) Stories() []*record.Story {
	out := make([]*record.Story, len(b.Record.Stories))
	for i := range b.Record.Stories {
		out[i] = &b.Record.Stories[i]
	}
	slices.SortStableFunc(out, byNews)
	return out
}

// Brief is the brief of one story; nil when there is no such story.
func (b *Book) Brief(story record.ID) *publish.Brief {
	if _, ok := b.Line(story).(*record.Story); !ok {
		return nil
	}
	return b.briefs.get(story, maxKept, func() *publish.Brief {
		return publish.NewBrief(reader{b.Select(store.Filter{Story: story})}, nil, publish.Options{})
	})
}

// reader is a Select as publish reads it.
type reader struct{ Select }

func (r reader) Lines() iter.Seq[record.Line] { return r.Select.Lines(0) }
