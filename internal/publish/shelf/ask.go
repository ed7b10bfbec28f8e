package shelf

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

// Ask is what a reader asks for, as typed: the filters of the command line and
// the words of a search. Empty fields ask for nothing.
type Ask struct {
	Words  string `json:"q"`
	Type   string `json:"type"`
	Status string `json:"status"` // of events
	Story  string `json:"story"`
	Entity string `json:"entity"`
	By     string `json:"by"` // who says, wants or does it
	Outlet string `json:"outlet"`
	Since  string `json:"since"`
	Until  string `json:"until"`
}

// Wrong is a question that makes no sense: which part of it, why, and what
// would be understood.
type Wrong struct {
	Param   string
	Why     string
	Allowed []string
}

func (w *Wrong) Error() string { return w.Param + ": " + w.Why }

// Searched are the kinds of line that words are looked for in.
var Searched = []string{record.KindReport, record.KindStory, record.KindEntity, record.KindQuote, record.KindPosition, record.KindEvent, record.KindFigure}

// Statuses are those that an event may have.
var Statuses = []string{string(news.Planned), string(news.Possible), string(news.UnderWay), string(news.Held), string(news.Postponed), string(news.Cancelled), string(news.Denied)}

const (
	maxQuery = 400 // bytes of the words of a search
	maxTerms = 16  // words of a search
)

// Filter makes the filter of an Ask; ids may be shortened and entities named,
// as on the command line.
func (b *Book) Filter(a Ask) (f store.Filter, err error) {
	if a.Story != "" {
		if f.Story, err = b.resolve("story", a.Story, record.KindStory); err != nil {
			return f, err
		}
	}
	if a.Entity != "" {
		if f.Entity, err = b.entity(a.Entity); err != nil {
			return f, err
		}
	}
	f.Outlet = a.Outlet
	if f.Since, _, err = days("since", a.Since); err != nil {
		return f, err
	}
	if _, f.Until, err = days("until", a.Until); err != nil {
		return f, err
	}
	if f.Since != "" && f.Until != "" && f.Since > f.Until {
		return f, &Wrong{Param: "since", Why: "it is after until"}
	}
	return f, nil
}

// dayForms are the ways to write a day.
var dayForms = []string{"2025-02-17", "2025-02", "2025"}

func days(param, value string) (first, last string, err error) {
	if value == "" {
		return "", "", nil
	}
	from, to, _, ok := news.Interval(value)
	if !ok {
		return "", "", &Wrong{Param: param, Why: "it names no day, month or year", Allowed: dayForms}
	}
	return from.String(), to.Add(-1).String(), nil
}

// resolve finds the one line of a kind whose id is, or begins with, typed.
func (b *Book) resolve(param, typed, kind string) (record.ID, error) {
	if l := b.Line(record.ID(typed)); l != nil && l.Kind() == kind {
		return l.LineID(), nil
	}
	found, _ := b.memory.Find(context.Background(), typed, 1000)
	found = slices.DeleteFunc(found, func(r record.Ref) bool { return r.Type != kind })
	if len(found) == 1 {
		return found[0].ID, nil
	}
	w := &Wrong{Param: param, Why: "no " + kind + " has this id"}
	if len(found) > 1 {
		w.Why = fmt.Sprintf("%d ids begin like this", len(found))
		for _, r := range found[:min(len(found), 5)] {
			w.Allowed = append(w.Allowed, string(r.ID))
		}
	}
	return "", w
}

// entity takes an id, the beginning of one, or a name; a name wins.
func (b *Book) entity(typed string) (record.ID, error) {
	ids, _ := b.memory.Named(context.Background(), typed)
	switch len(ids) {
	case 0:
		return b.resolve("entity", typed, record.KindEntity)
	case 1:
		return ids[0], nil
	}
	w := &Wrong{Param: "entity", Why: fmt.Sprintf("%d entities are called this; name one by its id", len(ids))}
	for _, id := range ids[:min(len(ids), 20)] {
		w.Allowed = append(w.Allowed, string(id))
	}
	return "", w
}

// Search lists what an Ask finds: with words, the best first; without, the
// latest first.
func (b *Book) Search(a Ask) (Select, error) {
	f, err := b.Filter(a)
	if err != nil {
		return Select{}, err
	}
	if f.Types, err = a.types(); err != nil {
		return Select{}, err
	}
	query, err := a.query()
	if err != nil {
		return Select{}, err
	}
	by := record.ID("")
	if a.By != "" {
		if by, err = b.entity(a.By); err != nil {
			return Select{}, asParam(err, "by")
		}
	}
	hits := b.gather(query, f)
	hits = slices.DeleteFunc(hits, func(h hit) bool { return !a.keeps(b.lines[h.line]) || by != "" && !isBy(b.lines[h.line], by) })
	return Select{b, b.best(hits)}, nil
}

