// Package shelf holds the record as readers of a server ask for it. In goes a
// store; out comes a Book: one record in memory, with its lines by kind, by id
// and by the report that they lean on, an index of words, and the briefs of its
// stories once they have been asked for. A Book never changes. When the record
// in the store does, the shelf reads the new one beside the old and puts it in
// its place, so that no reader waits and none sees half of each.
//
//	store --Digest says: another--> Load --> Book 2
//	shelf.Current() = Book 1 ............... Book 2
//	                  readers of 1 end with 1
//
// It writes nothing, prints nothing and knows nothing of HTTP.
package shelf

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"sync"
	"sync/atomic"
	"time"

	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

// Source is what a shelf needs of a store.
type Source interface {
	Digest(ctx context.Context) (string, error)
	Lines(ctx context.Context, f store.Filter) iter.Seq2[record.Line, error]
}

// Shelf has the current book of one store.
type Shelf struct {
	from Source
	mu   sync.Mutex // of those who put a book in its place
	book atomic.Pointer[Book]
}

// Open reads the record of a store.
func Open(ctx context.Context, from Source) (*Shelf, error) {
	s := &Shelf{from: from}
	if _, err := s.Renew(ctx); err != nil {
		return nil, err
	}
	return s, nil
}

// Current is the book that holds now.
func (s *Shelf) Current() *Book { return s.book.Load() }

// reading is where a context has the book that it reads.
type reading struct{}

// Hold has one question read one book from its first look to its last, whatever
// takes the place of that meanwhile.
func (s *Shelf) Hold(ctx context.Context) context.Context {
	return context.WithValue(ctx, reading{}, s.Current())
}

// Held is the book that ctx reads, where it has one, else the current one.
func (s *Shelf) Held(ctx context.Context) *Book {
	if b, _ := ctx.Value(reading{}).(*Book); b != nil {
		return b
	}
	return s.Current()
}

// errMoved says that the record was replaced while it was read.
var errMoved = errors.New("the record changes faster than it can be read")

// Renew reads the record anew when it is another than the current book's.
func (s *Shelf) Renew(ctx context.Context) (changed bool, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for range 5 {
		sum, err := s.from.Digest(ctx)
		if err != nil {
			return false, fmt.Errorf("ask for the record: %w", err)
		}
		if b := s.Current(); b != nil && b.Digest == sum {
			return false, nil
		}
		b, err := load(ctx, s.from, sum)
		if err != nil {
			return false, err
		}
		if after, err := s.from.Digest(ctx); err != nil || after != sum {
			continue
		}
		if b, err = s.decided(ctx, b); err != nil {
			return false, err
		}
		s.book.Store(b)
		return true, nil
	}
	return false, errMoved
}

// Decide takes in what was decided since the book was made: what is rejected is
// gone at once, before the record is made anew.
func (s *Shelf) Decide(ctx context.Context) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	b, err := s.decided(ctx, s.Current())
	if err == nil {
		s.book.Store(b)
	}
	return err
}

// decided is b with all that reviewers decided by now.
func (s *Shelf) decided(ctx context.Context, b *Book) (*Book, error) {
	from, ok := s.from.(Decided)
	if !ok {
		return b, nil
	}
	if b.made != nil {
		b = b.made
	}
	all, err := from.Decisions(ctx)
	if err != nil {
		return nil, fmt.Errorf("ask for the decisions: %w", err)
	}
	if len(all) == 0 {
		return b, nil
	}
	return b.reviewed(newLedger(all)), nil
}

// Watch renews the book every so often until ctx ends. tell gets what went
// wrong; the book that holds stays in its place.
func (s *Shelf) Watch(ctx context.Context, every time.Duration, tell func(error)) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			if _, err := s.Renew(ctx); err != nil && ctx.Err() == nil {
				tell(err)
			}
		}
	}
}

// load reads every line into one record.
func load(ctx context.Context, from Source, sum string) (*Book, error) {
	r := &record.Record{}
	for l, err := range from.Lines(ctx, store.Filter{}) {
		if err != nil {
			return nil, fmt.Errorf("read the record: %w", err)
		}
		r.Add(l)
	}
	return NewBook(r, sum)
}
