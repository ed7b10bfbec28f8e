package store

import (
	"cmp"
	"context"
	"errors"
	"iter"
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/text"
)

// Memory is a Store that is gone with the process.
type Memory struct {
	mu        sync.RWMutex
	reports   map[record.ID]*news.Analysis
	decisions map[record.ID]record.Decision
	stale     bool // a report's source changed or a decision came since the record was made
	record    *record.Record
	index     *index
	at        map[record.ID]int // place in index.lines
	names     map[string][]record.ID
}

// NewMemory makes an empty store.
func NewMemory() *Memory {
	m := &Memory{reports: map[record.ID]*news.Analysis{}, decisions: map[record.ID]record.Decision{}}
	m.setRecord(&record.Record{})
	return m
}

func (m *Memory) setRecord(r *record.Record) {
	m.record, m.index, m.at, m.names = r, newIndex(record.PartOf(r)), map[record.ID]int{}, namesOf(r)
	for i, l := range m.index.lines {
		m.at[l.LineID()] = i
	}
}

// namesOf lists the entities under each of their folded names, by id.
func namesOf(r *record.Record) map[string][]record.ID {
	names := map[string][]record.ID{}
	for i := range r.Entities {
		e := &r.Entities[i]
		for _, key := range foldedNames(e) {
			names[key] = append(names[key], e.ID)
		}
	}
	for key := range names {
		names[key] = unique(names[key])
	}
	return names
}