// asParam tells what is wrong under the name of another parameter.
func asParam(err error, param string) error {
	if w, ok := err.(*Wrong); ok {
		return &Wrong{param, w.Why, w.Allowed}
	}
	return err
}

// isBy says whether an entity says, wants, counts or does what a line tells.
func isBy(l record.Line, id record.ID) bool {
	is := func(p *record.Party) bool { return p != nil && p.Entity != nil && *p.Entity == id }
	switch v := l.(type) {
	case *record.Quote:
		return is(v.Speaker)
	case *record.Position:
		return is(v.Holder) || is(v.SpeaksFor)
	case *record.Figure:
		return is(v.SaidBy)
	case *record.Event:
		return slices.ContainsFunc(v.Participants, func(p record.Participant) bool {
			return is(&p.Party) && (p.Role == news.Actor || p.Role == news.Host || p.Role == "")
		})
	}
	return false
}

// best puts the best hits first, and of equal ones the latest. Score and place
// are packed into one number each, since numbers sort many times as fast.
func (b *Book) best(hits []hit) []int {
	keys := make([]uint64, len(hits))
	for i, h := range hits {
		keys[i] = uint64(^math.Float32bits(float32(h.score)))<<32 | uint64(b.place[h.line])
	}
	slices.Sort(keys)
	at := make([]int, len(keys))
	for i, k := range keys {
		at[i] = int(b.latest[uint32(k)])
	}
	return at
}

func (a Ask) keeps(l record.Line) bool {
	if a.Status != "" {
		if e, ok := l.(*record.Event); !ok || e.Status == nil || string(*e.Status) != a.Status {
			return false
		}
	}
	return !record.IsRejected(l)
}

// types are the kinds of line that an Ask wants.
func (a Ask) types() ([]string, error) {
	if a.Type != "" && !slices.Contains(Searched, a.Type) {
		return nil, &Wrong{Param: "type", Why: "no such thing is searched", Allowed: Searched}
	}
	if a.Status != "" && !slices.Contains(Statuses, a.Status) {
		return nil, &Wrong{Param: "status", Why: "no event has this status", Allowed: Statuses}
	}
	switch {
	case a.Type != "":
		return []string{a.Type}, nil
	case a.Status != "":
		return []string{record.KindEvent}, nil
	}
	return Searched, nil
}

// query is the words of an Ask, each once.
func (a Ask) query() (out []string, err error) {
	if len(a.Words) > maxQuery || !utf8.ValidString(a.Words) {
		return nil, &Wrong{Param: "q", Why: fmt.Sprintf("it is no text of at most %d bytes", maxQuery)}
	}
	eachWord(a.Words, func(w string) {
		if len(out) <= maxTerms && !slices.Contains(out, w) {
			out = append(out, w)
		}
	})
	switch {
	case len(out) > maxTerms:
		return nil, &Wrong{Param: "q", Why: fmt.Sprintf("it has more than %d words", maxTerms)}
	case len(out) == 0 && strings.TrimSpace(a.Words) != "":
		return nil, &Wrong{Param: "q", Why: "it has no letter and no digit"}
	}
	return out, nil
}

// gather finds the lines with the words of query that f lets through.
func (b *Book) gather(query []string, f store.Filter) []hit {
	var in Select
	kinds := f.Types
	f.Types = nil
	all := f.Report == "" && f.Story == "" && f.Entity == "" && f.Outlet == "" && f.Since == "" && f.Until == ""
	if !all || len(query) == 0 {
		f.Types = kinds
		in = b.Select(f)
	}
	if len(query) == 0 {
		hits := make([]hit, len(in.at))
		for i, n := range in.at {
			hits[i] = hit{line: int32(n)}
		}
		return hits
	}
	hits := b.words.find(query)
	switch {
	case all && len(kinds) == len(Searched):
		return hits // no other kind has words
	case all:
		return slices.DeleteFunc(hits, func(h hit) bool { return !slices.Contains(kinds, b.lines[h.line].Kind()) })
	}
	return slices.DeleteFunc(hits, func(h hit) bool { // lines are numbered in the order of the selection
		_, ok := slices.BinarySearch(in.at, int(h.line))
		return !ok
	})
}

// Day is the day that a line tells of or was first reported on; "" unknown.
func Day(b *Book, l record.Line) string {
	switch v := l.(type) {
	case *record.Report:
		return str(v.Published.From)
	case *record.Story:
		return str(v.To)
	case *record.Quote:
		return v.Support.FirstSeen
	case *record.Position:
		return v.Support.FirstSeen
	case *record.Event:
		if v.Time != nil && v.Time.From != nil {
			return *v.Time.From
		}
		return v.Support.FirstSeen
	case *record.Figure:
		return v.Support.FirstSeen
	}
	return ""
}
