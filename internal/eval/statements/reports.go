package statements

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// Shown is the confidence from which publish shows a statement as fact.
const Shown = 0.5

// Kinds of statement that Reports scores, in the order of its tables.
var Kinds = []string{"events", "positions", "figures"}

// KindScore counts one kind of statement over a folder of annotated reports.
type KindScore struct {
	Asked       int // "+" lines
	Found       int // of those, met by a claim of any confidence
	FoundShown  int // of those, met by a claim that is shown as fact
	Shown       int // claims shown as fact
	Right       int // of those, met by a "+" or "~" line and by no "-" line
	Forbidden   int // claims shown as fact that a "-" line names
	Timed, Time int // events met, with a time asked for or claimed; and with the right one
	Sited, Site int // the same of places
	Bands       [10]Band
}

// Band counts the claims of one tenth of confidence.
type Band struct{ Claimed, Right int }

// Precision is of what is shown, Recall of what is found at any confidence,
// RecallShown of what is found and shown; shares of 1.
func (k KindScore) Precision() float64   { return share(k.Right, k.Shown) }
func (k KindScore) Recall() float64      { return share(k.Found, k.Asked) }
func (k KindScore) RecallShown() float64 { return share(k.FoundShown, k.Asked) }

// ReportScore is a KindScore for each of Kinds, and what went wrong in words.
type ReportScore struct {
	Reports int
	Of      [3]KindScore
	Misses  []string
}

// Reports annotates every report of folder dir and holds what is claimed
// against what stands beneath it. testdata/reports/README.md says how the
// files are written and what counts as right.
func Reports(dir string, annotate func(*news.Document) *news.Analysis) (s ReportScore, err error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		return s, err
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			return s, err
		}
		doc, lines, err := readReport(string(b))
		if err != nil {
			return s, fmt.Errorf("%s: %w", f, err)
		}
		s.Reports++
		r := reportScore{ReportScore: &s, name: strings.TrimSuffix(filepath.Base(f), ".txt"), a: annotate(doc), lines: lines}
		for k := range Kinds {
			r.kind(k)
		}
	}
	return s, nil
}

// readReport cuts a file into the report and the lines of its annotation.
func readReport(s string) (*news.Document, []annotation, error) {
	body, notes, ok := strings.Cut(s, "\n# annotated\n")
	if !ok {
		return nil, nil, fmt.Errorf("there is no line %q", "# annotated")
	}
	head, body, _ := strings.Cut(body, "\n\n")
	doc := &news.Document{Language: "en"}
	for _, l := range strings.Split(head, "\n") {
		switch key, value, _ := strings.Cut(l, " "); key {
		case "date":
			doc.Published = news.Stamp{Value: value, Basis: news.Given}
		case "title":
			doc.Title = value
		default:
			return nil, nil, fmt.Errorf("the head says %q", l)
		}
	}
	lay(doc, append([]string{doc.Title}, strings.Split(strings.TrimSpace(body), "\n\n")...))
	doc.Headline, doc.Blocks[0].Kind = doc.Blocks[0].Span, news.Headline
	var out []annotation
	for _, l := range strings.Split(strings.TrimSpace(notes), "\n") {
		n, err := readAnnotation(l)
		if err != nil {
			return nil, nil, err
		}
		out = append(out, n)
	}
	return doc, out, nil
}

// lay makes paragraphs the text and the blocks of doc.
func lay(doc *news.Document, paragraphs []string) {
	for _, p := range paragraphs {
		if doc.Text != "" {
			doc.Text += "\n\n"
		}
		doc.Blocks = append(doc.Blocks, news.Block{Span: text.At(len(doc.Text), len(doc.Text)+len(p))})
		doc.Text += p
	}
}

// reportScore holds one report against its lines.
type reportScore struct {
	*ReportScore
	name  string
	a     *news.Analysis
	lines []annotation
}

