package train

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/annotate/name"
	"rapporteur/internal/eval"
	"rapporteur/internal/text"
)

// entity is one mention of the GUM corpus: tokens first to last of its
// sentence, and what its annotation says.
type entity struct {
	first, last int
	kind        string
	heads       []int // tokens of the sentence that carry the mention
	identity    string
}

// entityClasses are the classes of the entity types of GUM.
var entityClasses = map[string]name.Class{"person": name.PER, "organization": name.ORG, "place": name.LOC}

// gumNames gives the reports of c, read from GUM, the names among their
// entities. GUM marks whole phrases; the name is cut out of its phrase.
func gumNames(c corpus) []named {
	out := make([]named, len(c))
	for i := range c {
		r := &c[i]
		var all []found
		for s, sent := range r.gold.Sentences {
			all = append(all, sentenceNames(r, r.sents[s], int(sent.First-1))...)
		}
		out[i] = named{r.tagged(), r.forms, layNames(r.gold, all)}
	}
	return out
}

// sentenceNames lists the names of one sentence, whose tokens begin at base of
// the report; of nested ones the outermost.
func sentenceNames(r *report, s eval.LangSentence, base int) (names []found) {
	ents := entities(s.Words)
	slices.SortStableFunc(ents, func(a, b entity) int {
		if a.first != b.first {
			return a.first - b.first
		}
		return b.last - a.last
	})
	end := -1
	for _, e := range ents {
		c, ok := entityClasses[e.kind]
		if !ok {
			continue
		}
		i, j := nameIn(s.Words, e)
		if i = untitled(s.Words, i, j); i < 0 || i <= end {
			continue
		}
		end = j
		from, to := r.gold.Tokens[base+i].Span.Start, r.gold.Tokens[base+j].Span.End
		names = append(names, found{text.Span{Start: from, End: to}, c})
	}
	slices.SortFunc(names, func(a, b found) int { return int(a.span.Start - b.span.Start) })
	return names
}

// untitled is where the name in words i to j starts behind its title: 1 in
// "Emperor Aldo". -1 when it is nothing but a title, or the name of a people.
func untitled(words []eval.LangWord, i, j int) int {
	if i < 0 {
		return -1
	}
	l := lex.Default()
	word := func(k int) string { return words[k].Form }
	if e, n := l.Name(i, j+1, word); e != nil && e.Class == lex.Demonym && n == j+1-i {
		return -1
	}
	for i <= j {
		_, n := l.Office(i, j+1, word)
		switch {
		case l.Honorific(word(i)) != nil:
			i++
		case n > 0:
			i += n
		default:
			return i
		}
	}
	return -1
}

// entities reads the Entity fields of a sentence.
func entities(words []eval.LangWord) (out []entity) {
	var open []entity
	var ids []string
	for i, w := range words {
		for rest := miscField(w.Misc, "Entity="); rest != ""; {
			n := strings.IndexAny(rest[1:], "()") + 1
			if rest[0] == '(' {
				part := rest[1:]
				if n > 0 {
					part = rest[1:n]
				}
				id, e := newEntity(part, i)
				open, ids = append(open, e), append(ids, id)
				rest = rest[1+len(part):]
				if strings.HasPrefix(rest, ")") {
					out, open, ids = closeEntity(out, open, ids, id, i)
					rest = rest[1:]
				}
				continue
			}
			id, tail, ok := strings.Cut(rest, ")")
			if !ok {
				break
			}
			out, open, ids = closeEntity(out, open, ids, id, i)
			rest = tail
		}
	}
	return out
}

// newEntity reads "8-organization-new-nnnnn-cf3-3,5,6-sgl-Link".
func newEntity(s string, at int) (id string, e entity) {
	f := strings.SplitN(s, "-", 8)
	e.first = at
	if len(f) < 6 {
		return f[0], e
	}
	e.kind = f[1]
	for n := range strings.SplitSeq(f[5], ",") {
		if k, err := strconv.Atoi(n); err == nil {
			e.heads = append(e.heads, at+k-1)
		}
	}
	if len(f) == 8 {
		e.identity = f[7]
	}
	return f[0], e
}

func closeEntity(out, open []entity, ids []string, id string, at int) ([]entity, []entity, []string) {
	for k := len(ids) - 1; k >= 0; k-- {
		if ids[k] == id {
			e := open[k]
			e.last = at
			return append(out, e), slices.Delete(open, k, k+1), slices.Delete(ids, k, k+1)
		}
	}
	return out, open, ids
}

func miscField(misc, key string) string {
	for f := range strings.SplitSeq(misc, "|") {
		if rest, ok := strings.CutPrefix(f, key); ok {
			return rest
		}
	}
	return ""
}

// nameIn cuts the name out of the phrase e: the proper nouns around its head,
// or the run of its words that its link spells. -1 when it has none.
func nameIn(words []eval.LangWord, e entity) (first, last int) {
	if len(e.heads) == 0 || e.heads[0] >= len(words) || words[e.heads[0]].UPOS != "PROPN" && e.identity == "" {
		return -1, -1
	}
	if e.identity != "" {
		if i, j := linked(words, e); i >= 0 {
			return i, j
		}
	}
	i := e.heads[0]
	if words[i].UPOS != "PROPN" || words[i].XPOS == "NNPS" && e.kind == "person" {
		return -1, -1
	}
	j := i
	for i > e.first && words[i-1].UPOS == "PROPN" && words[i-1].Rel != "nmod:desc" && words[i-1].Rel != "nmod:poss" {
		i--
	}
	for j < e.last && words[j+1].UPOS == "PROPN" && words[j+1].Rel != "appos" && words[j+1].Rel != "conj" {
		j++
	}
	return i, j
}

// linked finds the longest run of capitalised words of e, small words inside
// allowed, that all stand in the title of its link.
func linked(words []eval.LangWord, e entity) (first, last int) {
	title := strings.FieldsFunc(strings.ToLower(e.identity), func(r rune) bool { return r == '_' || r == '%' || r == '(' || r == ')' })
	in := func(i int) bool { return slices.Contains(title, strings.ToLower(words[i].Form)) }
	capital := func(i int) bool { return unicode.IsUpper([]rune(words[i].Form)[0]) }
	first, last = -1, -2
	for i := e.first; i <= e.last; i++ {
		if !in(i) || !capital(i) {
			continue
		}
		end := i
		for j := i; j <= e.last && in(j); j++ {
			if capital(j) {
				end = j
			}
		}
		if end-i > last-first {
			first, last = i, end
		}
		i = end
	}
	if first < 0 {
		return -1, -1
	}
	return first, last
}
