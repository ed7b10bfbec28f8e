package quote

import (
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// cue is a place where something is said: a verb with its group and, where
// they can be told, its subject and what trails it.
//
//	The minister has also told reporters in Brel that ...
//	[subj      ] [group      ] [tail            ]
//	              at = "told"
type cue struct {
	at, last int // the verb and the last token of it ("point out")
	group
	verb *verb
	form verbForm

	party     news.Party // who speaks; zero when unknown
	subjFirst int        // tokens of the subject; subjFirst > subjLast when there is none
	subjLast  int
	inverted  bool // the subject follows the verb
	relative  bool // the subject is "who" or "which"
	follows   int  // 1 + the cue whose subject this one shares; 0 none
	tail      tail
	via       news.Party // who quotes the speaker: "Orn Radio quoted Brenn as saying"
	skip      bool       // its words are read at another cue
	according bool       // "according to", "citing": the speaker follows, no verb
	inward    bool       // the speaker stands in it: "in Brenn's words"
	begins    int        // first token of the cue with its subject
	ends      int        // last token of the cue with its tail
	quoteOnly bool       // may only stand beside quotation marks
	leftUsed  bool       // its content stands before it
}

// findCues lists the cues outside quotation marks, a verb each.
func (f *finder) findCues() {
	forms := cueForms()
	for i := 0; i < f.n(); i++ {
		if f.inside[i] != 0 {
			continue
		}
		if c, ok := f.phraseCue(i); ok {
			f.cues = append(f.cues, c)
			i = c.last
			continue
		}
		if len(forms[f.low[i]]) == 0 && f.uttered(i) {
			f.cues = append(f.cues, f.verbCue(i, wordForm{&verb{lemma: f.low[i], class: classManner, frames: frameQuote}, formPast}))
			continue
		}
		for _, wf := range forms[f.low[i]] {
			if wf.verb.particle != "" && !f.is(i+1, wf.verb.particle) && !f.itBefore(i+1, wf.verb.particle) {
				continue
			}
			if f.verbHere(i, wf) && !f.askedAside(i, wf) {
				f.cues = append(f.cues, f.verbCue(i, wf))
				break
			}
		}
	}
}

// askedAside reports whether the verb of asking at token i only says, between
// commas behind a name, what the name was asked: "Brenn, [asked] about the vote, said".
// Nor does "briefed" behind a source tell of a briefing.
func (f *finder) askedAside(i int, wf wordForm) bool {
	if wf.verb.lemma == "brief" && wf.form == formPast && f.is(i+1, "on", "about", "by") && f.upos(i-1) == news.NOUN {
		_, end := f.sentenceBounds(i)
		for k := i + 2; k < min(end, i+longestAside) && !f.is(k, ",", "."); k++ {
			if f.finite(k) {
				return true // "a person [briefed] on the plans said"
			}
		}
	}
	if wf.verb.class != "ask" || wf.form != formPast || !f.is(i-1, ",") || !f.is(i+1, "about", "whether", "if", "why", "how", "by", "what", "when", "where", "on", "repeatedly") {
		return false
	}
	_, end := f.sentenceBounds(i)
	for k := i + 2; k < min(end, i+longestInsertion) && f.inside[k] == 0; k++ {
		if f.is(k, ",") {
			return f.finite(k + 1)
		}
	}
	return false
}

// itBefore reports whether "it" stands at token i before a particle that says
// how a thing is made: "made [it] clear".
func (f *finder) itBefore(i int, particle string) bool {
	return f.is(i, "it") && f.is(i+1, particle) && f.is(i+1, "clear", "plain", "known", "official")
}

// uttered reports whether token i is a past tense that the lists do not know
// and that can only report the words before it: “We asked for tents,” he sniffed.
func (f *finder) uttered(i int) bool {
	if x := f.xpos(i); x != news.VBD && x != news.VBN || i < 3 {
		return false
	}
	j := i - 2
	if !f.is(i-1, "he", "she", "they") {
		if j = f.shortSubject(i - 1); j < 0 || f.xpos(i) != news.VBD {
			return false
		}
	}
	for j > 0 && f.wordless(j) && !f.is(j, ",", "!", "?") {
		j--
	}
	if j < 1 || f.inside[j] == 0 && f.inside[j-1] == 0 || f.inside[i-1] != 0 || f.sentence[j] != f.sentence[i] || !f.is(j, ",", "!", "?") {
		return false
	}
	return i+1 >= f.n() || f.is(i+1, ".", ",", ";") || f.upos(i+1) == news.ADV || f.upos(i+1) == news.ADP
}

// shortSubject is the token before a noun phrase of up to four words that ends
// at token i; -1 when none does.
func (f *finder) shortSubject(i int) int {
	if u := f.upos(i); u != news.NOUN && u != news.PROPN {
		return -1
	}
	for k := i; k > 0 && i-k < 4; k-- {
		switch f.upos(k - 1) {
		case news.NOUN, news.PROPN, news.ADJ, news.DET:
		default:
			return k - 1
		}
	}
	return -1
}

// phraseCue reads the cues that are no verbs: "according to", "citing".
func (f *finder) phraseCue(i int) (cue, bool) {
	c := cue{at: i, last: i, group: group{first: i}, subjLast: -1, according: true}
	switch {
	case f.is(i, "according") && f.is(i+1, "to"):
		c.last = i + 1
		c.verb = &verb{lemma: "according to", class: classSay, frames: frameClause}
	case f.is(i, "citing", "quoting"):
		c.verb = &verb{lemma: f.low[i], class: classRelay, frames: frameClause}
	default:
		return f.wordedCue(c)
	}
	return c, true
}

// onlyVerbs are cues whose base form and third person are no nouns: a verb may
// follow where what they report has lost its subject ("which experts say could sink").
var onlyVerbs = list("onlyVerbs")

// verbHere reports whether token i, spelt like a form of a cue, is a verb there.
func (f *finder) verbHere(i int, wf wordForm) bool {
	if wf.verb.frames == frameQuote && wf.verb.particle == "" && loud[wf.verb.class] && !f.nearQuote(i) {
		return false // "hit the wall"
	}
	if wf.form == formBase && wf.verb.class == "assert" && wf.verb.particle != "" {
		return false // "should make clear" reports nothing
	}
	if wf.form == formBase && !f.agreesPlural(i) || (wf.form == formThird || wf.form == formBase) && !onlyVerbs[wf.verb.lemma] && i+1 < f.n() && f.inside[i+1] == 0 && f.finite(i+1) && !f.named(i-1) {
		return false // a noun: "his post", "reports said"
	}
	if (wf.form == formThird || wf.form == formBase) && (f.is(i-1, "his", "her", "its", "their", "my", "our", "the", "a", "an", "this", "these", "those") || f.genitive(i-1)) {
		return false
	}
	switch f.upos(i) {
	case news.VERB:
		return true
	case news.NoUPOS:
		return f.verbWithoutTags(i, wf)
	case news.AUX, news.ADP, news.SCONJ, news.DET, news.PRON:
		return false
	case news.ADJ:
		return wf.form == formPast && (f.behindQuote(i) && (f.mentionFrom(i+1) > 0 || i+1 < f.n() && f.upper(i+1)) || f.subjectLike(i-1) || f.besideQuote(i) && strings.HasSuffix(f.lowAt(i-1), "ly") && f.subjectLike(i-2))
	}
	if wf.form == formThird && f.headline(i) {
		_, last := f.sentenceBounds(i)
		return i >= last-1 || f.subjectLike(i-1)
	}
	if wf.form == formThird && f.named(i-1) && f.finite(i+1) {
		for j := i - 2; j > max(0, i-7); j-- {
			if f.is(j, "which", "what") { // "the ship, which Orn Radio reports was on its way"
				return true
			}
		}
	}
	if wf.form == formThird && f.named(i-1) {
		switch f.upos(i + 1) { // "the South calls such drills ..."
		case news.DET, news.PRON, news.ADJ:
			return true
		}
	}
	if wf.form == formThird && f.upos(i-1) == news.PROPN && (i+1 >= f.n() || f.is(i+1, ".", ",")) && (f.is(i-2, ",") || f.is(i-3, ",")) {
		return true // "..., TNA reports, citing ..."
	}
	if wf.form == formThird && f.closes(i) {
		return true
	}
	// taggers take headline verbs and verbs beside quotations for nouns
	return f.besideQuote(i) && (f.subjectLike(i-1) || wf.form == formPast)
}

// closes reports whether token i, spelt like a verb, closes what a quotation
// and a short subject begin: “...,” a voice in the video [states].
func (f *finder) closes(i int) bool {
	if i+1 < f.n() && !f.wordless(i+1) && f.inside[i+1] == 0 {
		return false
	}
	for j := i - 1; j >= max(0, i-8); j-- {
		if f.inside[j] != 0 {
			return i-j > 2 && f.pauses(j)
		}
		switch f.upos(j) {
		case news.VERB, news.AUX, news.SCONJ, news.CCONJ:
			return false
		}
	}
	return false
}

// behindQuote reports whether only marks stand between a quotation and token i:
// “...,” [declared] Ada Brenn.
func (f *finder) behindQuote(i int) bool {
	for j := i - 1; j >= max(0, i-3); j-- {
		if f.inside[j] != 0 {
			return true
		}
		if !f.wordless(j) {
			return false
		}
	}
	return false
}

// named reports whether a name ends at token i.
func (f *finder) named(i int) bool {
	if i < 0 {
		return false
	}
	for _, id := range f.ends[i] {
		if m := f.a.Mention(news.MentionID(id)); m.Form == news.Name || m.Form == news.Headless || m.Form == news.Pronoun {
			return true
		}
	}
	return false
}

// agreesPlural reports whether a base form at i may have what stands before it
// as its subject: one name alone wants "says".
func (f *finder) agreesPlural(i int) bool {
	if i == 0 || len(f.ends[i-1]) == 0 {
		return true
	}
	m := f.a.Mention(news.MentionID(f.ends[i-1][0]))
	if m.Form != news.Name || f.is(int(m.First)-2, "and") || strings.HasSuffix(f.low[i-1], "s") {
		return true
	}
	return false
}

// verbWithoutTags guesses from the words around.
func (f *finder) verbWithoutTags(i int, wf wordForm) bool {
	if f.is(i-1, "a", "an", "the", "its", "his", "her", "their", "this", "any", "no", "of") {
		return false
	}
	switch wf.form {
	case formPast, formGerund:
		return true
	}
	return f.subjectLike(i-1) || auxiliaries[f.lowAt(i-1)] || f.is(i-1, "to")
}

func (f *finder) lowAt(i int) string {
	if i < 0 || i >= f.n() {
		return ""
	}
	return f.low[i]
}

// subjectLike reports whether a mention or a subject pronoun ends at token i.
func (f *finder) subjectLike(i int) bool {
	return i >= 0 && i < f.n() && (len(f.ends[i]) > 0 || f.is(i, "he", "she", "they", "it", "i", "we", "who"))
}

// besideQuote reports whether a quotation ends or begins within a few tokens of i.
func (f *finder) besideQuote(i int) bool {
	for j := max(0, i-6); j <= min(f.n()-1, i+2); j++ {
		if f.inside[j] != 0 {
			return true
		}
	}
	return false
}

// loud are the classes of verbs that say, beside quotation marks, how words were
// meant, and elsewhere tell of other things: "hit", "roared".
var loud = map[class]bool{classManner: true, "blame": true, "reject": true, "praise": true}

// nearQuote reports whether a quotation ends shortly before token i or begins
// within the reach of an object behind it.
func (f *finder) nearQuote(i int) bool {
	for j := max(0, i-6); j <= min(f.n()-1, i+10); j++ {
		if f.inside[j] != 0 {
			return true
		}
	}
	return false
}

func (f *finder) verbCue(i int, wf wordForm) cue {
	begin, _ := f.sentenceBounds(i)
	c := cue{at: i, last: i, verb: wf.verb, form: wf.form, group: f.groupOf(i, begin), subjLast: -1}
	if wf.verb.particle != "" {
		if c.last = i + 1; !f.is(i+1, wf.verb.particle) {
			c.last++
		}
	}
	f.asserted(&c, begin)
	if f.upos(i) == news.VERB && wf.form == formPast && f.xpos(i) == news.VBN && !c.passive && !c.participleHas && f.upos(i-1) != news.NOUN && len(f.ends[max(0, i-1)]) == 0 {
		c.quoteOnly = true // a participle that is no predicate: "the said deal", "known facts"
	}
	if f.v != nil && f.v.Rel(news.TokenID(i+1)) == news.Acl && f.xpos(i) == news.VBN && wf.verb.lemma != "say" && !f.named(i-1) && !(wf.verb.lemma == "tell" && f.mentionFrom(i+1) > 0) && !f.rootless(i) {
		c.quoteOnly = true // "a letter written that day"
	}
	return c
}

// rootless reports whether verb i hangs as a participle on a noun that is the
// root of its sentence, of people, and is its verb: "Analysts [estimated] on
// Monday that ...".
func (f *finder) rootless(i int) bool {
	h := int(f.v.Head(news.TokenID(i+1))) - 1
	return h >= 0 && h < i && f.v.Rel(news.TokenID(h+1)) == news.Root && f.xpos(h) == news.NNS && !f.is(i+1, "by", "in") && len(f.ends[i-1]) > 0
}

func (f *finder) sentenceBounds(i int) (int, int) {
	s := &f.a.Sentences[f.sentence[i]]
	return int(s.First) - 1, min(int(s.Last), f.n()) - 1
}

// span covers the words of the cue itself.
func (f *finder) cueSpan(c *cue) text.Span { return f.span(c.at, c.last) }
