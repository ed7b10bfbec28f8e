package train

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/annotate/name"
	"rapporteur/internal/annotate/tag"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// pools are names to put in the place of others, by class: each a list of words.
type pools [3][][]string

// renamed is reports told again about others: most names are replaced by names
// of the same class out of the pools, the same name by the same within a
// report, a lone word of a person by a family name. What the namer learns from
// it is where names stand rather than which names there are.
//
// The first web reports are of the web, where some write without capitals: so
// are some of them told again, tagged anew by t.
func renamed(reports []named, p pools, rng *rand.Rand, web int, t *tag.Tagger) []named {
	out := make([]named, 0, len(reports))
	for i, r := range reports {
		c := copyist{r: r, p: p, rng: rng, new: map[string][]string{}}
		c.small = i < web && rng.Float64() < smallShare
		told := c.copy()
		if c.small {
			told.a.Tags = t.AsWritten(told.a, told.forms)
		}
		out = append(out, told)
	}
	return out
}

// renamedShare of the names are replaced, smallShare of the reports of the web
// are told without capitals.
const renamedShare, smallShare = 0.8, 0.1

// copyist writes one report again.
type copyist struct {
	r    named
	p    pools
	rng  *rand.Rand
	new  map[string][]string // what a name is called now
	text strings.Builder
	out  news.Analysis
	gold []name.Label

	small bool // without capitals
}

func (c *copyist) copy() named {
	a := c.r.a
	for _, s := range a.Sentences {
		first := news.TokenID(len(c.out.Tokens) + 1)
		for i := int(s.First - 1); i < int(s.Last); {
			i = c.step(i)
		}
		last := news.TokenID(len(c.out.Tokens))
		c.out.Sentences = append(c.out.Sentences, news.Sentence{First: first, Last: last, Block: s.Block})
		c.text.WriteString("\n")
	}
	c.out.Doc = &news.Document{Text: c.text.String(), Language: "en"}
	c.out.Done = a.Done
	return named{&c.out, lex.Forms(&c.out), c.gold}
}

// step copies token i or the name that begins there, and returns what is next.
func (c *copyist) step(i int) int {
	l := c.r.gold[i]
	if l == name.Outside {
		c.put(c.word(i), c.r.a.Tags[i], l, c.glued(i))
		return i + 1
	}
	end := i + 1
	for end < len(c.r.gold) && c.r.gold[end-1] != name.Outside && (c.r.gold[end-1]-1)%4 <= name.Inside {
		end++
	}
	class := name.Class((l - 1) / 4)
	words := c.instead(i, end, class)
	if words == nil {
		for k := i; k < end; k++ {
			c.put(c.word(k), c.r.a.Tags[k], c.r.gold[k], c.glued(k))
		}
		return end
	}
	labels := make([]name.Label, len(words))
	labelRun(labels, 0, len(words)-1, class)
	for k, w := range words {
		c.put(w, tagOf(w), labels[k], false)
	}
	return end
}

// instead is the new name for tokens i up to end; nil to leave it.
func (c *copyist) instead(i, end int, class name.Class) []string {
	var old []string
	for k := i; k < end; k++ {
		old = append(old, c.word(k))
	}
	key := strings.Join(old, " ")
	if w, ok := c.new[key]; ok {
		return w
	}
	pool := c.p[class]
	var w []string
	if r, _ := utf8.DecodeRuneInString(key); len(pool) > 0 && unicode.IsUpper(r) && c.rng.Float64() < renamedShare {
		w = pool[c.rng.IntN(len(pool))]
		if class == name.PER && len(old) == 1 {
			w = w[len(w)-1:]
		}
	}
	c.new[key] = w
	return w
}

func (c *copyist) word(i int) string { return c.r.a.Word(news.TokenID(i + 1)) }

// glued reports whether token i stands on the one before it.
func (c *copyist) glued(i int) bool {
	return i > 0 && c.r.a.Tokens[i-1].Span.End == c.r.a.Tokens[i].Span.Start
}

// tagOf is the tag of a word of a new name.
func tagOf(w string) news.Tag {
	t := news.Tag{UPOS: news.PROPN, XPOS: news.NNP}
	if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
		t = news.Tag{UPOS: news.ADP, XPOS: 2}
	}
	return t
}

func (c *copyist) put(w string, t news.Tag, l name.Label, glued bool) {
	if !glued {
		c.text.WriteString(" ")
	}
	start := c.text.Len()
	if c.small {
		w = strings.ToLower(w)
	}
	c.text.WriteString(w)
	c.out.Tokens = append(c.out.Tokens, news.Token{Span: text.At(start, c.text.Len())})
	c.out.Tags = append(c.out.Tags, t)
	c.gold = append(c.gold, l)
}

// gatherPools collects the names of reports that are written with capitals,
// and the people of listed, "FAMILY, Given".
func gatherPools(reports []named, listed []string) (p pools) {
	for _, r := range reports {
		for i := 0; i < len(r.gold); i++ {
			if r.gold[i] == name.Outside {
				continue
			}
			class := (r.gold[i] - 1) / 4
			var words []string
			for ; ; i++ {
				words = append(words, r.a.Word(news.TokenID(i+1)))
				if (r.gold[i]-1)%4 > name.Inside {
					break
				}
			}
			if r, _ := utf8.DecodeRuneInString(words[0]); unicode.IsUpper(r) {
				p[class] = append(p[class], words)
			}
		}
	}
	for _, l := range listed {
		family, given, _ := strings.Cut(l, ",")
		words := strings.Fields(given + " " + family)
		if len(words) < 2 || len(words) > 4 {
			continue
		}
		for i, w := range words {
			words[i] = titled(w)
		}
		p[name.PER] = append(p[name.PER], words)
	}
	return p
}

// titled is w with a capital in front and small letters behind.
func titled(w string) string {
	r, n := utf8.DecodeRuneInString(w)
	return string(unicode.ToUpper(r)) + strings.ToLower(w[n:])
}
