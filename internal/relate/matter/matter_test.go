package matter

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
)

// cards are those of short reports of few names and words, so that many are
// near each other at some level.
func cards(r *rand.Rand, n int) (out []*Card) {
	names, words := strings.Fields("Skerra Halcyon Tarn Vask Orlen Velm"), strings.Fields("ferry rocks dam talks envoy harbour lights storm grain")
	for i := range n {
		var b strings.Builder
		for range 4 + r.IntN(5) {
			fmt.Fprintf(&b, "the %s of %s ", words[r.IntN(len(words))], names[r.IntN(len(names))])
		}
		d := &news.Document{Key: fmt.Sprint(i), Text: b.String()}
		if r.IntN(5) > 0 {
			first, _ := news.ParseDay("2031-03-01")
			d.Published = news.Stamp{Value: first.Add(r.IntN(100)).String(), Basis: news.Given}
		}
		out = append(out, CardOf(&news.Analysis{Doc: d}))
	}
	return out
}

// byLaw are the matters as their definition has them, each as its ids, sorted:
// connected at the first level that does not make them too large.
func byLaw(all []*Card, largest int) (out []string) {
	var part func(set []*Card, level int)
	part = func(set []*Card, level int) {
		if level == len(steps) || level > 0 && len(set) <= largest {
			out = append(out, written(set))
			return
		}
		for len(set) > 0 {
			one, rest := []*Card{set[0]}, set[1:]
			for i := 0; i < len(one); i++ {
				var left []*Card
				for _, c := range rest {
					if nearness(one[i], c) > level {
						one = append(one, c)
					} else {
						left = append(left, c)
					}
				}
				rest = left
			}
			part(one, level+1)
			set = rest
		}
	}
	part(all, 0)
	slices.Sort(out)
	return out
}

func written(set []*Card) string {
	var ids []string
	for _, c := range set {
		ids = append(ids, string(c.ID))
	}
	slices.Sort(ids)
	return strings.Join(ids, " ")
}

// TestMattersAreTheirDefinition: in whatever order and batches cards come, the
// matters that were last told of each report are those of the definition.
func TestMattersAreTheirDefinition(t *testing.T) {
	sizes := map[int]bool{}
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 1))
		largest := 1 + r.IntN(8)
		all := cards(r, 1+r.IntN(30))
		x, keys, now := NewIndex(largest), map[record.ID]record.ID{}, map[record.ID]string{}
		for k, i := range r.Perm(len(all)) {
			x.Add(all[i])
			if k+1 < len(all) && r.IntN(2) == 0 {
				continue
			}
			touched, was := x.Touched(keys)
			for _, key := range was {
				delete(now, key)
			}
			for _, m := range touched {
				now[m.Key] = written(m.Reports)
				sizes[len(m.Reports)] = true
			}
		}
		var got []string
		for _, m := range now {
			got = append(got, m)
		}
		slices.Sort(got)
		if want := byLaw(all, largest); !slices.Equal(got, want) {
			t.Fatalf("set %d of %d reports, largest %d:\n%q\nwant\n%q", seed, len(all), largest, got, want)
		}
	}
	if len(sizes) < 8 {
		t.Errorf("matters of only %d sizes", len(sizes))
	}
}

func TestAKnownReportTouchesNothing(t *testing.T) {
	x, keys := NewIndex(Largest), map[record.ID]record.ID{}
	c := cards(rand.New(rand.NewPCG(1, 1)), 1)[0]
	x.Add(c)
	x.Touched(keys)
	x.Add(c)
	if now, _ := x.Touched(keys); len(now) != 0 || x.Len() != 1 {
		t.Errorf("touched %v of %d reports", now, x.Len())
	}
}

func TestCardsAreKept(t *testing.T) {
	for _, c := range cards(rand.New(rand.NewPCG(4, 1)), 20) {
		got, err := Unpack(c.Pack())
		if err != nil || !reflect.DeepEqual(got.Prints.Marks, c.Prints.Marks) && len(c.Prints.Marks) > 0 || !slices.Equal(got.Words, c.Words) ||
			!slices.Equal(got.Names, c.Names) || got.ID != c.ID || got.Day != c.Day || nearness(got, c) != nearness(c, c) {
			t.Fatalf("%+v is kept as %+v, %v", c, got, err)
		}
	}
}

func FuzzUnpack(f *testing.F) {
	f.Add(cards(rand.New(rand.NewPCG(4, 1)), 1)[0].Pack())
	f.Fuzz(func(t *testing.T, b []byte) {
		if c, err := Unpack(b); err == nil {
			if again, err := Unpack(c.Pack()); err != nil || again.ID != c.ID {
				t.Error("a card that can be read cannot be read again:", err)
			}
		}
	})
}
