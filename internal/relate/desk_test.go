package relate

import (
	"bytes"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/relate/matter"
	"rapporteur/internal/text"
)

// keeper is a Desk and the record as its parts make it.
type keeper struct {
	desk  *Desk
	at    map[record.ID]*news.Analysis
	parts map[record.ID]*record.Part
}

func newKeeper(largest int) *keeper {
	d := newDesk(largest)
	d.Workers = largest % 3
	return &keeper{d, map[record.ID]*news.Analysis{}, map[record.ID]*record.Part{}}
}

// take relates a batch and returns the number of parts that it yielded.
func (k *keeper) take(t testing.TB, batch ...*news.Analysis) (yielded int) {
	t.Helper()
	for _, a := range batch {
		c := matter.CardOf(a)
		k.at[c.ID] = a
		k.desk.Add(c)
	}
	load := func(id record.ID) (*news.Analysis, error) { return k.at[id], nil }
	err := k.desk.Take(load, func(p *record.Part) error {
		yielded++
		if p.Lines == nil {
			delete(k.parts, p.Key)
		} else {
			k.parts[p.Key] = p
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return yielded
}

// restart goes on with a Desk made of what was kept.
func (k *keeper) restart(t testing.TB) {
	t.Helper()
	states := map[record.ID][]byte{}
	for key, p := range k.parts {
		states[key] = p.State
	}
	var cards [][]byte
	for id := range k.at { // in no order: it must not matter
		cards = append(cards, matter.CardOf(k.at[id]).Pack())
	}
	var err error
	if k.desk, err = Restore(t.Context(), Kept{Cards: cards, States: states}, nil, nil); err != nil {
		t.Fatal(err)
	}
}

func (k *keeper) record() *record.Record {
	r := &record.Record{}
	for _, key := range slices.Sorted(maps.Keys(k.parts)) {
		r.Append(k.parts[key].Lines)
	}
	r.Sort()
	return r
}

func exported(t testing.TB, r *record.Record) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := record.WriteLines(&b, r.Lines()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// anew is the record of a set of reports taken at once.
func anew(t testing.TB, largest int, in []*news.Analysis) []byte {
	k := newKeeper(largest)
	k.take(t, in...)
	return exported(t, k.record())
}

// small makes sets of short reports in which much is nearly the same: few
// names in several spellings, few words, menus, copies, undated reports.
type small struct{ r *rand.Rand }

func (s small) of(list ...string) string { return list[s.r.IntN(len(list))] }

func (s small) person() string {
	return s.of("Anna Vask", "Ana Vask", "Yuri Orlen", "Yury Orlen", "Petr Denn", "Peter Denn", "Rosa Feld", "Orlen", "Vask", "Minister Yuri Orlen", "Iurii Orlen")
}

func (s small) sentence() (string, string) {
	who := s.person()
	rest := s.of("met the Norland envoy in Tarn over the dam", "left Port Denn for Velm", "spoke of 40 dead off Skerra", "told the Grain Relief Board that ships wait",
		"told the GRB that ships wait", "promised the harbour of Skerra new lights by May", "saw the ferry Halcyon run aground off Skerra", "signed in Tarn what Sudmark had asked for")
	return who, rest
}

func (s small) report(n int) *news.Analysis {
	var b strings.Builder
	d := &news.Document{Key: fmt.Sprint(n), Outlet: s.of("Echo", "Post", "Herald", ""), Title: s.of("Halcyon off Skerra", "Talks in Tarn", "Orlen and Vask", "Weather")}
	if s.r.IntN(6) > 0 {
		first, _ := news.ParseDay("2031-03-01")
		d.Published = news.Stamp{Value: first.Add(s.r.IntN(4) * s.r.IntN(40)).String(), Basis: news.Given}
		if s.r.IntN(4) == 0 { // fetched long after
			d.Outlet, d.Published.Value = "Echo", first.Add(30).String()+"T12:15"
		}
	}
	a := &news.Analysis{Doc: d}
	for range 1 + s.r.IntN(5) {
		s.tell(a, &b)
	}
	if s.r.IntN(3) == 0 {
		b.WriteString("The station on Harbour Street tells of wind and tides around the old town each hour and again at night.\n")
	}
	d.Text = b.String()
	return a
}

// tell writes one sentence with its layers.
func (s small) tell(a *news.Analysis, b *strings.Builder) {
	who, rest := s.sentence()
	start, id := b.Len(), news.SentenceID(len(a.Sentences)+1)
	b.WriteString(who)
	name := strings.TrimPrefix(who, "Minister ")
	span := text.At(b.Len()-len(name), b.Len())
	c := chainNamed(a, name)
	a.Mentions = append(a.Mentions, news.Mention{Span: span, Kind: news.Person, Sentence: id, Chain: c})
	a.Chains[c-1].Mentions = append(a.Chains[c-1].Mentions, news.MentionID(len(a.Mentions)))
	party := news.Party{Chain: c, Span: span}
	b.WriteString(" ")
	at := b.Len()
	b.WriteString(rest)
	whole := text.At(at, b.Len())
	switch s.r.IntN(3) {
	case 0:
		a.Quotes = append(a.Quotes, news.Quote{Form: news.Direct, Parts: []text.Span{whole}, Speaker: party, Sentence: id, Confidence: 0.9, Rule: "test"})
	case 1:
		a.Events = append(a.Events, news.Event{Class: "CONSULT", Label: "meet", Status: news.Held, Trigger: text.At(at, at+3), Sentence: id,
			Participants: []news.Participant{{Party: party, Role: news.Actor}}, Rule: "test"})
	default:
		v := float64(10 + s.r.IntN(3))
		a.Figures = append(a.Figures, news.Figure{Span: text.At(at, at+3), Value: v, Low: v, High: v, Sentence: id, Rule: "test"})
	}
	if s.r.IntN(2) == 0 {
		b.WriteString(" on Sunday")
		t := news.Time{Span: text.At(b.Len()-len("Sunday"), b.Len()), Sentence: id, Kind: news.Date, Expr: news.Expr{Pick: "XXXX-WXX-7", Side: news.Past}}
		t.Value = t.At(a.Day(), nil)
		a.Times = append(a.Times, t)
	}
	b.WriteString(".\n")
	a.Sentences = append(a.Sentences, news.Sentence{Span: text.At(start, b.Len()-1)})
}

func (s small) set(n int) (out []*news.Analysis) {
	for i := range n {
		if i > 0 && s.r.IntN(5) == 0 { // a copy under another address
			a, d := *out[s.r.IntN(i)], *out[s.r.IntN(i)].Doc
			d = *a.Doc
			d.Key, d.Outlet = fmt.Sprint("copy ", i), s.of("Echo", "Post", "Herald")
			a.Doc = &d
			out = append(out, &a)
			continue
		}
		out = append(out, s.report(i))
	}
	return out
}

// TestAnySchedule: reports taken in any order, in any batches, some of them
// twice, make the record that they make at once, byte for byte; after the last
// batch and at a moment between.
func TestAnySchedule(t *testing.T) {
	sets, schedules, doubted := 150, 8, 0
	if testing.Short() {
		sets = 30
	}
	for seed := range sets {
		s := small{rand.New(rand.NewPCG(uint64(seed), 11))}
		largest := []int{matter.Largest, 2, 4, 7}[s.r.IntN(4)]
		in := s.set(2 + s.r.IntN(14))
		want := anew(t, largest, in)
		doubted += bytes.Count(want, []byte(`"date-doubted"`))
		for n := range schedules {
			if got := s.schedule(t, largest, in); !bytes.Equal(got, want) {
				t.Fatalf("set %d of %d reports, largest %d, schedule %d: another record:\n%s", seed, len(in), largest, n, firstDifference(got, want))
			}
		}
	}
	if doubted == 0 {
		t.Error("no set has a report whose date is doubted: the schedules do not try it")
	}
}

// schedule takes in, in some order and batches, and returns the export.
func (s small) schedule(t *testing.T, largest int, in []*news.Analysis) []byte {
	order := s.r.Perm(len(in))
	k := newKeeper(largest)
	check := s.r.IntN(4 * len(in))
	for at := 0; at < len(order); {
		size := 1 + s.r.IntN(min(len(order)-at, 1+s.r.IntN(len(order))))
		var batch []*news.Analysis
		for _, i := range order[at : at+size] {
			batch = append(batch, in[i])
		}
		if at > 0 && s.r.IntN(3) == 0 {
			batch = append(batch, in[order[s.r.IntN(at)]])
		}
		k.take(t, batch...)
		if largest == matter.Largest && s.r.IntN(4) == 0 {
			k.restart(t)
		}
		if at += size; at == check {
			var some []*news.Analysis
			for _, i := range order[:at] {
				some = append(some, in[i])
			}
			if got, want := exported(t, k.record()), anew(t, largest, some); !bytes.Equal(got, want) {
				t.Fatalf("%d of %d reports taken, largest %d: another record:\n%s", at, len(in), largest, firstDifference(got, want))
			}
		}
	}
	return exported(t, k.record())
}

func firstDifference(a, b []byte) string {
	x, y := strings.Split(string(a), "\n"), strings.Split(string(b), "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return "  got " + x[i] + "\n want " + y[i]
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(x), len(y))
}

// TestRecordOfPartsIsSound holds the laws of the record on what parts make.
func TestRecordOfPartsIsSound(t *testing.T) {
	for seed := range 40 {
		s := small{rand.New(rand.NewPCG(uint64(seed), 12))}
		k := newKeeper(4)
		k.take(t, s.set(20)...)
		for _, err := range k.record().Check() {
			t.Error(seed, err)
		}
	}
}

// TestOneMoreTouchesLittle: a report on a matter of its own yields its part and
// those of the entities that it names.
func TestOneMoreTouchesLittle(t *testing.T) {
	k := newKeeper(matter.Largest)
	k.take(t, newWorld(3).reports(300)...)
	before := len(k.parts)
	other := written("Evening Post", "2031-01-05", `Ilya Brandt lost his title in Velm to Rosa Feld, and "the game is young," Ilya Brandt said.`, "Ilya Brandt", "the game is young,")
	if n := k.take(t, other); n > 3 || len(k.parts) < before {
		t.Errorf("%d parts of %d were made again", n, before)
	}
}

// chainNamed is the chain of a name, begun where there is none.
func chainNamed(a *news.Analysis, name string) news.ChainID {
	for i := range a.Chains {
		if a.Chains[i].Name == name {
			return news.ChainID(i + 1)
		}
	}
	a.Chains = append(a.Chains, news.Chain{Kind: news.Person, Name: name, Named: true})
	return news.ChainID(len(a.Chains))
}
