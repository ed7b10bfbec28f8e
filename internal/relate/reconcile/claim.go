package reconcile

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// itemKind says what stands at one place of a claim.
type itemKind uint8

const (
	aWord   itemKind = iota // a content word: its stem
	aParty                  // somebody or something named: its entity
	aTime                   // a time expression: its number
	aNumber                 // a figure
)

// item is one thing said in a sentence, in order.
type item struct {
	kind    itemKind
	key     uint32    // stem or entity; of a time its place among the times of the report, from 1
	word    uint32    // of a party the stem of the last word of its name
	own     bool      // "its", "her": of whom a thing is
	at      text.Span // where it stands
	unreal  bool      // behind "would", "if", "to": not told as a fact
	negated bool      // behind "not", "never", "denied"
	prep    string    // the word of place before it: "in", "at", "off"; ""
	stop    bool      // a comma or a mark of its kind follows
	says    bool      // "said" follows
	proper  bool      // in a capital letter, not at the beginning of the sentence
	joined  bool      // part of a word with a hyphen
	limit   string    // the word before a time which is not of a deed then: "since", "until"; ""
}

// claim is one sentence of a report, cut so that it can be held against those
// of others: names by their entities, words by their stems.
//
//	The company denies that the doors were locked
//	    company  ·  ·      doors    ·  locked       denial at 1
type claim struct {
	report   int32
	sentence news.SentenceID
	items    []item
	denials  []denial
}

// denial is a place where a claim says that something is not so: from is the
// item at which what is denied begins, verb tells "did not go" from "denied
// that he went".
type denial struct {
	from    int
	verb    bool
	none    bool // "no" stands there: of what follows there was none
	nobody  bool // "nobody" stands there: what follows was done by none
	charge  bool // "rejected the charge" stands there
	plan    bool // "no plan to" stands there: what follows is not to come
	limited bool // "not only", "not since May", "would not": nothing is denied

	behind, before []item // what it denies; see scope
}

const longestClaim = 80 // items of a sentence that are looked at

// claimsOf cuts the sentences of a report.
func (c *reconciler) claimsOf(report int32) []claim {
	a := c.Reports[report]
	out := make([]claim, 0, len(a.Sentences))
	cu := cutter{c: c, a: a, report: report}
	for i := range a.Sentences {
		out = append(out, cu.cut(news.SentenceID(i+1)))
	}
	return out
}

// cutter walks over the sentences of one report, front to back.
type cutter struct {
	c       *reconciler
	a       *news.Analysis
	report  int32
	mention int // the next one not yet passed
	time    int
	out     claim
	items   []item // room for those of out
	mood    int    // words since one that makes what follows unreal
	not     bool   // the next content word is negated
	denied  bool   // all that follows is
	limited string // the last word, where it was "since", "until", "before"
	in      string // the word of place just passed: "in", "off"; ""
}

func (k *cutter) cut(id news.SentenceID) claim {
	s := k.a.Sentences[id-1].Span
	k.out = claim{report: k.report, sentence: id, items: k.items[:0]}
	k.mood, k.not, k.denied, k.in = moodWords, false, false, ""
	for at := s.Start; at < s.End && len(k.out.items) < longestClaim; {
		if end := k.known(at); end > at {
			at = end
			continue
		}
		end := wordEnd(k.a.Doc.Text, at, s.End)
		if end == at {
			r, size := utf8.DecodeRuneInString(k.a.Doc.Text[at:])
			k.mark(r)
			at += int32(size)
			continue
		}
		k.word(text.Span{Start: at, End: end})
		at = end
	}
	k.items = k.out.items
	k.out.items = slices.Clone(k.items)
	return k.out
}

// known takes the name or time that stands at at and yields its end; at where
// there is none.
func (k *cutter) known(at int32) int32 {
	for k.mention < len(k.a.Mentions) && k.a.Mentions[k.mention].Span.Start < at {
		k.mention++
	}
	for k.time < len(k.a.Times) && k.a.Times[k.time].Span.Start < at {
		k.time++
	}
	if k.time < len(k.a.Times) && k.a.Times[k.time].Span.Start == at {
		k.put(item{kind: aTime, key: uint32(k.time + 1), at: k.a.Times[k.time].Span})
		return k.a.Times[k.time].Span.End
	}
	for k.mention < len(k.a.Mentions) && k.a.Mentions[k.mention].Span.Start == at {
		m := &k.a.Mentions[k.mention]
		if e := k.c.entity(k.report, m.Chain); e > 0 && m.Span.Len() > 0 {
			words := fold(m.Span.Of(k.a.Doc.Text))
			k.put(item{kind: aParty, key: uint32(e), word: lastStem(k.c.EntityName[e-1]), own: m.Form == news.Pronoun && determiners[words], at: m.Span, prep: k.placed(at)})
			return m.Span.End
		}
		k.mention++
	}
	return at
}

