package news

import (
	"math"
	"strings"
	"testing"

	"rapporteur/internal/text"
)

// whole is a small sound analysis with something in every layer:
//
//	Tamm left on Monday .
//	1    2    3  4      5
func whole() *Analysis {
	doc := &Document{Text: "Tamm left on Monday.", Blocks: []Block{{Span: text.At(0, 20)}}, Published: Stamp{Value: "2031-05-12", Basis: Given}, Removed: []Removed{{Kind: Byline, Text: "TPA"}}}
	return &Analysis{Doc: doc, Done: 1<<12 - 1,
		Tokens:    []Token{{Span: text.At(0, 4)}, {Span: text.At(5, 9)}, {Span: text.At(10, 12)}, {Span: text.At(13, 19)}, {Span: text.At(19, 20)}},
		Tags:      make([]Tag, 5),
		Arcs:      []Arc{{Head: 2}, {Head: 0}, {Head: 4}, {Head: 2}, {Head: 2}},
		Sentences: []Sentence{{Span: text.At(0, 20), First: 1, Last: 5}},
		Mentions:  []Mention{{Span: text.At(0, 4), First: 1, Last: 1, Sentence: 1, Chain: 1}},
		Chains:    []Chain{{Name: "Tamm", Mentions: []MentionID{1}}},
		Times:     []Time{{Span: text.At(13, 19), Sentence: 1, Rule: "r"}},
		Quotes:    []Quote{{Parts: []text.Span{text.At(5, 9), text.At(10, 12)}, Sentence: 1, Rule: "r", Said: 1}},
		Credits:   []Credit{{Name: "TPA", Removed: 1, Rule: "r"}},
		Events:    []Event{{Trigger: text.At(5, 9), Sentence: 1, Rule: "r", Time: 1}},
		Positions: []Position{{Issue: text.At(5, 9), Sentence: 1, Rule: "r", Quote: 1}},
		Figures:   []Figure{{Span: text.At(5, 9), Sentence: 1, Rule: "r", Low: 1, High: 2}},
	}
}

func TestCheck(t *testing.T) {
	if errs := whole().Check(); errs != nil {
		t.Fatal(errs)
	}
	for name, test := range map[string]struct {
		spoil func(*Analysis)
		want  string
	}{
		"no document":            {func(a *Analysis) { a.Doc = nil }, "no Document"},
		"bad UTF-8":              {func(a *Analysis) { a.Doc.Text = "\xff" + a.Doc.Text[1:] }, "not UTF-8"},
		"words in no block":      {func(a *Analysis) { a.Doc.Blocks[0].Span.End = 12 }, "in no block"},
		"headline and title":     {func(a *Analysis) { a.Doc.Headline, a.Doc.Title = text.At(0, 4), "Orm" }, "the title"},
		"a date on no basis":     {func(a *Analysis) { a.Doc.Published.Basis = Unknown }, "on the basis"},
		"a layer not looked for": {func(a *Analysis) { a.Done &^= Times }, "not done"},
		"a tag short":            {func(a *Analysis) { a.Tags = a.Tags[1:] }, "4 tags for 5 tokens"},
		"tokens overlap":         {func(a *Analysis) { a.Tokens[1].Span.Start = 3 }, "token 2"},
		"a token in no sentence": {func(a *Analysis) { a.Sentences[0].Last = 4 }, "4 of 5 tokens"},
		"a head elsewhere":       {func(a *Analysis) { a.Arcs[0].Head = 6 }, "hangs on 6"},
		"two roots":              {func(a *Analysis) { a.Arcs[0].Head = 0 }, "2 roots"},
		"a circle":               {func(a *Analysis) { a.Arcs[2].Head, a.Arcs[3].Head = 4, 3 }, "hangs on itself"},
		"a span outside":         {func(a *Analysis) { a.Mentions[0].Span.End = 99 }, "does not fit"},
		"an empty span":          {func(a *Analysis) { a.Times[0].Span = text.Span{} }, "is empty"},
		"a mention of no chain":  {func(a *Analysis) { a.Mentions[0].Chain = 2 }, "no number 2"},
		"an unlisted mention":    {func(a *Analysis) { a.Chains[0].Mentions = nil }, "does not list it"},
		"a time ahead":           {func(a *Analysis) { a.Times[0].Expr.Of = 1 }, "leans on time 1"},
		"no rule":                {func(a *Analysis) { a.Quotes[0].Rule = "" }, "has no rule"},
		"too sure":               {func(a *Analysis) { a.Events[0].Confidence = 1.5 }, "confidence is 1.5"},
		"not a number":           {func(a *Analysis) { a.Events[0].Confidence = float32(math.NaN()) }, "confidence is NaN"},
		"parts out of order":     {func(a *Analysis) { p := a.Quotes[0].Parts; p[0], p[1] = p[1], p[0] }, "out of order"},
		"a quote without words":  {func(a *Analysis) { a.Quotes[0].Parts = nil }, "no words"},
		"a credit of nobody":     {func(a *Analysis) { a.Credits[0].Name = "" }, "names nobody"},
		"a credit nowhere":       {func(a *Analysis) { a.Credits[0].Removed = 0 }, "credit 1: the span"},
		"no such time":           {func(a *Analysis) { a.Events[0].Time = 9 }, "no number 9"},
		"no such quote":          {func(a *Analysis) { a.Positions[0].Quote = 2 }, "no number 2"},
		"no such sentence":       {func(a *Analysis) { a.Figures[0].Sentence = 0 }, "in sentence 0"},
		"an endless figure":      {func(a *Analysis) { a.Figures[0].High = math.Inf(1) }, "figure 1 is"},
		"an inverted figure":     {func(a *Analysis) { a.Figures[0].Low = 3 }, "between 3 and 2"},
	} {
		a := whole()
		test.spoil(a)
		var all []string
		for _, err := range a.Check() {
			all = append(all, err.Error())
		}
		if got := strings.Join(all, "; "); !strings.Contains(got, test.want) {
			t.Errorf("%s: got %q, want %q", name, got, test.want)
		}
	}
}
