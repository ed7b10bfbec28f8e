package reconcile

import (
	_ "embed"
	"iter"
	"slices"
	"strings"
	"unicode"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

//go:embed outcomes.txt
var outcomeLines string

//go:embed people.txt
var peopleLines string

// outcomes maps a word to the name of what befell those counted.
var outcomes = byWord(outcomeLines)

// people are the words for anybody.
var people = allWords(peopleLines)

// counted names what f counts: the outcome nearest to the number, with whom it
// befell unless that is anybody; else the noun behind the number, and the unit.
func counted(doc string, sentence text.Span, f *news.Figure) (string, bool) {
	head := headNoun(f.Of.Of(doc))
	if hyphened(doc, f.Span) || outcomes[head] == "hospitalised" {
		return "", false // "a 10-inning victory", "two hospitals"
	}
	before, behind := doc[sentence.Start:f.Span.Start], doc[f.Span.End:sentence.End]
	if someOf(before, behind, head) {
		return "", false
	}
	o := outcomeBy(before, behind)
	if k, ok := outcomes[head]; ok {
		o = k
	}
	if o != "" && f.Unit == "" {
		if head == "" || people[head] || handled[head] || outcomes[head] != "" || o == "arrested" && arrestees[head] {
			return o + " people", true
		}
		return o + " " + stem(head), true
	}
	if f.Unit == "%" && (head == "" || shares[head]) {
		head = "percent"
	}
	if head == "" && money(f.Unit) {
		head = sumOf(before)
	}
	if head == "" {
		return "", false
	}
	if partOf(f.Of.Of(doc)) {
		head = "of " + head
	}
	return strings.TrimSpace(stem(head) + " " + f.Unit), false
}

// sumOf says what an amount of money is by the words before it: "savings of $3
// million" are savings, and what somebody wants, demands or asks for is asked;
// "" where neither stands there.
func sumOf(before string) string {
	w := slices.DeleteFunc(plainWords(before), func(w string) bool { return bounds[w] })
	switch n := len(w); {
	case n > 1 && w[n-1] == "of":
		return w[n-2]
	case n > 0 && asking[w[n-1]]:
		return "asked"
	}
	return ""
}

// someOf reports whether a number counts some of those told of before: "20 of
// those", "of whom four", or "two children from one country".
func someOf(before, behind, head string) bool {
	b, f := plainWords(before), plainWords(behind)
	if n := len(b); n > 1 && b[n-2] == "of" && (b[n-1] == "which" || b[n-1] == "whom") {
		return true
	}
	if len(f) > 1 && f[0] == "of" && (f[1] == "those" || f[1] == "them" || f[1] == "these") {
		return true
	}
	i := slices.Index(f, head)
	return i >= 0 && i+1 < len(f) && f[i+1] == "from"
}

// hyphened reports whether a number is a part of a word or of another number.
func hyphened(doc string, s text.Span) bool {
	return strings.HasPrefix(doc[s.End:], "-") || strings.HasSuffix(doc[:s.Start], "-")
}

// partOf reports whether what is counted is some of a number: "the five gates"
// behind "two of".
func partOf(of string) bool {
	w := plainWords(of)
	return len(w) > 2 && w[0] == "the" && (numberWords[w[1]] != "" || hasDigit(w[1]))
}

// outcomeBy finds the outcome of a number between the words before and behind
// it: right before it ("killed at least 50"), behind it up to the next number
// or "and" ("50 people were killed"), or further before ("toll rises to 85").
// How badly people are hurt is part of it.
func outcomeBy(before, behind string) string {
	b := plainWords(before)
	slices.Reverse(b)
	if i := slices.IndexFunc(b, func(w string) bool { return !bounds[w] }); i >= 0 && !strings.HasSuffix(strings.TrimSpace(before), ",") {
		if o := outcomes[b[i]]; o != "" {
			return graded(b[i+1:], o)
		}
	}
	f := plainWords(behind)
	for i, w := range f {
		if i >= wordsBehind || w == "and" || w == "while" || hasDigit(w) {
			break
		}
		if o := outcomes[w]; o != "" {
			near := slices.Clone(f[:i])
			slices.Reverse(near)
			return graded(near, o)
		}
	}
	for i, w := range b {
		if i >= wordsBefore || w == "and" || hasDigit(w) {
			break
		}
		if o := outcomes[w]; o != "" && (w == "toll" || w == "death" || w == "deaths") {
			return o
		}
	}
	return ""
}

// gradeReach is the number of words before an outcome in which its grade stands.
const gradeReach = 3

// graded is an outcome with how badly it befell people, which the words before
// it, the nearest first, may tell: "serious or life-threatening injuries".
func graded(before []string, outcome string) string {
	for _, w := range before[:min(len(before), gradeReach)] {
		if g := grades[w]; g != "" && outcome == "injured" {
			return g + " " + outcome
		}
	}
	return outcome
}

func plainWords(s string) []string { return strings.FieldsFunc(strings.ToLower(s), partsWords) }

// eachPlainWord is plainWords one after the other.
func eachPlainWord(s string) iter.Seq[string] {
	return strings.FieldsFuncSeq(strings.ToLower(s), partsWords)
}

func partsWords(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' }

func hasDigit(w string) bool { return strings.IndexFunc(w, unicode.IsDigit) >= 0 }

// headNoun is the last word of the noun phrase at the front of s.
func headNoun(s string) string {
	head := ""
	for _, w := range plainWords(s) {
		if phraseEnds[w] {
			break
		}
		head = w
	}
	return head
}

// opening is the words of a phrase up to what only says more of it: "dozens of
// people in a market".
func opening(s string) string {
	var out []string
	for _, w := range plainWords(s) {
		if phraseEnds[w] && w != "of" && w != "at" {
			break
		}
		out = append(out, w)
	}
	return strings.Join(out, " ")
}

// leadWord is the stem of the last word of the clause before a number that
// carries meaning: what is done with what is counted; 0 for none.
func leadWord(before string) uint32 {
	if i := strings.LastIndexAny(before, ",;:"); i >= 0 {
		before = before[i:]
	}
	w := plainWords(before)
	for i := len(w) - 1; i >= 0 && w[i] != "and"; i-- {
		if !bounds[w[i]] && !stops[w[i]] && !hasDigit(w[i]) {
			return hash(stem(w[i]))
		}
	}
	return 0
}

// namedIn are the persons with a full name and the towns that stand in a
// passage, each sorted.
func (c *reconciler) namedIn(report int32, s text.Span) (persons, towns []int32) {
	ms := c.mentionsIn(report)
	at, _ := slices.BinarySearchFunc(ms, s.Start, func(m news.Mention, at int32) int { return int(m.Span.Start - at) })
	for ; at < len(ms) && ms[at].Span.Start < s.End; at++ {
		e := c.entity(report, ms[at].Chain)
		switch {
		case e == 0:
		case c.town(e):
			towns = append(towns, e)
		case c.EntityKind[e-1] == news.Person && strings.Contains(c.EntityName[e-1], " "):
			persons = append(persons, e)
		}
	}
	return sorted(persons), sorted(towns)
}
