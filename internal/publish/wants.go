package publish

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
)

// stanceVerbs word a stance with its holder as the subject.
var stanceVerbs = map[news.Stance]string{
	news.Demand: "demands", news.Reject: "rejects", news.Offer: "offers", news.Support: "supports",
	news.Accept: "accepts", news.Promise: "promises", news.Threaten: "threatens", news.Accuse: "accuses",
	news.Deny: "denies", news.Condition: "sets as a condition",
}

// stanceActs word a stance whose issue is something that the holder, or another,
// is to do: "refuses to" send troops.
var stanceActs = map[news.Stance]string{
	news.Demand: "wants to", news.Reject: "refuses to", news.Offer: "offers to", news.Accept: "agrees to",
	news.Promise: "promises to", news.Threaten: "threatens to",
}

// wants groups the positions by party and, where two parties or more take a
// stand on one issue, by issue.
func (c *chapter) wants() {
	at := map[string]int{}
	rows := issueRows{at: map[string][]int{}}
	for _, p := range c.positionsInTime() {
		v, ok := c.position(p)
		if !ok {
			continue
		}
		holder := c.holder(p)
		i, known := at[holder.key()]
		if !known {
			i = len(c.view.Wants)
			at[holder.key()] = i
			c.view.Wants = append(c.view.Wants, Holder{Party: holder})
		}
		c.view.Wants[i].Positions = append(c.view.Wants[i].Positions, v)
		rows.add(p, holder, v)
	}
	slices.SortStableFunc(c.view.Wants, func(a, b Holder) int {
		return cmp.Or(cmp.Compare(nameless(a.Party), nameless(b.Party)), cmp.Compare(len(b.Positions), len(a.Positions)), strings.Compare(a.Name, b.Name))
	})
	for i, h := range c.view.Wants {
		c.view.Wants[i].Anchor = c.view.Anchor + "-party-" + itoa(i+1)
		for _, p := range h.Positions {
			c.keep(&p.Statement)
		}
	}
	c.view.Issues = rows.shared()
}

func nameless(p Party) int {
	if p.Name == "" {
		return 1
	}
	return 0
}

func (c *chapter) positionsInTime() []*record.Position {
	ps := slices.Clone(c.story.positions)
	slices.SortStableFunc(ps, func(a, b *record.Position) int {
		return cmp.Or(cmp.Compare(c.saidOn(a), c.saidOn(b)), cmp.Compare(a.ID, b.ID))
	})
	return ps
}

// saidOn is the day of a position as a sort key: when it was said, else when
// it was first reported; undated last.
func (c *chapter) saidOn(p *record.Position) string {
	if p.Said != nil && str(p.Said.From) != "" {
		return *p.Said.From
	}
	return cmp.Or(p.Support.FirstSeen, "9999-99")
}

// holder is the state or body that a position counts for: the one that the
// speaker speaks for where that is known.
func (c *chapter) holder(p *record.Position) Party {
	if c.speaksForBody(p) {
		return c.party(p.SpeaksFor)
	}
	return c.party(p.Holder)
}

// speaksForBody says whether the holder speaks for a state or body; nobody's
// position counts for another person.
func (c *chapter) speaksForBody(p *record.Position) bool {
	if p.SpeaksFor == nil {
		return false
	}
	e := c.entities[c.party(p.SpeaksFor).Entity]
	return e == nil || e.EntKind != news.Person
}

// positionWorded is a position in words, without who stands behind it.
func (c *chapter) positionWorded(p *record.Position) (*Position, Party) {
	v := &Position{Stance: p.Stance, Verb: cmp.Or(stanceVerbs[p.Stance], string(p.Stance)), Issue: paired(p.Issue.Label),
		Target: c.party(p.Target).words(), Via: relays(p.Via), When: whenWords(p.Said)}
	if v.When == "" && p.Support.FirstSeen != "" {
		v.When = "reported " + dayWords(p.Support.FirstSeen)
	}
	holder := c.holder(p)
	if by := c.party(p.Holder); c.speaksForBody(p) && by.key() != holder.key() {
		v.By = by.words()
	}
	if act := stanceActs[p.Stance]; act != "" && isAct(p) {
		if v.Verb = act; p.Stance == news.Demand && v.Target != "" {
			v.Verb, v.Issue, v.Target = "wants", v.Target+" to "+v.Issue, ""
		}
	}
	return v, holder
}

