package annotate

import (
	"strings"
	"sync"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/annotate/tag"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// past is the grammar of sentences that were read before, so that what twelve
// outlets print is tagged and parsed once. Both are a function of the words of a
// sentence and of what stands between them, but in headlines, which the rest of
// their report helps to read: these are always read anew.
//
// It holds two generations of sentences: when the young one is full it becomes
// the old one, whose sentences are forgotten unless they are met once more.
// A nil past remembers nothing. It is safe for use by several goroutines.
type past struct {
	mu         sync.Mutex
	young, old map[string]*parsed // by the text of the sentence
	tokens     int                // of young
	limit      int                // tokens of a generation
}

// parsed is a sentence as the grammar left it; spans and heads are counted from
// its beginning.
type parsed struct {
	text   string
	tokens []news.Token
	tags   []news.Tag
	arcs   []news.Arc
}

// Remember has an keep the grammar of the sentences that it meets, about as many
// as have the given number of tokens (55 bytes each); what it finds does not change.
func (an *Annotator) Remember(tokens int) {
	an.past = &past{young: map[string]*parsed{}, limit: tokens / 2}
}

// longest is how many tokens a sentence has that is kept; more are no sentence.
const longest = 200

// recalled is a sentence met before.
type recalled struct {
	sentence news.Sentence
	parsed   *parsed
}

// sift parts the sentences of a into those to be read and those read before.
func (p *past) sift(a *news.Analysis) (unread []news.Sentence, known []recalled) {
	if p == nil {
		return a.Sentences, nil
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, s := range a.Sentences {
		if r := p.find(a, s); r != nil {
			known = append(known, recalled{s, r})
		} else {
			unread = append(unread, s)
		}
	}
	return unread, known
}

// find is how s was read before; nil where it was not.
func (p *past) find(a *news.Analysis, s news.Sentence) *parsed {
	of := words(a, s)
	r, young := p.young[of]
	if !young {
		r = p.old[of]
	}
	if r == nil || !r.cutAs(a.Tokens[s.First-1:s.Last]) {
		return nil
	}
	if !young {
		p.add(r)
	}
	return r
}

// words is the text from the first token of s to the last.
func words(a *news.Analysis, s news.Sentence) string {
	return text.Span{Start: a.Tokens[s.First-1].Span.Start, End: a.Tokens[s.Last-1].Span.End}.Of(a.Doc.Text)
}

// cutAs reports whether tokens are those of r.
func (r *parsed) cutAs(tokens []news.Token) bool {
	if len(tokens) != len(r.tokens) {
		return false
	}
	for i, t := range tokens {
		if shifted(t, -tokens[0].Span.Start) != r.tokens[i] {
			return false
		}
	}
	return true
}

func shifted(t news.Token, by int32) news.Token {
	t.Span.Start += by
	t.Span.End += by
	return t
}

// restore gives a the grammar of the sentences read before.
func restore(a *news.Analysis, known []recalled) {
	for _, k := range known {
		first := int(k.sentence.First - 1)
		copy(a.Tags[first:], k.parsed.tags)
		for i, arc := range k.parsed.arcs {
			if arc.Head != 0 {
				arc.Head += news.TokenID(first)
			}
			a.Arcs[first+i] = arc
		}
	}
}

// keep remembers the sentences of a that were read just now.
func (p *past) keep(a *news.Analysis, read []news.Sentence, forms []lex.Form) {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	for _, s := range read {
		if f := forms[s.First-1 : s.Last]; len(f) <= longest && !tag.Loud(f) {
			p.add(parsedOf(a, s))
		}
	}
}

// add puts a sentence with the young.
func (p *past) add(r *parsed) {
	switch n := len(r.tokens); {
	case n > p.limit:
		return
	case p.tokens+n > p.limit:
		p.old, p.young, p.tokens = p.young, map[string]*parsed{}, 0
	}
	p.tokens += len(r.tokens)
	p.young[r.text] = r
}

// parsedOf is a copy of the grammar of s that holds nothing of its report.
func parsedOf(a *news.Analysis, s news.Sentence) *parsed {
	first, last := s.First-1, s.Last
	r := &parsed{
		text:   strings.Clone(words(a, s)),
		tokens: make([]news.Token, last-first),
		tags:   append([]news.Tag(nil), a.Tags[first:last]...),
		arcs:   append([]news.Arc(nil), a.Arcs[first:last]...),
	}
	var lemmas strings.Builder
	for i := range r.tokens {
		r.tokens[i] = shifted(a.Tokens[int(first)+i], -a.Tokens[first].Span.Start)
		lemmas.WriteString(r.tags[i].Lemma)
		if r.arcs[i].Head != 0 {
			r.arcs[i].Head -= first
		}
	}
	all := lemmas.String()
	for i := range r.tags {
		n := len(r.tags[i].Lemma)
		r.tags[i].Lemma, all = all[:n], all[n:]
	}
	return r
}
