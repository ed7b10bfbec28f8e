package coref

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// linker is the work on one report. Token numbers in it start at 0.
type linker struct {
	a        *news.Analysis
	lex      *lex.Lexicon
	word     func(int) string
	low      []string // words in lower case
	sentence []int32  // of each token, from 0
	inQuote  []bool   // stands between double quotation marks
	told     []int32  // how many sentences up to this one have words outside quotation marks

	taken []bool // belongs to a title or an apposition: no role noun of its own

	ix      *index
	holders []recalled
	firms   map[string]int // see onlyFirm
	owned   map[int]int    // role nouns that begin with a possessive, by its token
	ms      []mention
	owner   []int32 // name that covers a token: 1 + place in ms; 0 none
	cs      []chain
}

// mention is a news.Mention in the making.
type mention struct {
	first, last int // tokens, inclusive
	kind        news.Kind
	form        news.MentionForm
	chain       int // 1 + place in cs; 0 none
	titleFirst  int // first token of the title in front; -1 none
	titles      []title
	entry       *lex.Entry
	office      *lex.Office // head of a role noun
	head        int         // its last word
	gender      news.Gender
	honorific   bool // stands with "Mr", "Sir" and the like
	body        int  // 1 + mention of whom a role noun belongs to
	definite    bool
	subject     bool
}

// chain is a news.Chain in the making.
type chain struct {
	kind     news.Kind
	name     string
	canon    string
	gender   news.Gender
	plural   bool
	unnamed  bool
	of       int // 1 + place in cs
	offices  []office
	tokens   []string // of a person's fullest name, folded
	key      string   // letters of the fullest name, folded
	first    int      // token at which the report first names it
	places   []int    // tokens at which the report names it in full
	mentions int
}

// office is a news.Office in the making; bodies may be chained after it is found.
type office struct {
	title       string
	body        int    // 1 + mention
	of          string // words of the body where no mention has them
	tense       string
	first, last int // tokens
}

func newLinker(a *news.Analysis) *linker {
	n := len(a.Tokens)
	l := &linker{a: a, lex: lex.Default(), low: make([]string, n), sentence: make([]int32, n), inQuote: make([]bool, n), owner: make([]int32, n), taken: make([]bool, n), ix: newIndex(), owned: map[int]int{}, firms: map[string]int{}}
	l.word = func(i int) string { return a.Tokens[i].Span.Of(a.Doc.Text) }
	for i := range n {
		l.low[i] = strings.ToLower(l.word(i))
	}
	if own := l.ownStates(); len(own) > 0 {
		l.lex = l.lex.With(own)
	}
	l.told = make([]int32, len(a.Sentences))
	block, in := int32(-1), false
	for s := range a.Sentences {
		if s > 0 {
			l.told[s] = l.told[s-1]
		}
		outside := false
		st := &a.Sentences[s]
		if st.Block != block {
			block, in = st.Block, false
		}
		for i := int(st.First) - 1; i < int(st.Last) && i < n; i++ {
			l.sentence[i] = int32(s)
			in = l.quoteMark(i, in)
			l.inQuote[i] = in
			outside = outside || !in && len(l.low[i]) > 1
		}
		if outside {
			l.told[s]++
		}
	}
	return l
}

// quoteMark is whether text after token i stands between double marks, when
// in says so for the text before it. Good enough for keeping pronouns of
// quotations apart; the quote stage pairs marks with care.
func (l *linker) quoteMark(i int, in bool) bool {
	switch l.low[i] {
	case "“", "„", "«", "``":
		return true
	case "”", "»", "''":
		return false
	case "\"":
		return !in
	}
	return in
}

func (l *linker) n() int { return len(l.low) }

// bounds are the first and the last token of the sentence of token i.
func (l *linker) bounds(i int) (int, int) {
	s := &l.a.Sentences[l.sentence[i]]
	return int(s.First) - 1, min(int(s.Last), l.n()) - 1
}

// is reports whether token i is in range and one of the words, in lower case.
func (l *linker) is(i int, words ...string) bool {
	return i >= 0 && i < l.n() && slices.Contains(words, l.low[i])
}

// genitive reports whether token i is the mark of the genitive.
func (l *linker) genitive(i int) bool {
	return l.is(i, "'s", "’s", "'", "’") && l.a.Tokens[i].Glued
}

func (l *linker) upper(i int) bool {
	r, _ := utf8.DecodeRuneInString(l.word(i))
	return unicode.IsUpper(r)
}

func (l *linker) tagged() bool { return l.a.Done&news.Tags != 0 && len(l.a.Tags) == l.n() }

// upos is the tag of token i, NoUPOS when there are no tags.
func (l *linker) upos(i int) news.UPOS {
	if i < 0 || i >= l.n() || !l.tagged() {
		return news.NoUPOS
	}
	return l.a.Tags[i].UPOS
}

// verbal reports whether token i starts or continues a verb group.
func (l *linker) verbal(i int) bool {
	switch l.upos(i) {
	case news.VERB, news.AUX:
		return true
	case news.NoUPOS:
		return i < l.n() && commonVerbs[l.low[i]]
	}
	return false
}