// foldedNames is every name of e as a key, each once.
func foldedNames(e *record.Entity) []string {
	keys := []string{text.Fold(e.Name)}
	for _, v := range e.Variants {
		keys = append(keys, text.Fold(v.Text))
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// Record is the record as it stands. It is not to be changed.
func (m *Memory) Record() *record.Record {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return m.record
}

// Has implements Store.
func (m *Memory) Has(_ context.Context, id record.ID) (bool, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return m.reports[id] != nil, nil
}

// PutReport implements Store.
func (m *Memory) PutReport(_ context.Context, a *news.Analysis) (bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	id := record.ReportID(a.Doc)
	if m.reports[id] != nil {
		return false, nil
	}
	m.reports[id] = a
	return true, nil
}

// PutAnalysis implements Store.
func (m *Memory) PutAnalysis(_ context.Context, a *news.Analysis) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if id := record.ReportID(a.Doc); m.reports[id] != nil {
		m.reports[id] = a
	}
	return nil
}

// AlsoAt implements Store.
func (m *Memory) AlsoAt(_ context.Context, id record.ID, source string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if a := m.reports[id]; a != nil && source < a.Doc.Source {
		moved, doc := *a, *a.Doc
		doc.Source, moved.Doc = source, &doc
		m.reports[id], m.stale = &moved, true
	}
	return nil
}

// Reports implements Store.
func (m *Memory) Reports(context.Context) iter.Seq2[*news.Analysis, error] {
	m.mu.RLock()
	all := maps.Clone(m.reports)
	m.mu.RUnlock()
	return func(yield func(*news.Analysis, error) bool) {
		for _, id := range slices.Sorted(maps.Keys(all)) {
			if !yield(all[id], nil) {
				return
			}
		}
	}
}

// Report implements Store.
func (m *Memory) Report(_ context.Context, id record.ID) (*news.Analysis, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if a := m.reports[id]; a != nil {
		return a, nil
	}
	return nil, ErrNotFound
}

// PutRecord implements Store.
func (m *Memory) PutRecord(_ context.Context, r *record.Record) (bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.stale = false
	if reflect.DeepEqual(m.record, r) {
		return false, nil
	}
	m.setRecord(r)
	return true, nil
}

// PutParts implements Store. The parts are put together at once: what is gone
// with the process is read whole.
func (m *Memory) PutParts(ctx context.Context, b Batch) (bool, error) {
	parts := map[record.ID]*record.Record{}
	if !b.Whole {
		return false, errors.New("a store in memory takes a record whole")
	}
	if b.Cards != nil { // they are not kept, but asked for
		for _, err := range b.Cards {
			if err != nil {
				return false, err
			}
		}
	}
	for p, err := range b.Parts {
		if err != nil {
			return false, err
		}
		parts[p.Key] = p.Lines
	}
	r := &record.Record{}
	for _, key := range slices.Sorted(maps.Keys(parts)) {
		if parts[key] != nil {
			r.Append(parts[key])
		}
	}
	r.Sort()
	return m.PutRecord(ctx, r)
}

// Arrived implements Store. Nothing is kept of states of the record: it is made
// anew of all reports where it is not current.
func (m *Memory) Arrived(ctx context.Context, _ string) (a Arrivals, err error) {
	st, err := m.Stats(ctx)
	if err == nil && st.Current {
		all, err := m.Decisions(ctx)
		return Arrivals{Serial: "current", Rulings: record.Ruling(all)}, err
	}
	m.mu.RLock()
	defer m.mu.RUnlock()
	return Arrivals{Reports: slices.Sorted(maps.Keys(m.reports))}, err
}

// States implements Store: there are none.
func (m *Memory) States(context.Context) (states States, err error) { return states, nil }

// Lines implements Store.
func (m *Memory) Lines(_ context.Context, f Filter) iter.Seq2[record.Line, error] {
	m.mu.RLock()
	x := m.index
	m.mu.RUnlock()
	return func(yield func(record.Line, error) bool) {
		s := x.sieve(f)
		for i, l := range x.lines {
			if s.passes(l, &x.keys[i]) && !yield(l, nil) {
				return
			}
		}
	}
}

// sieve is a Filter made ready for one index.
type sieve struct {
	Filter
	x      *index
	naming map[record.ID]bool // reports that name Filter.Entity
}

func (x *index) sieve(f Filter) *sieve {
	f.Outlet = text.Fold(f.Outlet)
	s := &sieve{Filter: f, x: x, naming: map[record.ID]bool{}}
	for i, l := range x.lines {
		if l.Kind() == record.KindReport && slices.Contains(x.keys[i].entities, f.Entity) {
			s.naming[l.LineID()] = true
		}
	}
	return s
}

func (s *sieve) passes(l record.Line, k *keys) bool {
	kind := l.Kind()
	if len(s.Types) > 0 && !slices.Contains(s.Types, kind) {
		return false
	}
	if s.Entity != "" && !s.names(kind, k) {
		return false
	}
	days := s.asksDays()
	if days && k.from != "" {
		if !s.covers(k.from, k.to) {
			return false
		}
		days = false
	}
	if !days && !s.asksReports() {
		return true
	}
	return slices.ContainsFunc(k.reports, func(id record.ID) bool { return s.report(id, days) })
}

// names reports whether a line of kind with k speaks of the entity asked for.
func (s *sieve) names(kind string, k *keys) bool {
	if namesNobody(kind) {
		return slices.ContainsFunc(k.reports, func(id record.ID) bool { return s.naming[id] })
	}
	return slices.Contains(k.entities, s.Entity)
}

// namesNobody holds for the kinds of line that have no party of their own.
func namesNobody(kind string) bool { return kind == record.KindTime || kind == record.KindOrigin }

// report reports whether one report of a line fulfils what is asked of reports.
func (s *sieve) report(id record.ID, days bool) bool {
	f := s.x.facets[id]
	switch {
	case f == nil,
		s.Report != "" && id != s.Report,
		s.Outlet != "" && f.outlet != s.Outlet,
		s.Story != "" && !slices.Contains(f.stories, s.Story):
		return false
	}
	return !days || f.day != "" && (s.Since == "" || f.day >= s.Since) && (s.Until == "" || f.day <= s.Until)
}

// covers reports whether the half-open days [from, to) meet the days asked for.
func (s *sieve) covers(from, to string) bool {
	return (s.Until == "" || from <= s.Until) && (s.Since == "" || to > s.Since)
}

// Line implements Store.
func (m *Memory) Line(_ context.Context, id record.ID) (record.Line, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if i, ok := m.at[id]; ok {
		return m.index.lines[i], nil
	}
	return nil, ErrNotFound
}

// Find implements Store.
func (m *Memory) Find(_ context.Context, prefix string, limit int) ([]record.Ref, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	var found []record.Ref
	for _, l := range m.index.lines {
		if strings.HasPrefix(string(l.LineID()), prefix) {
			found = append(found, record.Ref{Type: l.Kind(), ID: l.LineID()})
		}
	}
	slices.SortFunc(found, func(a, b record.Ref) int { return cmp.Compare(a.ID, b.ID) })
	return found[:min(limit, len(found))], nil
}

// Named implements Store.
func (m *Memory) Named(_ context.Context, name string) ([]record.ID, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return slices.Clone(m.names[text.Fold(name)]), nil
}

// Stats implements Store.
func (m *Memory) Stats(context.Context) (Stats, error) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	s := Stats{Reports: len(m.reports), Decisions: len(m.decisions), Lines: map[string]int{}}
	for _, l := range m.index.lines {
		s.Lines[l.Kind()]++
	}
	s.Current = !m.stale && s.Reports == s.Lines[record.KindReport]
	return s, nil
}

// Verify implements Store.
func (m *Memory) Verify(context.Context) error { return nil }

// Close implements Store.
func (m *Memory) Close() error { return nil }
