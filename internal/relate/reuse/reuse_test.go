package reuse

import (
	"strings"
	"testing"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// find and open know the furniture of the given reports alone.
func find(in []*news.Analysis) *Result { return Find(in, FurnitureOf(in)) }

func open(in ...*news.Analysis) *Texts { return Open(in, FurnitureOf(in)) }

// paper is a report with a sentence a line.
func paper(outlet, day, body string, wire string) *news.Analysis {
	a := &news.Analysis{Doc: &news.Document{Outlet: outlet, Text: body, Published: news.Stamp{Value: day, Basis: news.Given}}}
	for line := range lines(body) {
		a.Sentences = append(a.Sentences, news.Sentence{Span: line})
	}
	if wire != "" {
		a.Credits = []news.Credit{{Name: wire, Kind: news.Agency, Role: news.Wire, Span: text.At(0, 10)}}
	}
	return a
}

const ferry = `The ferry Halcyon ran aground on the rocks off Skerra shortly before dawn with forty people aboard.
Divers from the harbour brought every passenger ashore within three hours, the coast guard reported.
The captain had reported a failure of the rudder twenty minutes before the ship struck the bank.
Owners of the line have promised an inquiry and have taken two sister ships out of service for now.
Fishermen on the island had warned of shifting sands in the narrow channel since the autumn storms.
`

const shortFerry = `The ferry Halcyon ran aground on the rocks off Skerra shortly before dawn with forty people aboard.
Divers from the harbour brought every passenger ashore within three hours, the coast guard reported.
The captain had reported a failure of the rudder twenty minutes before the ship struck the bank.
`

const sharedQuote = `"We saw the lights go out and then we heard the hull scrape over the stones for a long while," said Mara Denn, who was on deck.
`

const ownA = `A night crossing to Skerra ended on a sandbank on Monday, leaving commuters to be fetched by lifeboat.
Ferries will be replaced by buses over the causeway until the channel has been surveyed again.
`

const ownB = `Islanders woke to sirens when their only link with the mainland came to a halt in shallow water.
Schools on both shores stayed shut and the fish market opened late for want of hands.
`

func TestClasses(t *testing.T) {
	for _, c := range []struct {
		name string
		a, b string
		want Class
	}{
		{"one text", ferry, ferry + "\n(Coastal News)", Same},
		{"abridged", ferry, shortFerry, Derived},
		{"speech in common", ownA + sharedQuote, ownB + sharedQuote, QuotesOnly},
		{"nothing in common", ownA, ownB, Independent},
		{"two sentences in a text of its own", ownA + strings.Join(strings.SplitAfter(ferry, "\n")[3:5], ""), ownB + ownB + ferry, Partial},
		{"notice in common", ownA + "Copyright 2031 Coastal News. All rights reserved. This material may not be published, broadcast, rewritten or sold.\n",
			ownB + "Copyright 2031 Coastal News. All rights reserved. This material may not be published, broadcast, rewritten or sold.\n", Independent},
		{"a post set into both pages", ownA + "Nobody told us a thing, we sat on that deck for an hour in the cold and dark — Mara Denn (@maradenn) March 3, 2031\n",
			ownB + "Nobody told us a thing, we sat on that deck for an hour in the cold and dark — Mara Denn (@maradenn) March 3, 2031\n", QuotesOnly},
	} {
		texts := open(paper("A", "2031-03-03", c.a, ""), paper("B", "2031-03-03", c.b, ""))
		if p := texts.Compare(0, 1); p.Class != c.want {
			t.Errorf("%s: %s (%.2f, %.2f), want %s", c.name, p.Class, p.ShareA, p.ShareB, c.want)
		}
	}
}

func TestOrigins(t *testing.T) {
	in := []*news.Analysis{
		paper("Evening Post", "2031-03-03", ferry, "Coastal News"),
		paper("Morning Herald", "2031-03-03", shortFerry, ""),
		paper("Island Echo", "2031-03-04", ownB, ""),
	}
	r := find(in)
	if len(r.Origins) != 2 || r.Origin[0] != r.Origin[1] || r.Origin[2] == r.Origin[0] {
		t.Fatalf("origins %v", r.Origin)
	}
	if o := r.Origins[r.Origin[0]]; o.Name != "Coastal News" || o.Kind != news.Agency {
		t.Errorf("the copies are %s's (%s), want Coastal News's by its credit", o.Name, o.Kind)
	}
	if o := r.Origins[r.Origin[2]]; o.Name != "Island Echo" || o.Kind != news.Outlet {
		t.Errorf("the report of its own is %s's (%s)", o.Name, o.Kind)
	}
	if len(r.Pairs) != 1 || r.Pairs[0].Direction(in) != Common {
		t.Errorf("pairs %v: two prints of one day, neither is known to be first", r.Pairs)
	}
}

func TestPassageCountsForItsSource(t *testing.T) {
	in := []*news.Analysis{
		paper("Evening Post", "2031-03-03", ferry+ownA, ""),
		paper("Island Echo", "2031-03-05", ownB+ownB+strings.Join(strings.SplitAfter(ferry, "\n")[3:5], "")+ownB, ""),
	}
	r := find(in)
	body := in[1].Doc.Text
	at := strings.Index(body, "promised an inquiry")
	if r.At(1, text.At(at, at+8)) != r.Origin[0] {
		t.Error("a sentence taken from an earlier report counts for the later one")
	}
	if r.At(1, text.At(0, 8)) != r.Origin[1] {
		t.Error("a sentence of its own counts for another report")
	}
}

func TestMenuOfOneOutletIsNoCopy(t *testing.T) {
	menu := "Weather and tides for the northern coast are updated every hour by our own station on Harbour Street in the old town hall.\n"
	in := []*news.Analysis{
		paper("Island Echo", "2031-03-03", ownB+menu, ""),
		paper("Island Echo", "2031-03-04", "Talks between Norland and Sudmark opened in Tarn under heavy guard. Minister Anna Vask arrived first. Nobody spoke to the press.\n"+menu, ""),
		paper("Island Echo", "2031-03-05", "The chess champion Ilya Brandt lost his title in Velm. He had held it for nine years. Young Rosa Feld took it in the last game.\n"+menu, ""),
	}
	if r := find(in); len(r.Pairs) != 0 {
		t.Errorf("the outlet's own notice is taken for copying: %v", r.Pairs)
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(ferry, shortFerry)
	f.Add("“a 'b", "(@")
	f.Add("\xff\"", "'\xe2\x80")
	f.Fuzz(func(t *testing.T, a, b string) {
		x, y := paper("A", "2031-03-03", a, ""), paper("B", "", b, "C")
		p := open(x, y).Compare(0, 1)
		if p.ShareA < 0 || p.ShareA > 1 || p.ShareB < 0 || p.ShareB > 1 {
			t.Errorf("shares %v", p)
		}
		for _, s := range p.Passages {
			if !s.A.Fits(a) || !s.B.Fits(b) {
				t.Errorf("passage %v does not fit", s)
			}
		}
	})
}
