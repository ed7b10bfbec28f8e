package eval

import (
	"os"
	"testing"

	"rapporteur/internal/annotate"
	"rapporteur/internal/models"
	"rapporteur/internal/news"
)

// TestNewsGold pins what is reached on news of our own, with and without what
// was learned: the stage must do without tags and names, too.
func TestNewsGold(t *testing.T) {
	set, err := models.Load()
	if err != nil {
		t.Fatal(err)
	}
	full, err := annotate.New(annotate.Weights(set))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		an   *annotate.Annotator
	}{{"tagged", full}, {"untagged", &annotate.Annotator{}}} {
		dev, test, err := TimesOfNews(os.Stdout, c.an, func(txt string, g *MarkedTime, f *news.Time) {
			switch {
			case c.an != full:
			case f == nil:
				t.Logf("missed %q", g.Span.Of(txt))
			case g == nil:
				t.Logf("false %q = %q (%s)", f.Span.Of(txt), f.Value, f.Rule)
			case f.Span != g.Span || !g.right(f.Value):
				t.Logf("%q is %q = %q, not %q (%s)", g.Span.Of(txt), f.Span.Of(txt), f.Value, g.Value, f.Rule)
			}
		})
		if err != nil {
			t.Fatal(err)
		}
		if dev.Asked+test.Asked < 300 {
			t.Errorf("only %d expressions", dev.Asked+test.Asked)
		}
		if dev.StrictF1() < 99 || dev.ValueF1() < 96 || test.StrictF1() < 96 || test.ValueF1() < 95 {
			t.Errorf("%s: below the floors: %+v, %+v", c.name, dev, test)
		}
	}
}

func TestParseNewsTimes(t *testing.T) {
	got, err := ParseNewsTimes("# a note\n== 2031-05-12\nHead {now|PRESENT_REF/2031}\nIt ran {then|?}.\n== ?\nAlone\n")
	if err != nil || len(got) != 2 || got[0].Doc.Text != "Head now\n\nIt ran then." || got[0].Doc.Title != "Head now" || got[1].Doc.Title != "" {
		t.Fatalf("%+v, %v", got, err)
	}
	m := got[0].Times
	if len(m) != 2 || m[1].Span.Of(got[0].Doc.Text) != "then" || !m[1].right("") || !m[0].right("2031") || m[0].right("2032") {
		t.Errorf("%+v", m)
	}
	if _, err := ParseNewsTimes("== ?\nno {end\n"); err == nil {
		t.Error("an open brace was taken")
	}
}
