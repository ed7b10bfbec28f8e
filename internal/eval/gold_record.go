package eval

import (
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/record"
)

// goldRecord is a record with the look-ups that scoring asks for.
type goldRecord struct {
	*record.Record
	names   []map[string]bool // by entity: every folded name
	byID    map[record.ID]*record.Entity
	named   map[string]map[record.ID]bool // what entities answers, once asked
	reports map[string]*record.Report     // what report answers, once asked
}

func newGoldRecord(rec *record.Record) *goldRecord {
	x := &goldRecord{Record: rec, byID: map[record.ID]*record.Entity{}, named: map[string]map[record.ID]bool{}, reports: map[string]*record.Report{}}
	for i := range rec.Entities {
		e := &rec.Entities[i]
		ns := map[string]bool{foldGold(e.Name): true}
		for _, v := range e.Variants {
			ns[foldGold(v.Text)] = true
		}
		x.names = append(x.names, ns)
		x.byID[e.ID] = e
	}
	return x
}

// report is the first report whose file's name starts with key, nil for none.
func (x *goldRecord) report(key string) *record.Report {
	if r, ok := x.reports[key]; ok {
		return r
	}
	var found *record.Report
	for i := range x.Reports {
		if strings.HasPrefix(path.Base(x.Reports[i].Source), key) {
			found = &x.Reports[i]
			break
		}
	}
	x.reports[key] = found
	return found
}

// rid is the id of the report that key names, "" for none.
func (x *goldRecord) rid(key string) record.ID {
	if r := x.report(key); r != nil {
		return r.ID
	}
	return ""
}

// exact is every entity that bears the very name.
func (x *goldRecord) exact(name string) map[record.ID]bool {
	return x.filter(func(n string) bool { return n == name })
}

func (x *goldRecord) filter(ok func(string) bool) map[record.ID]bool {
	ids := map[record.ID]bool{}
	for i, ns := range x.names {
		for n := range ns {
			if ok(n) {
				ids[x.Entities[i].ID] = true
				break
			}
		}
	}
	return ids
}

// entities is every entity that bears name, or else that has it as whole
// words in one of its names.
func (x *goldRecord) entities(name string) map[record.ID]bool {
	f := foldGold(name)
	ids, ok := x.named[f]
	if !ok {
		if ids = x.exact(f); len(ids) == 0 {
			ids = x.filter(func(n string) bool { return hasWords(n, f) })
		}
		x.named[f] = ids
	}
	return ids
}

// isParty reports whether p is one of the alternatives of want.
func (x *goldRecord) isParty(p *record.Party, want string) bool {
	return p != nil && anyOf(want, func(w string) bool {
		if p.Entity != nil {
			return x.entities(w)[*p.Entity]
		}
		return goldHas(p.Text, w)
	})
}

// hasWords reports whether words stands in s with a word's edge at either end.
func hasWords(s, words string) bool {
	for from := 0; from <= len(s)-len(words); {
		i := strings.Index(s[from:], words)
		if i < 0 {
			return false
		}
		i += from
		if edge(s, i) && edge(s, i+len(words)) {
			return true
		}
		_, n := utf8.DecodeRuneInString(s[i:])
		from = i + max(n, 1)
	}
	return false
}

// edge reports whether a word begins or ends at byte i of s.
func edge(s string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i:])
	return inWord(before, i > 0) != inWord(after, i < len(s))
}

func inWord(r rune, there bool) bool {
	return there && (r == '_' || unicode.IsLetter(r) || unicode.IsNumber(r))
}

// cited reports whether one of the passages stands in report rid.
func cited(ev []record.Evidence, rid record.ID) bool {
	for i := range ev {
		if rid != "" && ev[i].Report == rid {
			return true
		}
	}
	return false
}

// quoteEvidence is the evidence of q and of its versions.
func quoteEvidence(q *record.Quote) []record.Evidence {
	ev := q.Evidence[:len(q.Evidence):len(q.Evidence)]
	for _, v := range q.Versions {
		ev = append(ev, v.Evidence...)
	}
	return ev
}

// textsIn is how report rid words q.
func textsIn(q *record.Quote, rid record.ID) (ts []string) {
	for _, v := range q.Versions {
		if v.Report == rid {
			ts = append(ts, v.Text)
		}
	}
	for _, e := range quoteEvidence(q) {
		if e.Report == rid {
			ts = append(ts, e.Exact)
		}
	}
	return ts
}

// opt is what p points to, "" for unknown.
func opt[T ~string](p *T) string {
	if p == nil {
		return ""
	}
	return string(*p)
}