// mark notes a mark between words that parts clauses.
func (k *cutter) mark(r rune) {
	if n := len(k.out.items); n > 0 && strings.ContainsRune(",;:—–()“”\"", r) {
		k.out.items[n-1].stop = true
	}
}

func (k *cutter) put(it item) {
	it.limit, k.limited = k.limited, ""
	it.unreal, it.negated = k.mood < moodWords, k.not && it.kind == aWord || k.denied
	k.out.items = append(k.out.items, it)
	k.in = ""
}

// moodWords is the number of words over which "would" makes unreal what follows.
const moodWords = 3

// chargeItems is the number of items by which "that" may follow a charge.
const chargeItems = 5

// word takes one word: what turns the meaning of others is noted, what carries
// none is passed over.
func (k *cutter) word(at text.Span) {
	raw := at.Of(k.a.Doc.Text)
	w := fold(raw)
	k.mood++
	if k.phrasal(at, w) {
		return
	}
	if k.turn(w, at) {
		return
	}
	if k.justDenied() && k.out.denials[len(k.out.denials)-1].none && noneLimits[w] {
		k.limit()
		if k.noneOf(w, at) {
			k.not = false
			return
		}
	}
	w = strings.TrimSuffix(w, "'s")
	if d := len(k.out.denials); w == "that" && d > 0 && k.out.denials[d-1].charge && len(k.out.items)-k.out.denials[d-1].from <= chargeItems {
		k.out.denials[d-1].from, k.out.denials[d-1].charge = len(k.out.items), false // "the charge of the union that"
	}
	if (stops[w] || w == "" || w == "like") && !k.isPit(w, at) {
		if w != "the" && w != "a" {
			k.in = ""
		}
		if k.justDenied() && (w == "by" || determiners[w] && k.out.denials[len(k.out.denials)-1].verb) {
			k.limit() // "not the ship", "denied by": no deed is denied behind it
		}
		return
	}
	if k.justDenied() && k.not && strings.HasSuffix(w, "ing") {
		k.limit() // "while not saying"
	}
	it := item{key: keyOf(w), prep: k.in, at: at, proper: raw[0] <= 'Z' && raw[0] >= 'A' && len(k.out.items) > 0}
	it.joined = strings.HasPrefix(k.a.Doc.Text[at.End:], "-") || strings.HasSuffix(k.a.Doc.Text[:at.Start], "-")
	if w[0] >= '0' && w[0] <= '9' || scales[w] {
		it.kind = aNumber
	}
	if n := len(k.out.items); n > 0 && it.proper && k.out.items[n-1].proper && at.Start-k.out.items[n-1].at.End == 1 {
		k.out.items = k.out.items[:n-1] // of a name that nobody knows its last word stands for all
	}
	k.put(it)
	k.not = false
}

// isPit tells the mine where miners work from "mine" for what is somebody's: the
// pronoun stands behind small words only.
func (k *cutter) isPit(w string, at text.Span) bool {
	if w != "mine" {
		return false
	}
	before := plainWords(k.a.Doc.Text[max(0, at.Start-12):at.Start])
	last := before[max(0, len(before)-1):]
	return len(last) > 0 && (determiners[last[0]] || !stops[last[0]])
}

