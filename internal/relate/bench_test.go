package relate

import (
	"fmt"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rapporteur/internal/eval/gen"
	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/relate/matter"
	"rapporteur/internal/text"
)

// world makes reports about invented affairs: stories of a few reports each,
// whose sentences are partly the same, with names, quotes, events, figures and
// times laid out by hand. Sizes are those of news: about 600 words a report.
type world struct {
	r     *rand.Rand
	words []string
}

func newWorld(seed uint64) *world {
	w := &world{r: rand.New(rand.NewPCG(seed, 7))}
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	for range 20000 {
		var b strings.Builder
		for range 2 + w.r.IntN(3) {
			b.WriteByte(consonants[w.r.IntN(len(consonants))])
			b.WriteByte(vowels[w.r.IntN(len(vowels))])
		}
		w.words = append(w.words, b.String())
	}
	return w
}

// word follows Zipf's law roughly: the square of an even draw.
func (w *world) word() string {
	x := w.r.Float64()
	return w.words[int(x*x*x*float64(len(w.words)))]
}

func title(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// fact is a sentence of a story: who said or did something.
type fact struct {
	name, text string
	quote      bool
	count      int
}

func (w *world) story() []fact {
	var names []string
	for range 8 {
		names = append(names, title(w.word())+" "+title(w.words[w.r.IntN(len(w.words))]))
	}
	facts := make([]fact, 45)
	for i := range facts {
		f := fact{name: names[w.r.IntN(len(names))], quote: i%4 == 0, count: 10 + w.r.IntN(500)}
		var ws []string
		for range 14 {
			ws = append(ws, w.word())
		}
		f.text = strings.Join(ws, " ")
		facts[i] = f
	}
	return facts
}

// report tells a part of a story's facts, some in other words.
func (w *world) report(facts []fact, day news.Day, n int) *news.Analysis {
	d := &news.Document{Key: fmt.Sprint(n), Outlet: fmt.Sprint("Outlet ", w.r.IntN(60)), Published: news.Stamp{Value: day.String(), Basis: news.Given}}
	a := &news.Analysis{Doc: d}
	var b strings.Builder
	chain := map[string]news.ChainID{}
	for _, f := range facts {
		if w.r.IntN(3) == 0 {
			continue
		}
		words := strings.Fields(f.text)
		for k := range words {
			if w.r.IntN(6) == 0 {
				words[k] = w.word()
			}
		}
		w.tell(a, &b, f, strings.Join(words, " "), chain)
	}
	d.Text = b.String()
	return a
}

// tell writes one sentence and what stands in it.
func (w *world) tell(a *news.Analysis, b *strings.Builder, f fact, said string, chain map[string]news.ChainID) {
	start := b.Len()
	id := news.SentenceID(len(a.Sentences) + 1)
	c := chain[f.name]
	if c == 0 {
		a.Chains = append(a.Chains, news.Chain{Kind: news.Person, Name: f.name, Named: true})
		c = news.ChainID(len(a.Chains))
		chain[f.name] = c
	}
	b.WriteString(f.name)
	who := news.Party{Chain: c, Span: text.At(start, b.Len())}
	a.Mentions = append(a.Mentions, news.Mention{Span: who.Span, Kind: news.Person, Sentence: id, Chain: c})
	a.Chains[c-1].Mentions = append(a.Chains[c-1].Mentions, news.MentionID(len(a.Mentions)))
	if f.quote {
		b.WriteString(` said: "`)
		at := b.Len()
		b.WriteString(said)
		a.Quotes = append(a.Quotes, news.Quote{Form: news.Direct, Parts: []text.Span{text.At(at, b.Len())}, Speaker: who, Sentence: id, Rule: "bench"})
		b.WriteString(`."`)
	} else {
		b.WriteString(" ")
		at := b.Len()
		b.WriteString("met")
		a.Events = append(a.Events, news.Event{Class: "CONSULT", Label: "meet", Status: news.Held, Trigger: text.At(at, b.Len()), Sentence: id,
			Participants: []news.Participant{{Party: who, Role: news.Actor}}, Rule: "bench"})
		b.WriteString(" ")
		at = b.Len()
		fmt.Fprint(b, f.count)
		v := float64(f.count)
		a.Figures = append(a.Figures, news.Figure{Span: text.At(at, b.Len()), Value: v, Low: v, High: v, Sentence: id, Rule: "bench"})
		b.WriteString(" " + said + ".")
	}
	a.Sentences = append(a.Sentences, news.Sentence{Span: text.At(start, b.Len())})
	b.WriteString("\n\n")
}

// reports makes n reports over sixty days.
func (w *world) reports(n int) (out []*news.Analysis) {
	first, _ := news.ParseDay("2031-01-01")
	for len(out) < n {
		facts := w.story()
		day := first.Add(w.r.IntN(60))
		size := 1 + int(1/(w.r.Float64()+0.05)) // most stories are small, a few large
		for range min(size, n-len(out)) {
			out = append(out, w.report(facts, day.Add(w.r.IntN(3)), len(out)))
		}
	}
	return out
}

// BenchmarkDesk takes single reports, of stories that it has, into a Desk of
// 10,000 laid-out reports or as many as BENCH_REPORTS says. It measures what
// relating alone costs: no store, no reading of analyses.
//
//	cpu-ms/report  the median of processor time
//	kB/report  what the Desk holds in memory
func BenchmarkDesk(b *testing.B) {
	n, more := 10000, 300
	if s := os.Getenv("BENCH_REPORTS"); s != "" {
		n, _ = strconv.Atoi(s)
	}
	at, held := map[record.ID]*news.Analysis{}, []*matter.Card{}
	for b.Loop() {
		before := heap()
		d := NewDesk()
		i := 0
		for a := range gen.Laid(1, n+more) {
			c := matter.CardOf(a)
			at[c.ID] = a
			if i++; i%((n+more)/more) == 0 && len(held) < more {
				held = append(held, c)
			} else {
				d.index.Add(c)
			}
		}
		analyses := heap() - before
		load := func(id record.ID) (*news.Analysis, error) { return at[id], nil }
		now, _ := d.index.Touched(d.keys)
		if err := d.enlist(now, load); err != nil {
			b.Fatal(err)
		}
		d.open = nil
		d.directory.settle()
		b.ReportMetric(float64(heap()-before-analyses)/float64(n)/1000, "rosters-kB/report")
		var took []float64
		for _, c := range held {
			start := usage()
			d.Add(c)
			if err := d.Take(load, func(*record.Part) error { return nil }); err != nil {
				b.Fatal(err)
			}
			took = append(took, usage()-start)
		}
		slices.Sort(took)
		b.ReportMetric(took[len(took)/2], "cpu-ms/report")
		b.ReportMetric(took[len(took)/10], "p10-cpu-ms")
		b.ReportMetric(float64(len(now)), "matters")
		at = map[record.ID]*news.Analysis{}
		now = nil
		b.ReportMetric(float64(heap()-before)/float64(n)/1000, "kB/report")
		runtime.KeepAlive(d)
	}
}

// heap is what lives in memory.
func heap() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

func BenchmarkRelate(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		in := newWorld(1).reports(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Relate(in)
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "reports/s")
		})
	}
}