func (c *chapter) position(p *record.Position) (*Position, bool) {
	v, holder := c.positionWorded(p)
	st, ok := c.statement(p, p.Base, p.Evidence, p.Support, v.words(holder))
	v.Statement = st
	if ok && p.Changes != nil {
		if was, shown := c.anchors[*p.Changes]; shown {
			v.Changed = &was
		} else {
			v.Changed = &Link{Text: "an earlier position"}
		}
	}
	return v, ok
}

// words is the position in one line: "Veldamar rejects foreign observers".
func (v *Position) words(holder Party) string {
	w := cmp.Or(holder.words(), "an unknown party") + " " + v.Verb
	if v.Stance == news.Accuse && v.Target != "" {
		return w + " " + v.Target + ": " + v.Issue
	}
	if !strings.HasSuffix(v.Verb, " to") && v.Verb != "wants" {
		w += colon(v.Issue)
	}
	w += " " + v.Issue
	if v.Target != "" {
		w += " (towards " + v.Target + ")"
	}
	return w
}

// isAct says whether the issue is an act: words that follow "to" or a modal verb
// in the sentence and do not begin as a noun phrase does.
func isAct(p *record.Position) bool {
	if nounLike(p.Issue.Label) {
		return false
	}
	for _, e := range p.Evidence {
		before, _, ok := strings.Cut(e.Sentence, p.Issue.Label)
		words := strings.Fields(before)
		if ok && len(words) > 0 && leadsToAct[strings.ToLower(words[len(words)-1])] {
			return true
		}
	}
	return false
}

var leadsToAct = map[string]bool{"to": true, "not": true, "never": true, "would": true, "will": true, "must": true, "should": true, "could": true,
	"can": true, "cannot": true, "won’t": true, "won't": true, "wouldn’t": true, "wouldn't": true}

// nounLike says whether an issue begins as a noun phrase or a name does.
func nounLike(issue string) bool {
	first, _, _ := strings.Cut(issue, " ")
	switch strings.ToLower(first) {
	case "the", "a", "an", "any", "all", "no", "its", "his", "her", "their", "our", "this", "that", "these", "those", "to":
		return true
	}
	return first == "" || (first[0] >= 'A' && first[0] <= 'Z')
}

// colon parts a verb from an issue that may be no noun phrase: "offers: to talk".
func colon(issue string) string {
	if nounLike(issue) {
		return ""
	}
	return ":"
}

// issueRows gathers positions by what their issue is about.
type issueRows struct {
	rows  []IssueRow
	terms [][]string       // of every row: those of its first position
	at    map[string][]int // rows by term
}

func (r *issueRows) add(p *record.Position, holder Party, v *Position) {
	if len(p.Issue.Terms) == 0 || holder.Name == "" {
		return
	}
	i := r.find(p.Issue.Terms)
	if i < 0 {
		i = len(r.rows)
		r.rows, r.terms = append(r.rows, IssueRow{Label: p.Issue.Label}), append(r.terms, p.Issue.Terms)
		for _, t := range p.Issue.Terms {
			r.at[t] = append(r.at[t], i)
		}
	}
	row := &r.rows[i]
	for j := range row.Stands {
		if row.Stands[j].key() == holder.key() {
			row.Stands[j].Positions = append(row.Stands[j].Positions, v)
			return
		}
	}
	row.Stands = append(row.Stands, Stand{Party: holder, Positions: []*Position{v}})
}

// maxAlike bounds the rows that one term is compared with.
const maxAlike = 100

// find is the row that shares the most terms, the first of equals; -1 for none
// that is about the same thing.
func (r *issueRows) find(terms []string) int {
	shared := map[int]int{}
	best := -1
	for _, t := range terms {
		for _, i := range r.at[t][:min(len(r.at[t]), maxAlike)] {
			shared[i]++
		}
	}
	for i, n := range shared { // the best of a strict order
		if aboutSame(n, len(terms), len(r.terms[i])) && (best < 0 || n > shared[best] || n == shared[best] && i < best) {
			best = i
		}
	}
	return best
}

// aboutSame says whether two issues of a and b terms that share n are about one
// thing: all terms of both, or two thirds of the fewer and no less than two.
func aboutSame(n, a, b int) bool { return n == a && n == b || n >= 2 && 3*n >= 2*min(a, b) }

// shared is the rows on which two parties or more take a stand, most first.
func (r *issueRows) shared() []IssueRow {
	out := slices.DeleteFunc(r.rows, func(row IssueRow) bool { return len(row.Stands) < 2 })
	slices.SortStableFunc(out, func(a, b IssueRow) int {
		return cmp.Or(cmp.Compare(len(b.Stands), len(a.Stands)), strings.Compare(a.Label, b.Label))
	})
	return out
}