// turn notes a word that turns the meaning of others; false for all else.
func (k *cutter) turn(w string, at text.Span) bool {
	n := len(k.out.items)
	switch role := turns[w]; {
	case role == "deny" && k.justDenied():
		k.limit() // "does not deny"
		k.not = false
	case role == "deny":
		k.deny(false)
		k.denied = true
	case role == "false":
		k.deny(false)
		k.limit()
	case role == "unreal":
		if k.justDenied() || k.undecided(w) {
			k.limit() // "not to go", "has not decided whether"
		}
		k.mood = 0
	case role == "not" || strings.HasSuffix(w, "n't"):
		k.deny(true)
		k.not = true
	case role == "none":
		k.none()
		k.not = true
		if n > 0 && k.out.items[n-1].kind == aWord {
			k.out.items[n-1].negated = true
		}
	case role == "limit":
		if w != "only" && w != "just" {
			k.limited = w
		}
		if d := len(k.out.denials); d > 0 && n < k.out.denials[d-1].from+longestScope {
			k.limit()
		}
	case role == "hearsay" && k.justRejected(at):
		k.deny(false)
		k.denied = true
		k.out.denials[len(k.out.denials)-1].charge = true
	case role == "nobody":
		k.none()
		k.out.denials[len(k.out.denials)-1].nobody = true
	case role == "hearsay":
		return k.denied && n <= k.out.denials[len(k.out.denials)-1].from+1
	case role == "says":
		k.mark(',')
		if n > 0 {
			k.out.items[n-1].says = true
		}
	case role == "place":
		k.in = w
	default:
		return false
	}
	return true
}

func (k *cutter) deny(verb bool) {
	k.out.denials = append(k.out.denials, denial{from: len(k.out.items), verb: verb, limited: k.mood <= moodWords})
}

// none notes that of what follows there was none, but where "no" opens a phrase
// that says less: "no longer", "no plans".
func (k *cutter) none() {
	n := len(k.out.items)
	k.out.denials = append(k.out.denials, denial{from: n, none: true, limited: k.mood <= moodWords})
}

// limit takes back the last denial: it denies nothing that can be compared.
func (k *cutter) limit() { k.out.denials[len(k.out.denials)-1].limited = true }

// justDenied reports whether no item stands behind the last denial.
func (k *cutter) justDenied() bool {
	n := len(k.out.denials)
	return n > 0 && k.out.denials[n-1].from == len(k.out.items)
}

// noneOf reads on where "no" opens a phrase of its own: "no one", "no plan to"; it
// reports whether the word says nothing else.
func (k *cutter) noneOf(w string, at text.Span) bool {
	d := &k.out.denials[len(k.out.denials)-1]
	if w == "one" {
		d.nobody, d.limited = true, k.mood <= moodWords
	}
	d.plan = plans[w] && strings.HasPrefix(k.a.Doc.Text[at.End:], " to ")
	return d.plan
}

// justRejected reports whether the word before one for what is alleged, up to an
// article, says that it is rejected: "rejected the charge".
func (k *cutter) justRejected(at text.Span) bool {
	n := len(k.out.items)
	return n > 0 && rejections[k.out.items[n-1].key] && len(plainWords(k.a.Doc.Text[k.out.items[n-1].at.End:at.Start])) <= 1
}

// undecided reports whether a word behind a verb that is denied leaves open what
// is denied: "has not said whether".
func (k *cutter) undecided(w string) bool {
	d := len(k.out.denials)
	return d > 0 && (w == "whether" || w == "if") && len(k.out.items) == k.out.denials[d-1].from+1
}

// wordEnd is the end of the word that begins at at, at where none does.
func wordEnd(s string, at, end int32) int32 {
	i := at
	for i < end {
		r, size := utf8.DecodeRuneInString(s[i:end])
		inner := i > at && (text.Plain(r) == '\'' || r == '.' || r == ',' && s[i-1] <= '9') && wordAt(s[:end], int(i)+size)
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !inner {
			break
		}
		i += int32(size)
	}
	return i
}

// ahead are up to reach items before place i of a claim that can be compared,
// sorted; deed tells that more than names is among them.
func (cl *claim) ahead(i, reach int) (keys []uint32, deed bool) {
	for j := i - 1; j >= 0 && len(keys) < reach; j-- {
		it := &cl.items[j]
		if it.says && deed && len(keys) > 1 {
			break // who says so says nothing of it
		}
		if k := it.comparable(); k != 0 && !it.own && !slices.Contains(keys, k) {
			keys = append(keys, k)
			deed = deed || it.kind == aWord && !it.proper
		}
	}
	slices.Sort(keys)
	return keys, deed
}

// comparable is a key that equal words and names that end alike share; 0 for
// numbers and times, which are what may differ.
func (it *item) comparable() uint32 {
	switch it.kind {
	case aWord:
		return it.key
	case aParty:
		return it.word
	}
	return 0
}

// lastStem is the key of the last word of a name.
func lastStem(name string) uint32 {
	return keyOf(fold(name[strings.LastIndexByte(name, ' ')+1:]))
}
