package gen

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// Laid yields n reports of about 600 words with their analyses laid out by
// hand, without annotating: stories of one to twenty reports, most of them
// small, seventy reports a day, whose sentences are partly the same, with
// names, quotes, events and figures. The words are English where they say
// nothing and invented where they do, so that they are as common and as rare
// as in news.
func Laid(seed uint64, n int) iter.Seq[*news.Analysis] {
	return func(yield func(*news.Analysis) bool) {
		l := newLayer(seed)
		first, _ := news.ParseDay("2031-01-01")
		for at := 0; at < n; {
			facts := l.story()
			day := first.Add(l.rnd.IntN(1 + n/perDay))
			size := 1 + int(1/(l.rnd.Float64()+0.05))
			for range min(size, n-at) {
				if !yield(l.report(facts, day.Add(l.rnd.IntN(3)), at)) {
					return
				}
				at++
			}
		}
	}
}

// perDay is the number of reports on one day.
const perDay = 70

// layer lays reports out.
type layer struct {
	rnd   *rand.Rand
	words []string // invented
}

// said are words that every report has.
var said = strings.Fields("the of and to in a that on for it with as at by was from be were has had an this which not are or their but have its they more would been also than after when there two over who all no up into about before some time only new could year first so while last against most other now during because where even down both since still under these made such many any well")

func newLayer(seed uint64) *layer {
	l := &layer{rnd: rand.New(rand.NewPCG(seed, 7))}
	for range 20000 {
		var b strings.Builder
		for range 2 + l.rnd.IntN(3) {
			b.WriteString(onsets[l.rnd.IntN(len(onsets))])
			b.WriteString(vowels[l.rnd.IntN(len(vowels))])
		}
		l.words = append(l.words, b.String())
	}
	return l
}

func (l *layer) word() string { return l.words[l.rnd.IntN(len(l.words))] }

func (l *layer) name() string {
	w := l.word() + codas[l.rnd.IntN(len(codas))]
	return strings.ToUpper(w[:1]) + w[1:]
}

// fact is a sentence of a story: who said or did something, and where.
type fact struct {
	name, place, text string
	quote             bool
	count             int
}

func (l *layer) story() []fact {
	var people, places, own []string
	for range 8 {
		people = append(people, givenNames[l.rnd.IntN(len(givenNames))]+" "+l.name())
	}
	for range 3 {
		places = append(places, l.name())
	}
	for range 40 {
		own = append(own, l.word())
	}
	facts := make([]fact, 45)
	for i := range facts {
		f := fact{name: people[l.rnd.IntN(len(people))], place: places[l.rnd.IntN(len(places))], quote: i%4 == 0, count: 10 + l.rnd.IntN(500)}
		var ws []string
		for range 14 {
			switch p := l.rnd.IntN(20); {
			case p < 10:
				ws = append(ws, said[l.rnd.IntN(len(said))])
			case p < 15:
				ws = append(ws, own[l.rnd.IntN(len(own))])
			default:
				ws = append(ws, l.word())
			}
		}
		f.text = strings.Join(ws, " ")
		facts[i] = f
	}
	return facts
}

// report tells two thirds of a story's facts, partly in other words.
func (l *layer) report(facts []fact, day news.Day, n int) *news.Analysis {
	title := facts[0].name + " in " + facts[0].place
	d := &news.Document{Source: fmt.Sprint("laid ", n), Key: fmt.Sprint(n), Outlet: outlets[l.rnd.IntN(len(outlets))], Title: title, Published: news.Stamp{Value: day.String(), Basis: news.Given}}
	a := &news.Analysis{Doc: d, Done: news.Sentences | news.Quotes | news.Events | news.Figures}
	var b strings.Builder
	chains := map[string]news.ChainID{}
	for _, f := range facts {
		if l.rnd.IntN(3) == 0 {
			continue
		}
		words := strings.Fields(f.text)
		for k := range words {
			if l.rnd.IntN(6) == 0 {
				words[k] = l.word()
			}
		}
		f.text = strings.Join(words, " ")
		tell(a, &b, f, chains)
	}
	d.Text = b.String()
	return a
}

// tell writes one sentence and what stands in it.
func tell(a *news.Analysis, b *strings.Builder, f fact, chains map[string]news.ChainID) {
	start, id := b.Len(), news.SentenceID(len(a.Sentences)+1)
	who := named(a, b, f.name, news.Person, id, chains)
	b.WriteString(" of ")
	place := named(a, b, f.place, news.Place, id, chains)
	if f.quote {
		b.WriteString(` said: "`)
		at := b.Len()
		b.WriteString(f.text)
		a.Quotes = append(a.Quotes, news.Quote{Form: news.Direct, Parts: []text.Span{text.At(at, b.Len())}, Speaker: who, Sentence: id, Rule: "laid"})
		b.WriteString(`."`)
	} else {
		b.WriteString(" ")
		at := b.Len()
		b.WriteString("met")
		a.Events = append(a.Events, news.Event{Class: "CONSULT", Label: "meet", Status: news.Held, Trigger: text.At(at, b.Len()), Sentence: id, Place: place,
			Participants: []news.Participant{{Party: who, Role: news.Actor}}, Rule: "laid"})
		b.WriteString(" ")
		at = b.Len()
		fmt.Fprint(b, f.count)
		v := float64(f.count)
		a.Figures = append(a.Figures, news.Figure{Span: text.At(at, b.Len()), Value: v, Low: v, High: v, Sentence: id, Rule: "laid"})
		b.WriteString(" " + f.text + ".")
	}
	a.Sentences = append(a.Sentences, news.Sentence{Span: text.At(start, b.Len())})
	b.WriteString("\n\n")
}

// named writes a name, with its mention and chain.
func named(a *news.Analysis, b *strings.Builder, name string, kind news.Kind, id news.SentenceID, chains map[string]news.ChainID) news.Party {
	c := chains[name]
	if c == 0 {
		a.Chains = append(a.Chains, news.Chain{Kind: kind, Name: name, Named: true})
		c = news.ChainID(len(a.Chains))
		chains[name] = c
	}
	at := text.At(b.Len(), b.Len()+len(name))
	b.WriteString(name)
	a.Mentions = append(a.Mentions, news.Mention{Span: at, Kind: kind, Sentence: id, Chain: c})
	a.Chains[c-1].Mentions = append(a.Chains[c-1].Mentions, news.MentionID(len(a.Mentions)))
	return news.Party{Chain: c, Span: at}
}
