package relate

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/relate/identity"
)

// roster is who is named in one matter: what the line of an entity is made of,
// put together with the rosters of other matters that name it.
type roster struct {
	People []bearer // by first mention
}

// bearer is one entity of one matter. Where it has no key, nothing beyond the
// matter can tell that it is the same: its line is the matter's own.
type bearer struct {
	Keys     []string
	Own      record.ID // its id where it has no key
	Name     string    // by which this matter would call it
	Kinds    []count   // news.Kind
	Full     []count   // the fullest name of each chain
	Names    []count   // every form
	Mentions int
	Reports  []record.ID
	Offices  []office
	Merges   []record.Merge
}

type count struct {
	Text string
	N    int
}

// office is an office of a bearer; of whom it is stands as a place in the same
// roster, from 1, where that is an entity.
type office struct {
	record.Office
	OfBearer int32
}

// roster lays out the entities of the matter.
func (b *builder) roster() *roster {
	r := &roster{People: make([]bearer, len(b.entity.List))}
	for i := range b.entity.List {
		r.People[i] = b.bearer(&b.entity.List[i])
	}
	return r
}

func (b *builder) bearer(e *identity.Entity) bearer {
	t := newTally()
	out := bearer{Keys: e.Keys}
	for k, m := range e.Merges {
		m.Mentions = b.mentions(e.Merged[k])
		out.Merges = append(out.Merges, m)
	}
	for _, m := range e.Members {
		a := b.reports[m.Report]
		t.chain(a, a.Chain(m.Chain))
		out.Mentions += len(a.Chain(m.Chain).Mentions)
		if n := len(out.Reports); n == 0 || out.Reports[n-1] != b.ids[m.Report] {
			out.Reports = append(out.Reports, b.ids[m.Report])
		}
		out.Offices = append(out.Offices, b.offices(m)...)
	}
	if len(e.Keys) == 0 {
		m := e.Members[0]
		out.Own = record.NewID("e", "named", string(b.ids[m.Report]), strconv.Itoa(int(m.Chain)))
	}
	if len(t.kinds) > 1 && !t.severalWords() {
		delete(t.kinds, news.Person) // a name that reports take for different things is no surname
	}
	out.Name = t.called(e.Keys)
	out.Kinds, out.Full, out.Names = sorted(t.kinds), sorted(t.full), sorted(t.names)
	return out
}

// mentions are the places where two chains are first named.
func (b *builder) mentions(of [2]identity.Member) (out []record.Passage) {
	for _, m := range of {
		a := b.reports[m.Report]
		for _, id := range a.Chain(m.Chain).Mentions {
			if x := a.Mention(id); x != nil && x.Form == news.Name && x.Span.Len() > 0 && x.Span.Fits(a.Doc.Text) {
				out = append(out, record.Passage{Report: b.ids[m.Report], Start: int(x.Span.Start), End: int(x.Span.End), Exact: x.Span.Of(a.Doc.Text)})
				break
			}
		}
	}
	return out
}

// offices are those that a report gives to one of its chains.
func (b *builder) offices(m identity.Member) (out []office) {
	a := b.reports[m.Report]
	for _, o := range a.Chain(m.Chain).Offices {
		ev, ok := record.Cite(b.ids[m.Report], a, o.Span)
		if !ok || o.Title == "" {
			continue
		}
		line := office{Office: record.Office{Title: o.Title, Of: b.view.NamedParty(m.Report, o.OfChain, o.Of), Tense: o.Tense, Evidence: []record.Evidence{ev}}}
		if line.Of != nil && line.Of.Entity != nil {
			line.OfBearer = b.view.Place(m.Report, o.OfChain, o.Of)
			line.Of.Entity = nil
		}
		out = append(out, line)
	}
	return out
}

// kind is what most mentions take b for.
func (b *bearer) kind() news.Kind {
	kinds := map[news.Kind]int{}
	for _, c := range b.Kinds {
		kinds[news.Kind(c.Text)] = c.N
	}
	return mostOf(kinds)
}

