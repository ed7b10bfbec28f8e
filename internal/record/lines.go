package record

import (
	"cmp"
	"crypto/sha256"
	"encoding/base32"
	"iter"
	"slices"
	"strings"
)

// The types of line, in the order of an export.
const (
	KindReport     = "report"
	KindOrigin     = "origin"
	KindStory      = "story"
	KindEntity     = "entity"
	KindTime       = "time"
	KindQuote      = "quote"
	KindPosition   = "position"
	KindEvent      = "event"
	KindFigure     = "figure"
	KindDifference = "difference"
	KindMerged     = "merged"
)

// Kinds lists every type of line in the order of an export.
var Kinds = []string{KindReport, KindOrigin, KindStory, KindEntity, KindTime, KindQuote, KindPosition, KindEvent, KindFigure, KindDifference, KindMerged}

// Kind is the line's type.
func (r *Report) Kind() string     { return KindReport }
func (o *Origin) Kind() string     { return KindOrigin }
func (s *Story) Kind() string      { return KindStory }
func (e *Entity) Kind() string     { return KindEntity }
func (t *TimeLine) Kind() string   { return KindTime }
func (q *Quote) Kind() string      { return KindQuote }
func (p *Position) Kind() string   { return KindPosition }
func (e *Event) Kind() string      { return KindEvent }
func (f *Figure) Kind() string     { return KindFigure }
func (d *Difference) Kind() string { return KindDifference }
func (m *Merged) Kind() string     { return KindMerged }

// LineID is the line's id.
func (r *Report) LineID() ID     { return r.ID }
func (o *Origin) LineID() ID     { return o.ID }
func (s *Story) LineID() ID      { return s.ID }
func (e *Entity) LineID() ID     { return e.ID }
func (t *TimeLine) LineID() ID   { return t.ID }
func (q *Quote) LineID() ID      { return q.ID }
func (p *Position) LineID() ID   { return p.ID }
func (e *Event) LineID() ID      { return e.ID }
func (f *Figure) LineID() ID     { return f.ID }
func (d *Difference) LineID() ID { return d.ID }
func (m *Merged) LineID() ID     { return m.ID }

// BaseOf is what every statement carries; nil for a line that is none.
func BaseOf(l Line) *Base {
	switch v := l.(type) {
	case *Quote:
		return &v.Base
	case *Position:
		return &v.Base
	case *Event:
		return &v.Base
	case *Figure:
		return &v.Base
	case *Difference:
		return &v.Base
	}
	return nil
}

// SupportOf is who stands behind a statement; nil for lines that count no support.
func SupportOf(l Line) *Support {
	switch v := l.(type) {
	case *Quote:
		return &v.Support
	case *Position:
		return &v.Support
	case *Event:
		return &v.Support
	case *Figure:
		return &v.Support
	case *Story:
		return &v.Support
	}
	return nil
}

// IsRejected says whether a reviewer rejected the line.
func IsRejected(l Line) bool {
	var review *string
	switch v := l.(type) {
	case *Entity:
		review = v.Review
	case *Story:
		review = v.Review
	default:
		if b := BaseOf(l); b != nil {
			review = b.Review
		}
	}
	return review != nil && *review == Rejected
}

// NewID derives an id from what makes the thing itself: the same parts give
// the same id on every machine. prefix is one letter that tells a person what
// kind of thing it is ("r" report, "e" entity, ...); 65 bits of SHA-256 follow.
func NewID(prefix string, parts ...string) ID {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	sum := base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(h.Sum(nil)[:9])
	return ID(prefix + strings.ToLower(sum[:13]))
}

// Lines yields every line of r in the order of an export.
func (r *Record) Lines() iter.Seq[Line] {
	return func(yield func(Line) bool) {
		_ = each(r.Reports, yield) && each(r.Origins, yield) && each(r.Stories, yield) &&
			each(r.Entities, yield) && each(r.Times, yield) && each(r.Quotes, yield) &&
			each(r.Positions, yield) && each(r.Events, yield) && each(r.Figures, yield) &&
			each(r.Differences, yield) && each(r.Merged, yield)
	}
}

func each[T any, P interface {
	*T
	Line
}](s []T, yield func(Line) bool) bool {
	for i := range s {
		if !yield(P(&s[i])) {
			return false
		}
	}
	return true
}

// Append adds the lines of o behind those of r.
func (r *Record) Append(o *Record) {
	r.Reports, r.Origins, r.Stories = append(r.Reports, o.Reports...), append(r.Origins, o.Origins...), append(r.Stories, o.Stories...)
	r.Entities, r.Times = append(r.Entities, o.Entities...), append(r.Times, o.Times...)
	r.Quotes, r.Positions = append(r.Quotes, o.Quotes...), append(r.Positions, o.Positions...)
	r.Events, r.Figures = append(r.Events, o.Events...), append(r.Figures, o.Figures...)
	r.Differences, r.Merged = append(r.Differences, o.Differences...), append(r.Merged, o.Merged...)
}

// Sort puts every list into its one order: reports by day and id, all else by
// id, so that a record is the same bytes however it was made.
func (r *Record) Sort() {
	slices.SortFunc(r.Reports, func(a, b Report) int {
		return cmp.Or(strings.Compare(str(a.Published.Value), str(b.Published.Value)), cmp.Compare(a.ID, b.ID))
	})
	byID(r.Origins)
	byID(r.Stories)
	byID(r.Entities)
	slices.SortFunc(r.Times, func(a, b TimeLine) int {
		return cmp.Or(cmp.Compare(a.Report, b.Report), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.ID, b.ID))
	})
	byID(r.Quotes)
	byID(r.Positions)
	byID(r.Events)
	byID(r.Figures)
	byID(r.Differences)
	byID(r.Merged)
}

// byID sorts s by id. The lines are large: their ids are sorted, and each line
// is moved once.
func byID[T any, P interface {
	*T
	Line
}](s []T) {
	type key struct {
		id ID
		at int
	}
	keys := make([]key, len(s))
	for i := range s {
		keys[i] = key{P(&s[i]).LineID(), i}
	}
	slices.SortFunc(keys, func(a, b key) int { return cmp.Compare(a.id, b.id) })
	sorted := make([]T, len(s))
	for i, k := range keys {
		sorted[i] = s[k.at]
	}
	copy(s, sorted)
}

func str(p *string) string {
	if p == nil {
		return ""
	}
	return *p
}
