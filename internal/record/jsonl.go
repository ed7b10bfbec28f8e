package record

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
)

// WriteLines writes lines as JSON Lines, the form of an export: one object a
// line, text as it is (no escaping for HTML).
func WriteLines(w io.Writer, lines iter.Seq[Line]) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for l := range lines {
		if err := enc.Encode(l); err != nil {
			return fmt.Errorf("writing %s %s: %w", l.Kind(), l.LineID(), err)
		}
	}
	return nil
}

// New makes an empty line of a kind; nil when there is no such kind.
func New(kind string) Line {
	switch kind {
	case KindReport:
		return new(Report)
	case KindOrigin:
		return new(Origin)
	case KindStory:
		return new(Story)
	case KindEntity:
		return new(Entity)
	case KindTime:
		return new(TimeLine)
	case KindQuote:
		return new(Quote)
	case KindPosition:
		return new(Position)
	case KindEvent:
		return new(Event)
	case KindFigure:
		return new(Figure)
	case KindDifference:
		return new(Difference)
	case KindMerged:
		return new(Merged)
	}
	return nil
}

// Add appends l to the list that it belongs to.
func (r *Record) Add(l Line) {
	switch v := l.(type) {
	case *Report:
		r.Reports = append(r.Reports, *v)
	case *Origin:
		r.Origins = append(r.Origins, *v)
	case *Story:
		r.Stories = append(r.Stories, *v)
	case *Entity:
		r.Entities = append(r.Entities, *v)
	case *TimeLine:
		r.Times = append(r.Times, *v)
	case *Quote:
		r.Quotes = append(r.Quotes, *v)
	case *Position:
		r.Positions = append(r.Positions, *v)
	case *Event:
		r.Events = append(r.Events, *v)
	case *Figure:
		r.Figures = append(r.Figures, *v)
	case *Difference:
		r.Differences = append(r.Differences, *v)
	case *Merged:
		r.Merged = append(r.Merged, *v)
	}
}

// ReadLines reads an export back. Lines of kinds that this program does not
// know are refused, with their number.
func ReadLines(r io.Reader) (*Record, error) {
	out := &Record{}
	dec := json.NewDecoder(r)
	for n := 1; ; n++ {
		var raw json.RawMessage
		if err := dec.Decode(&raw); errors.Is(err, io.EOF) {
			return out, nil
		} else if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		l, err := lineOf(raw)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		out.Add(l)
	}
}

func lineOf(raw []byte) (Line, error) {
	var head struct {
		Type string `json:"type"`
		ID   ID     `json:"id"`
	}
	if err := json.Unmarshal(raw, &head); err != nil {
		return nil, err
	}
	l := New(head.Type)
	if l == nil || head.ID == "" {
		return nil, fmt.Errorf("%q is no line of a record", head.Type)
	}
	return l, json.Unmarshal(raw, l)
}