func (l *linker) span(first, last int) text.Span {
	return text.Span{Start: l.a.Tokens[first].Span.Start, End: l.a.Tokens[last].Span.End}
}

func (l *linker) text(first, last int) string { return l.span(first, last).Of(l.a.Doc.Text) }

// add enters a mention; a name takes possession of its tokens.
func (l *linker) add(m mention) int {
	m.titleFirst = -1
	if m.kind == news.Organization && m.form == news.Name && m.first < m.last && l.is(m.first, "the") {
		m.first++ // the article is no part of a name; where it is, the lexicon's name has it
	}
	l.ms = append(l.ms, m)
	if m.form == news.Name || m.form == news.Demonym || m.form == news.Headless {
		for i := m.first; i <= m.last; i++ {
			l.owner[i] = int32(len(l.ms))
		}
	}
	return len(l.ms)
}

// at is the name that covers token i, nil for none.
func (l *linker) at(i int) *mention {
	if i < 0 || i >= l.n() || l.owner[i] == 0 {
		return nil
	}
	return &l.ms[l.owner[i]-1]
}

// join puts mention m (1-based) into chain c (1-based).
func (l *linker) join(m, c int) {
	if m == 0 || c == 0 {
		return
	}
	l.ms[m-1].chain = c
	ch := &l.cs[c-1]
	ch.mentions++
	if ch.gender == news.UnknownGender {
		ch.gender = l.ms[m-1].gender
	}
}

func (l *linker) newChain(c chain) int {
	l.cs = append(l.cs, c)
	return len(l.cs)
}

// finish sorts mentions by place and chains by first mention and renumbers both.
func (l *linker) finish() ([]news.Mention, []news.Chain) {
	order := make([]int, len(l.ms))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(x, y int) int {
		return cmp.Or(cmp.Compare(l.ms[x].first, l.ms[y].first), cmp.Compare(l.ms[y].last, l.ms[x].last))
	})
	ids := make([]news.ChainID, len(l.cs))
	out := make([]news.Mention, len(order))
	var from []int
	for i, k := range order {
		m := &l.ms[k]
		if m.chain != 0 && ids[m.chain-1] == 0 {
			from = append(from, m.chain-1)
			ids[m.chain-1] = news.ChainID(len(from))
		}
		out[i] = l.mention(m, ids)
	}
	chains := make([]news.Chain, len(from))
	for i, k := range from {
		chains[i] = l.chain(&l.cs[k], ids)
	}
	for i := range out {
		if c := out[i].Chain; c != 0 {
			chains[c-1].Mentions = append(chains[c-1].Mentions, news.MentionID(i+1))
		}
	}
	return out, chains
}

func (l *linker) mention(m *mention, ids []news.ChainID) news.Mention {
	out := news.Mention{
		Span: l.span(m.first, m.last), First: news.TokenID(m.first + 1), Last: news.TokenID(m.last + 1),
		Sentence: news.SentenceID(l.sentence[m.first] + 1), Kind: m.kind, Form: m.form,
	}
	if m.chain != 0 {
		out.Chain = ids[m.chain-1]
	}
	if m.titleFirst >= 0 {
		out.TitledSpan = l.span(m.titleFirst, m.first-1).Trim(l.a.Doc.Text)
		out.Titled = out.TitledSpan.Of(l.a.Doc.Text)
	}
	return out
}

func (l *linker) chain(c *chain, ids []news.ChainID) news.Chain {
	out := news.Chain{Kind: c.kind, Name: c.name, Named: !c.unnamed, Canon: c.canon, Gender: c.gender, Plural: c.plural}
	if c.of != 0 {
		out.Of = ids[c.of-1]
	}
	for i := range c.offices {
		o := &c.offices[i]
		no := news.Office{Title: o.title, Of: o.of, Tense: o.tense, Span: l.span(o.first, o.last), Sentence: news.SentenceID(l.sentence[o.first] + 1)}
		if o.body != 0 {
			no.Of = l.bodyName(o.body)
			if e := l.ms[o.body-1].entry; e != nil && e.Class == lex.Capital && cityOffices[lastWord(o.title)] {
				no.Of = e.Name
				out.Offices = append(out.Offices, no)
				continue
			}
			if b := l.ms[o.body-1].chain; b != 0 {
				no.OfChain = ids[b-1]
			}
		}
		out.Offices = append(out.Offices, no)
	}
	return out
}

// cityOffices are held in a city where it is a capital too.
var cityOffices = list("cityOffices")

// bodyName is how an office names the body behind mention m (1-based).
func (l *linker) bodyName(m int) string {
	switch b := &l.ms[m-1]; {
	case b.entry != nil && b.entry.Class == lex.Seat:
		return strings.TrimPrefix(b.entry.Name, "The ")
	case b.entry != nil:
		return b.entry.Canon
	case b.chain != 0:
		return l.cs[b.chain-1].name
	default:
		return l.text(b.first, b.last)
	}
}
