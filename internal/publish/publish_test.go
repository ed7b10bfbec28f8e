package publish_test

import (
	"encoding/json"
	"flag"
	"math/rand"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/internal/publish"
	"rapporteur/internal/publish/publishtest"
	"rapporteur/internal/record"
)

var rewrite = flag.Bool("rewrite", false, "write the golden files anew")

func brief(r publish.Reader) *publish.Brief { return publish.NewBrief(r, nil, publish.Options{}) }

func asJSON(t *testing.T, v any) string {
	t.Helper()
	b, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return string(b) + "\n"
}

func TestBriefGolden(t *testing.T) {
	got := asJSON(t, brief(publishtest.Rich()))
	const path = "testdata/rich.json"
	if *rewrite {
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(string(want), got); d != "" {
		t.Errorf("the brief changed; look at it and run with -rewrite\n%s", d)
	}
}

// Every source of every line leads to a mark in the appendix that holds exactly
// the words of the evidence.
func TestEveryLineLeadsToItsWords(t *testing.T) {
	for name, r := range map[string]*record.Record{"rich": publishtest.Rich(), "hostile": publishtest.Hostile()} {
		b := brief(r)
		marked := marks(t, b)
		n := 0
		for _, s := range b.Stories {
			for _, st := range statements(s) {
				for _, src := range st.Sources {
					n++
					if got := marked[src.Anchor]; got != src.Exact {
						t.Errorf("%s: %s leads by %s to %q, want %q", name, st.ID, src.Anchor, got, src.Exact)
					}
				}
			}
		}
		if n == 0 {
			t.Errorf("%s: no line has a source", name)
		}
	}
}

// marks reads the appendix as a browser would: what stands inside every mark.
func marks(t *testing.T, b *publish.Brief) map[string]string {
	out := map[string]string{}
	for _, r := range b.Reports {
		for _, p := range r.Passages {
			var open []string
			whole := ""
			for _, piece := range p.Pieces {
				open = append(open, piece.Open...)
				whole += piece.Text
				for _, a := range open {
					out[a] += piece.Text
				}
				if piece.Close > len(open) {
					t.Fatalf("passage %s closes more marks than it opens", p.Ref)
				}
				open = open[:len(open)-piece.Close]
			}
			if whole != p.Text || len(open) != 0 {
				t.Errorf("passage %s: pieces make %q and leave %d marks open", p.Ref, whole, len(open))
			}
		}
	}
	return out
}

func statements(s *publish.Story) (out []*publish.Statement) {
	for _, ds := range [][]publish.Date{s.Timeline, s.Background} {
		for _, d := range ds {
			for _, e := range d.Events {
				out = append(out, &e.Statement)
			}
		}
	}
	for _, e := range s.Undated {
		out = append(out, &e.Statement)
	}
	for _, sp := range s.Said {
		for _, q := range sp.Quotes {
			out = append(out, &q.Statement)
		}
	}
	for _, h := range s.Wants {
		for _, p := range h.Positions {
			out = append(out, &p.Statement)
		}
	}
	for _, n := range s.Figures {
		for _, f := range n.Figures {
			out = append(out, &f.Statement)
		}
	}
	return append(out, s.Unsure...)
}

func TestEveryStatementStandsOnce(t *testing.T) {
	r := publishtest.Rich()
	seen := map[record.ID]int{}
	for _, s := range brief(r).Stories {
		for _, st := range statements(s) {
			seen[st.ID]++
		}
	}
	for _, q := range r.Quotes {
		want := 1
		if q.Review != nil && *q.Review == "rejected" {
			want = 0
		}
		if seen[q.ID] != want {
			t.Errorf("quote %s stands %d times, want %d", q.ID, seen[q.ID], want)
		}
	}
	for _, e := range r.Events {
		if seen[e.ID] != 1 {
			t.Errorf("event %s stands %d times", e.ID, seen[e.ID])
		}
	}
}

func TestOrderOfTheRecordDoesNotMatter(t *testing.T) {
	want := asJSON(t, brief(publishtest.Rich()))
	for seed := range int64(20) {
		r := publishtest.Rich()
		rnd := rand.New(rand.NewSource(seed))
		shuffle(rnd, r.Reports)
		shuffle(rnd, r.Entities)
		shuffle(rnd, r.Stories)
		shuffle(rnd, r.Quotes)
		shuffle(rnd, r.Events)
		shuffle(rnd, r.Positions)
		shuffle(rnd, r.Figures)
		shuffle(rnd, r.Differences)
		if d := cmp.Diff(want, asJSON(t, brief(r))); d != "" {
			t.Fatalf("seed %d: %s", seed, d)
		}
	}
}

func shuffle[T any](r *rand.Rand, s []T) {
	r.Shuffle(len(s), func(i, j int) { s[i], s[j] = s[j], s[i] })
}

func TestEvidenceThatDoesNotHoldIsNotShown(t *testing.T) {
	r := publishtest.Rich()
	for i := range r.Events {
		if r.Events[i].ID == "ev2" {
			r.Events[i].Evidence[0].Exact = "signed in Ilvane"
		}
	}
	b := brief(r)
	if b.Omitted.Unfounded != 1 {
		t.Errorf("%d statements counted as unfounded, want 1", b.Omitted.Unfounded)
	}
	for _, s := range b.Stories {
		for _, st := range statements(s) {
			if st.ID == "ev2" {
				t.Error("a statement without evidence is shown")
			}
		}
	}
}

func TestSmallerStoriesAreListed(t *testing.T) {
	b := publish.NewBrief(publishtest.Rich(), nil, publish.Options{Stories: 1})
	if len(b.Stories) != 1 || len(b.More) != 1 || b.Omitted.Elsewhere == 0 {
		t.Fatalf("%d stories, %d listed, %d statements elsewhere", len(b.Stories), len(b.More), b.Omitted.Elsewhere)
	}
	if c := b.Stories[0].Continues; c == nil || c.Anchor != "" || c.Text == "" {
		t.Errorf("the story goes on from %+v, want words without a link", c)
	}
}

func TestThresholdParts(t *testing.T) {
	for limit, want := range map[float64]int{0.1: 0, 0.5: 1, 0.99: 21} {
		n := 0
		for _, s := range publish.NewBrief(publishtest.Rich(), nil, publish.Options{LessCertain: limit}).Stories {
			n += len(s.Unsure)
		}
		if n != want {
			t.Errorf("below %v: %d less certain statements, want %d", limit, n, want)
		}
	}
}

func TestReportsWithoutStory(t *testing.T) {
	r := publishtest.Rich()
	r.Stories = nil
	b := brief(r)
	if len(b.Stories) != 1 || b.Stories[0].Label != "What 6 reports say" {
		t.Fatalf("got %d stories, first %q", len(b.Stories), b.Stories[0].Label)
	}
	if len(statements(b.Stories[0])) < 10 {
		t.Error("the statements are lost")
	}
}

func TestEmptyRecord(t *testing.T) {
	b := brief(&record.Record{})
	if len(b.Stories) != 0 || b.Title == "" {
		t.Errorf("%d stories, title %q", len(b.Stories), b.Title)
	}
}

func TestUnknownOutletIsNeverCounted(t *testing.T) {
	for _, c := range []struct {
		counts publish.Counts
		want   string
	}{
		{publish.Counts{Reports: 5, Outlets: 5, Origins: 3}, "5 reports, 5 outlets, 3 origins"},
		{publish.Counts{Reports: 1, Outlets: 1, Origins: 1}, "1 report, 1 outlet, 1 origin"},
		{publish.Counts{Reports: 5, Outlets: 4, Unnamed: 1, Origins: 3}, "5 reports, 4 outlets and 1 unknown, 3 origins"},
		{publish.Counts{Reports: 2, Unnamed: 2, Origins: 2}, "2 reports, outlet unknown, 2 origins"},
	} {
		if got := c.counts.String(); got != c.want {
			t.Errorf("%+v is %q, want %q", c.counts, got, c.want)
		}
	}
	if c := brief(publishtest.Rich()).Counts; c.Outlets != 4 || c.Unnamed != 1 {
		t.Errorf("%+v, want 4 outlets and 1 unknown", c)
	}
}

func TestOutlineLeavesNoEmptySection(t *testing.T) {
	b := brief(publishtest.Rich())
	for _, s := range b.Stories {
		for _, sec := range s.Outline(b) {
			if len(sec.Groups) == 0 || slices.ContainsFunc(sec.Groups, func(g publish.Group) bool { return len(g.Items) == 0 }) {
				t.Errorf("%s: an empty group in %q", s.Label, sec.Title)
			}
		}
	}
}

// The brief says who reports what; whether it is so is never ours to say.
func TestNoVerdicts(t *testing.T) {
	b := brief(publishtest.Rich())
	for _, s := range b.Stories {
		for _, sec := range s.Outline(b) {
			for _, w := range []string{"confirmed", "verified", "fact"} {
				if strings.Contains(strings.ToLower(sec.Title+sec.Note), w) {
					t.Errorf("%q speaks of %q", sec.Title, w)
				}
			}
		}
	}
}