// kind scores all claims of kind k, then what was asked for and not found.
func (r *reportScore) kind(k int) {
	s, claims := &r.Of[k], r.claims(k)
	for _, c := range claims {
		right, forbidden := r.judge(k, c)
		shown := c.confidence >= Shown
		b := &s.Bands[min(int(c.confidence*10), 9)]
		b.Claimed++
		b.Right += count(right)
		s.Shown += count(shown)
		s.Right += count(shown && right)
		s.Forbidden += count(shown && forbidden)
		if shown && !right {
			r.miss("claimed", c.words)
		}
	}
	for _, l := range r.lines {
		if l.mark == '+' && l.kind == Kinds[k] {
			r.asked(s, l, claims)
		}
	}
}

// judge says whether claim c of kind k is right, and whether a "-" line names it.
func (r *reportScore) judge(k int, c claim) (right, forbidden bool) {
	for _, l := range r.lines {
		if l.kind != Kinds[k] {
			right = right || k == 0 && l.mark != '-' && l.spoken(r.a, c)
			continue
		}
		if l.mark == '-' {
			forbidden = forbidden || l.strictly(r.a, c)
		} else {
			right = right || l.meets(r.a, c)
		}
	}
	return right && !forbidden, forbidden
}

// asked counts whether "+" line l is met, and when and where the event that
// meets it best is said to be.
func (r *reportScore) asked(s *KindScore, l annotation, claims []claim) {
	s.Asked++
	met := slices.DeleteFunc(slices.Clone(claims), func(c claim) bool { return !l.meets(r.a, c) })
	if len(met) == 0 {
		r.miss("not found", l.line)
		return
	}
	s.Found++
	s.FoundShown += count(slices.ContainsFunc(met, func(c claim) bool { return c.confidence >= Shown }))
	if l.kind == "events" {
		best := slices.MaxFunc(met, func(a, b claim) int { return cmp.Compare(l.fit(r.a, a), l.fit(r.a, b)) })
		asked, right := l.when(r.a, best)
		s.Timed, s.Time = s.Timed+count(asked), s.Time+count(right)
		if !right && asked {
			r.miss("time", l.line+" got "+best.words)
		}
		asked, right = l.where(r.a, best)
		s.Sited, s.Site = s.Sited+count(asked), s.Site+count(right)
		if !right && asked {
			r.miss("place", l.line+" got "+best.words)
		}
	}
}

func (r *reportScore) miss(what, words string) {
	r.Misses = append(r.Misses, fmt.Sprintf("%s %s: %s", r.name, what, words))
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Table prints s as a table, then the precision of each band of confidence.
func (s *ReportScore) Table() string {
	var b strings.Builder
	fmt.Fprintf(&b, "| %d reports | asked | found | found and shown | shown | right of those | forbidden | P | R | R shown |\n|---|---|---|---|---|---|---|---|---|---|\n", s.Reports)
	for k, name := range Kinds {
		o := s.Of[k]
		fmt.Fprintf(&b, "| %s | %d | %d | %d | %d | %d | %d | %.1f | %.1f | %.1f |\n", name, o.Asked, o.Found, o.FoundShown, o.Shown, o.Right, o.Forbidden, 100*o.Precision(), 100*o.Recall(), 100*o.RecallShown())
	}
	e := s.Of[0]
	fmt.Fprintf(&b, "\nOf the events found, %d of %d have the right time and %d of %d the right place.\n", e.Time, e.Timed, e.Site, e.Sited)
	b.WriteString("\n| confidence |")
	for i := range e.Bands {
		fmt.Fprintf(&b, " .%d |", i)
	}
	b.WriteString("\n|---|" + strings.Repeat("---|", len(e.Bands)) + "\n")
	for k, name := range Kinds {
		fmt.Fprintf(&b, "| %s |", name)
		for _, n := range s.Of[k].Bands {
			fmt.Fprintf(&b, " %s |", n)
		}
		b.WriteString("\n")
	}
	return b.String()
}

// String is "right/claimed", and "-" where nothing is claimed.
func (b Band) String() string {
	if b.Claimed == 0 {
		return "-"
	}
	return fmt.Sprintf("%d/%d", b.Right, b.Claimed)
}