func sorted[K ~string](m map[K]int) []count {
	out := make([]count, 0, len(m))
	for _, k := range slices.Sorted(maps.Keys(m)) {
		out = append(out, count{string(k), m[k]})
	}
	return out
}

// tally counts the forms under which an entity is named.
type tally struct {
	names map[string]int // every surface form
	full  map[string]int // the fullest name of each chain
	kinds map[news.Kind]int
}

func newTally() *tally {
	return &tally{names: map[string]int{}, full: map[string]int{}, kinds: map[news.Kind]int{}}
}

// longTitle is the number of words from which a title is an office told in
// full ("the U.S. Secretary of State") and no longer part of a form of address.
const longTitle = 4

func (t *tally) chain(a *news.Analysis, c *news.Chain) {
	t.full[c.Name] += max(1, len(c.Mentions))
	t.kinds[c.Kind] += max(1, len(c.Mentions))
	for _, id := range c.Mentions {
		m := a.Mention(id)
		if m == nil || m.Form != news.Name {
			continue
		}
		name := strings.Join(strings.Fields(m.Span.Of(a.Doc.Text)), " ")
		if name == "" {
			continue
		}
		t.names[name]++
		if m.Titled != "" && len(strings.Fields(m.Titled)) < longTitle {
			t.names[m.Titled+" "+name]++
		}
	}
}

// severalWords reports whether a name has more than one word.
func (t *tally) severalWords() bool {
	for s := range t.full {
		if strings.Contains(s, " ") {
			return true
		}
	}
	return false
}

// add counts what b was called in its matter.
func (t *tally) add(b *bearer) {
	for _, c := range b.Kinds {
		t.kinds[news.Kind(c.Text)] += c.N
	}
	for _, c := range b.Full {
		t.full[c.Text] += c.N
	}
	for _, c := range b.Names {
		t.names[c.Text] += c.N
	}
}

// called is the name of the entity with these keys: the lexicon's, else the
// fullest name that the reports print most often; for a person, one of more
// than one word where there is any.
func (t *tally) called(keys []string) string {
	if len(keys) > 0 {
		if c := identity.Canon(keys[0]); c != "" {
			return c
		}
	}
	person := mostOf(t.kinds) == news.Person
	printed := map[string]int{}
	for s := range t.full {
		if person && strings.Contains(s, " ") {
			printed[s] = t.names[s]
		}
	}
	if len(printed) == 0 {
		printed = t.full
	}
	return t.unshouted(mostOf(printed))
}

// unshouted is a name that headlines, datelines and scripts write in capitals,
// "ADA BRENN", as the reports write it otherwise, where they do.
func (t *tally) unshouted(name string) string {
	if strings.ToUpper(name) != name {
		return name
	}
	other := map[string]int{}
	for s, n := range t.names {
		if s != name && strings.EqualFold(s, name) {
			other[s] = n
		}
	}
	if len(other) == 0 {
		return name
	}
	return mostOf(other)
}

// variants lists the forms, most frequent first; the name stands among them
// even where no report prints it (a lexicon's own spelling): with count 0.
func (t *tally) variants(name string) []record.Variant {
	if _, ok := t.names[name]; !ok {
		t.names[name] = 0
	}
	out := make([]record.Variant, 0, len(t.names))
	for s, n := range t.names {
		out = append(out, record.Variant{Text: s, Count: n})
	}
	slices.SortFunc(out, func(a, b record.Variant) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), strings.Compare(a.Text, b.Text))
	})
	return out
}

// mostOf is the most frequent key; the longer, then the earlier in the
// alphabet, where two are as frequent.
func mostOf[K ~string](m map[K]int) (best K) {
	most := -1
	for k, n := range m {
		if n > most || n == most && (len(k) > len(best) || len(k) == len(best) && k < best) {
			best, most = k, n
		}
	}
	return best
}
