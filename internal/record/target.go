package record

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// How much of a line a decision holds on to: enough to find it again, however
// many reports tell it.
const (
	anchorPassages = 24
	anchorReports  = 200
	anchorNames    = 40
	longExact      = 4000 // bytes of a passage
	longSays       = 200
)

// TargetOf makes the target of a decision about l. source gives the place where
// a report was read, "" where that is not known.
func TargetOf(l Line, source func(report ID) string) Target {
	t := Target{Ref: Ref{l.Kind(), l.LineID()}, Says: Says(l)}
	switch v := l.(type) {
	case *Story:
		t.Passages = wholeReports(v.Reports, source)
	case *Entity:
		t.Names, t.Passages = namesOf(v), wholeReports(v.Reports, source)
	case *Origin:
		t.Passages = wholeReports(v.Reports, source)
	default:
		t.Passages = Passages(EvidenceOf(l), source)
	}
	return t
}

// Within are all passages of l that stand in some of reports: of a statement
// its evidence there, of a story or an entity the reports themselves.
func Within(l Line, reports []ID, source func(ID) string) []Passage {
	var whole []ID
	switch v := l.(type) {
	case *Story:
		whole = v.Reports
	case *Entity:
		whole = v.Reports
	default:
		return passages(slices.DeleteFunc(slices.Clone(AllEvidence(l)), func(e Evidence) bool { return !slices.Contains(reports, e.Report) }), source)
	}
	var out []Passage
	for _, id := range whole {
		if slices.Contains(reports, id) {
			out = append(out, Passage{Report: id, Source: fit(source(id))})
		}
	}
	return out
}

// AllEvidence is EvidenceOf with that of all versions of a quote.
func AllEvidence(l Line) []Evidence {
	out := EvidenceOf(l)
	if q, ok := l.(*Quote); ok {
		for _, v := range q.Versions {
			out = append(out[:len(out):len(out)], v.Evidence...)
		}
	}
	return out
}

// Passages are the first passages of evidence.
func Passages(ev []Evidence, source func(ID) string) []Passage {
	return passages(ev[:min(len(ev), anchorPassages)], source)
}

func passages(ev []Evidence, source func(ID) string) (out []Passage) {
	for _, e := range ev {
		p := Passage{Report: e.Report, Source: fit(source(e.Report)), Start: e.Start, End: e.End, Exact: e.Exact}
		if len(p.Exact) > longExact {
			p.Exact = cut(p.Exact, longExact)
			p.End = p.Start + len(p.Exact)
		}
		out = append(out, p)
	}
	return out
}

func wholeReports(ids []ID, source func(ID) string) (out []Passage) {
	for _, id := range ids[:min(len(ids), anchorReports)] {
		out = append(out, Passage{Report: id, Source: fit(source(id))})
	}
	return out
}

// namesOf is the name of e and its most frequent spellings.
func namesOf(e *Entity) (out []string) {
	for _, v := range append([]Variant{{Text: e.Name}}, e.Variants...) {
		if n := fit(v.Text); n != "" && len(out) < anchorNames && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}

// fit is s, "" when a decision may not hold it.
func fit(s string) string {
	if checkText("", s, maxWord, "") != nil {
		return ""
	}
	return s
}

// EvidenceOf is the evidence of a statement; of a difference that of all that
// is said.
func EvidenceOf(l Line) (out []Evidence) {
	switch v := l.(type) {
	case *Quote:
		return v.Evidence
	case *Position:
		return v.Evidence
	case *Event:
		return v.Evidence
	case *Figure:
		return v.Evidence
	case *Difference:
		for _, c := range v.Versions {
			out = append(out, c.Evidence...)
		}
	}
	return out
}

// Says is what a line says in a few words, for lists of decisions and to tell
// two lines of one passage apart. It is one line of plain text.
func Says(l Line) string {
	switch v := l.(type) {
	case *Report:
		return flat(str(v.Title))
	case *Story:
		return flat(v.Label)
	case *Entity:
		return flat(v.Name)
	case *Origin:
		return flat(str(v.Name))
	case *Quote:
		return flat(partyText(v.Speaker) + ": " + v.Text)
	case *Position:
		return flat(partyText(v.Holder) + " " + string(v.Stance) + ": " + v.Issue.Label)
	case *Event:
		return flat(v.Class + " " + v.Label)
	case *Figure:
		n := "?"
		if v.Value != nil {
			n = strconv.FormatFloat(*v.Value, 'f', -1, 64)
		}
		return flat(n + " " + str(v.Unit) + " " + str(v.Of))
	case *Difference:
		return flat(v.DiffKind + " " + v.Field)
	}
	return ""
}

func partyText(p *Party) string {
	if p == nil {
		return "?"
	}
	return p.Text
}

// flat puts s on one line without controls, and bounds it.
func flat(s string) string {
	s = strings.Map(func(r rune) rune {
		if checkText("", string(r), 4, " ") != nil {
			return ' '
		}
		return r
	}, s)
	return cut(strings.Join(strings.Fields(s), " "), longSays)
}

// cut is the beginning of s, at most n bytes of whole characters.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}
