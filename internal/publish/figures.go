package publish

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"rapporteur/internal/record"
	"rapporteur/internal/text"
)

// figures groups the numbers that count one thing, each series oldest first.
func (c *chapter) figures() {
	at := map[string]int{}
	figs := slices.Clone(c.story.figures)
	slices.SortStableFunc(figs, func(a, b *record.Figure) int {
		return cmp.Or(cmp.Compare(figureDay(a), figureDay(b)), cmp.Compare(a.ID, b.ID))
	})
	for _, f := range figs {
		v, ok := c.figure(f)
		if !ok {
			continue
		}
		key := text.Fold(v.Of) + "\x00" + str(f.Unit)
		if v.Of == "" {
			key = string(f.ID) // what is counted is not known: it makes no series
		}
		i, known := at[key]
		if !known {
			i = len(c.view.Figures)
			at[key] = i
			c.view.Figures = append(c.view.Figures, Series{Of: v.Of})
		}
		c.view.Figures[i].Figures = append(c.view.Figures[i].Figures, v)
		c.keep(&v.Statement)
	}
	slices.SortStableFunc(c.view.Figures, func(a, b Series) int {
		return cmp.Or(cmp.Compare(len(b.Figures), len(a.Figures)), strings.Compare(a.Of, b.Of))
	})
	c.view.Figures = singles(c.view.Figures)
}

// singles puts the series of one figure, which show no history, into one last
// series; series come longest first.
func singles(series []Series) []Series {
	n := slices.IndexFunc(series, func(s Series) bool { return len(s.Figures) == 1 })
	if n < 0 {
		return series
	}
	rest := Series{Single: true}
	for _, s := range series[n:] {
		rest.Figures = append(rest.Figures, s.Figures...)
	}
	return append(series[:n:n], rest)
}

func figureDay(f *record.Figure) string {
	if f.Time != nil && str(f.Time.From) != "" {
		return *f.Time.From
	}
	return cmp.Or(f.Support.FirstSeen, "9999-99")
}

// figureWorded is a figure in words, without who stands behind it.
func (c *chapter) figureWorded(f *record.Figure) *Figure {
	v := &Figure{Number: numberWords(f), Of: str(f.Of), SaidBy: c.party(f.SaidBy).words(), When: whenWords(f.Time)}
	if v.When == "" && f.Support.FirstSeen != "" {
		v.When = "reported " + dayWords(f.Support.FirstSeen)
	}
	if text.Fold(v.Of) == text.Fold(str(f.Unit)) {
		v.Of = "" // "30 km" of km
	}
	v.What = v.Number
	switch {
	case v.Of == "":
	case ofWhole(v.Of):
		v.What += ", " + strings.ToLower(v.Of[:1]) + v.Of[1:] // "14, the death toll from the shelling"
	case !strings.ContainsAny(v.Number, "0123456789") || ofKnown(v.Of):
		v.What += " of " + v.Of // "millions of people", "3 of the dam's six gates"
	default:
		v.What += " " + v.Of
	}
	return v
}

// ofWhole reports whether what a number counts is told as one thing, which the
// number is: "the death toll", not "people".
func ofWhole(of string) bool {
	first, rest, more := strings.Cut(of, " ")
	return more && strings.EqualFold(first, "the") && (strings.Contains(rest, "toll") || strings.Contains(rest, "number"))
}

// ofKnown reports whether what a number counts is told as known: it is a part of that.
func ofKnown(of string) bool {
	first, _, more := strings.Cut(strings.ToLower(of), " ")
	return more && slices.Contains(known, first)
}

// known are the words by which a noun is known: the article and the possessives.
var known = []string{"the", "its", "his", "her", "their", "our", "my", "your", "these", "those"}

func (c *chapter) figure(f *record.Figure) (*Figure, bool) {
	v := c.figureWorded(f)
	st, ok := c.statement(f, f.Base, f.Evidence, f.Support, v.What)
	v.Statement = st
	if ok && v.Of == "" {
		v.Gist = st.Sources[0].Sentence
	}
	return v, ok
}

// numberWords is "at least 150,000 km"; the words of the report where no
// number came out.
func numberWords(f *record.Figure) string {
	var w string
	switch {
	case f.Value == nil && f.Low != nil && f.High != nil:
		w = digits(*f.Low) + " to " + digits(*f.High)
	case f.Value == nil && len(f.Evidence) > 0:
		return f.Evidence[0].Exact
	case f.Value != nil:
		w = digits(*f.Value)
	}
	if b := str(f.Bound); b != "" {
		w = b + " " + w
	}
	switch u := str(f.Unit); u {
	case "":
	case "%":
		w += " %"
	default:
		w += " " + u
	}
	return w
}

// digits writes v with thousands apart: 150,000 or 2.5.
func digits(v float64) string {
	if v != math.Trunc(v) || math.Abs(v) >= 1e15 {
		return strconv.FormatFloat(v, 'g', 6, 64)
	}
	s := strconv.FormatInt(int64(math.Abs(v)), 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	if v < 0 {
		s = "-" + s
	}
	return s
}
