package event

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/internal/annotate/grammar"
	"rapporteur/internal/annotate/lex"
	"rapporteur/internal/annotate/nugget"
	"rapporteur/internal/news"
)

// Events reads all layers up to Positions, through their index v; returns the
// Events layer. Words that no list knows are read by m, where it is not nil.
func Events(v *grammar.View, m *nugget.Model) []news.Event {
	a := v.A
	if a.Done&news.Arcs == 0 {
		return nil
	}
	f := &finder{View: v, a: a, lex: load(), nuggets: m}
	for i := range a.Sentences {
		f.sentence(news.SentenceID(i + 1))
	}
	f.spoken()
	f.seconds()
	f.aftermath()
	slices.SortStableFunc(f.out, inText)
	return f.merged()
}

// candidate is one trigger in its sentence with what grammar says of it.
type candidate struct {
	news.Event
	token    news.TokenID
	trigger  *trigger
	nuclear  bool // a test of a nuclear weapon
	definite bool // "the talks", "this meeting": speaks of one already told of
	many     bool // "dozens of tests", "more than 80 launches": a sum over years
	fresh    bool // "a test", "two launches", "tests": introduces something of its own
	joins    bool // somebody comes to an event: "will also take part"
	adopted  bool // its parties are those of an event told before
	byDay    bool // planned for nothing but its day, the one after the report's
	own      bool // "a separate meeting": none of those told of
	vague    bool // a noun without tense, place, time or participants of its own
}

type finder struct {
	*grammar.View
	a       *news.Analysis
	lex     *lexicon
	nuggets *nugget.Model
	sent    news.SentenceID
	out     []candidate

	spent []news.TokenID // nouns of the sentence whose act the verb above tells: "lodged [a protest]"
	armed bool           // the report has told of weapons that were fired or tested
	match grammar.Match  // where the idiom at hand stands

	closed closing // who says the sentence at hand, at its end
}

func (f *finder) sentence(id news.SentenceID) {
	f.sent = id
	s := f.a.Sentence(id)
	if f.asks(s) {
		return
	}
	for t := s.First; t <= s.Last; t++ {
		switch f.UPOS(t) {
		case news.VERB:
			if f.Child(t, news.Nummod, news.Det) != 0 && f.Child(t, news.Nsubj, news.NsubjPass) == 0 || f.slipped(t) { // "staged two launches", tagged a verb
				f.noun(t)
			} else {
				f.verb(t)
			}
		case news.NOUN, news.PROPN:
			if f.TimeOf(t) == 0 { // "in March" nobody marches
				f.noun(t)
				f.stays(t)
			}
		case news.ADJ:
			f.due(t)
			f.adjectiveOf(t)
		}
	}
	f.once(id)
}

// slipped reports whether verb t is the plural that closes a noun of several
// words, which the tagger took for a verb: "her phone calls to Dovan", "two air raids".
func (f *finder) slipped(t news.TokenID) bool {
	return f.Tag(t).XPOS == news.VBZ && (f.owner(t) != 0 || f.Child(t, news.Compound) == t-1) && slices.ContainsFunc(f.lex.nouns[f.Lemma(t)], func(tr *trigger) bool {
		return strings.Contains(tr.lemma, " ") && f.Lexical(t, tr.lemma)
	})
}

// owner is whose the noun at t is, by the grammar of t or of the word before it.
func (f *finder) owner(t news.TokenID) news.TokenID {
	if o := f.Child(t, news.NmodPoss); o != 0 || t < 2 {
		return o
	}
	return f.Child(t-1, news.NmodPoss)
}

// asks reports whether a sentence ends with a question mark: it tells of nothing.
func (f *finder) asks(s *news.Sentence) bool {
	for t := s.Last; t >= s.First && t > s.Last-3; t-- {
		if f.Word(t) == "?" {
			return true
		}
	}
	return false
}

// verb makes a candidate of verb t if it is a trigger.
func (f *finder) verb(t news.TokenID) {
	if f.attributive(t) || f.idiomatic(t) {
		return
	}
	for _, tr := range f.lex.verbs[f.Lemma(t)] {
		if f.Lexical(t, tr.lemma) && !(tr.class == "SUPPORT" && f.atPolls(t)) && !f.calledFor(t, tr) && !f.otherSense(t, tr) && f.needs(t, tr) && f.add(t, tr) {
			return
		}
	}
	f.expected(t)
	f.attendance(t)
}

// adjectiveOf makes a candidate of adjective t if it is a trigger: "is willing to".
func (f *finder) adjectiveOf(t news.TokenID) {
	for _, tr := range f.lex.adjs[f.Lemma(t)] {
		if f.Child(t, news.Cop) != 0 && f.needs(t, tr) && f.add(t, tr) {
			return
		}
	}
}

// calledFor reports whether verb t calls in another sense than that of trigger tr:
// its "for" only says when ("called a meeting for Friday"), its "on" stands far off,
// or somebody is called something.
func (f *finder) calledFor(t news.TokenID, tr *trigger) bool {
	switch tr.lemma {
	case "call on", "call upon":
		if k := f.Oblique(t, "on"); f.TimeOf(k) != 0 && f.Object(t) != 0 {
			return true // "called him on Sunday"
		}
		return f.Lemma(t+1) != tr.lemma[5:] && f.Lemma(t+2) != tr.lemma[5:] && f.Lemma(t+3) != tr.lemma[5:]
	case "call":
		return f.calledNames(t)
	case "call for":
	default:
		return false
	}
	if f.Lemma(t+1) == "for" {
		return false
	}
	k := f.Oblique(t, "for")
	return k == 0 || f.TimeOf(k) != 0
}

// noun makes a candidate of noun t if it is a trigger.
func (f *finder) noun(t news.TokenID) {
	if m := f.a.Mention(f.MentionOf(t)); m != nil && m.Form == news.Name && m.Kind != "" && m.First != m.Last && (t != m.Last || !f.lex.in("forum", f.Lemma(t))) {
		return // "Security Council meeting" is a name only up to "Council"
	}
	if k := f.Oblique(t, "of"); f.Lemma(t) == "round" && k != 0 {
		if tr := f.eventNoun(k); tr == nil || tr.class != "CONSULT" {
			return // "a round of applause", "a round of sanctions"
		}
	}
	if f.ofWhat(t) || f.ofBureau(t) || f.forShow(t) {
		return
	}
	for _, tr := range f.lex.nouns[f.Lemma(t)] {
		if f.Lexical(t, tr.lemma) && !f.namesake(t, tr) && f.needs(t, tr) && f.add(f.phraseHead(t, tr), tr) {
			return
		}
	}
}

// namesake reports whether noun t of a protest only ends the name of a thing: "the Long
// March rocket".
func (f *finder) namesake(t news.TokenID, tr *trigger) bool {
	if tr.class != "PROTEST" || f.UPOS(t) != news.PROPN || f.headline() || t < 2 {
		return false
	}
	w := f.Word(t - 1)
	return w[0] >= 'A' && w[0] <= 'Z' && f.InnerMention(t-1) == nil
}

// phraseHead is the head of the noun phrase that ends at t: "state" of "state of
// emergency", t where the trigger has no "of".
func (f *finder) phraseHead(t news.TokenID, tr *trigger) news.TokenID {
	if h := f.Head(t); strings.Contains(tr.lemma, " of ") && h == t-2 && f.Marker(t) == "of" {
		return h
	}
	return t
}

// add puts a candidate for trigger tr at t together; false when it cannot stand.
func (f *finder) add(t news.TokenID, tr *trigger) bool {
	c := candidate{token: t, trigger: tr}
	c.Class, c.Mode, c.Label, c.What = tr.class, tr.mode, f.deedLabel(t, tr), f.whatOf(t, tr)
	c.Sentence, c.Trigger, c.Rule = f.sent, f.Span(t), tr.rule()
	st, ok := f.status(t, tr)
	if !ok {
		return false
	}
	c.Status = st
	f.fill(&c)
	if tr.noun && tr.class == "SANCTION" && st == "" && c.Time == 0 {
		if len(f.chainsIn(&c, news.Actor)) == 0 || len(f.chainsIn(&c, news.Recipient)) == 0 {
			return false // "in defiance of sanctions": of nobody, and what is in force is no event
		}
		c.Status = news.UnderWay // "supports the council's sanctions on Varnia"
	}
	if f.partyless(&c) || f.alone(&c) || f.private(&c) {
		return false
	}
	f.settle(&c)
	f.spend(t, tr)
	f.out = append(f.out, f.apiece(c)...)
	f.armed = f.armed || c.Mode == "weapons"
	f.again(c)
	return true
}

// partyless reports whether nobody known takes part where the trigger wants that.
// Who shoots and is shot is news without a name too.
func (f *finder) partyless(c *candidate) bool {
	tr := c.trigger
	if tr.class == "ASSAULT" && !tr.noun || !tr.asks("party") && !tr.asks("movable") && !tr.about("party") {
		return false
	}
	if tr.class == "CONSULT" && !tr.noun && c.Time != 0 && !c.Place.IsZero() && len(c.Participants) > 0 {
		return false // "envoys are to meet in Lutava on Monday"
	}
	if tr.asks("settled") && c.Time != 0 && !c.Place.IsZero() {
		return false // "the accord signed in Lutava last week"
	}
	if tr.class == "ASSAULT" && c.Status == news.Held && slices.ContainsFunc(c.Participants, f.counted) {
		return false // "a knife attack that left two cooks dead"
	}
	return !f.anyKnown(c.Participants) && !f.namedSufferer(c) && !f.inquiry(c)
}

// again adds further candidates for a plural noun whose time is joined to
// others: "the launches were in 1998 and 2009" are two.
func (f *finder) again(c candidate) {
	tm := f.a.Time(c.Time)
	if tm == nil || !c.trigger.noun || f.Tag(c.token).XPOS != news.NNS {
		return
	}
	for _, k := range f.Conjuncts(f.TokenAt(tm.Span.Start))[1:] {
		if id := f.usable(f.TimeOf(k)); id != 0 && id != c.Time {
			d := c
			d.Time, d.fresh, d.Participants = id, true, slices.Clone(c.Participants)
			f.settle(&d)
			f.out = append(f.out, d)
		}
	}
}

// alone reports whether a single person is all that a verb of consulting
// names ("speaking in Lutava, she said" is no consultation), or it tells of a game.
func (f *finder) alone(c *candidate) bool {
	if c.trigger.noun || c.trigger.frame != mutual || c.Class != "CONSULT" {
		return false
	}
	if f.anyIs("contestant", f.sufferers(c.token)) {
		return true // "meets the winner of the other tie": in a game
	}
	if len(c.Participants) != 1 {
		return false
	}
	ch := f.a.Chain(c.Participants[0].Chain)
	if ch != nil && ch.Kind == news.Group && c.Time != 0 { // "the two presidents spoke on Monday"
		return false
	}
	return c.Label == "speak" || c.Label == "talk" || c.Label == "converse" ||
		ch != nil && ch.Kind == news.Person && c.Time == 0 && c.Place.IsZero() && c.Label != "brief"
}

// fill reads participants, place and time off the grammar.
func (f *finder) fill(c *candidate) {
	p := parties{f: f}
	if c.trigger.noun {
		p.ofNoun(c)
	} else {
		p.ofVerb(c)
	}
	c.Participants = p.out
	c.Time = f.timeOf(c.token)
	if q := f.a.Quote(f.QuoteOf(c.token)); c.Time == 0 && q != nil && (f.lex.in("spoken", c.Class) && !f.simplePast(c.token) || f.lex.in("verbal", c.Class) && f.speaks(c, q)) {
		c.Time = cmp.Or(f.usable(q.Said), f.occasionTime(f.cueOf(q))) // "has condemned the launch, he said on Friday"
	}
	if c.Time == 0 {
		if c.Time = f.carried(c); c.Time != 0 {
			c.Place = f.whereHeCame(c)
		}
	}
	if f.ofEnding(c) {
		c.Time = 0
	}
	if k := f.aheadOf(c.token); c.trigger.noun && k != 0 && f.before(c.Time, k) {
		c.Time = 0 // "flew there on Monday ahead of a meeting": which is later
	}
	if c.Place.IsZero() && f.placeUnder(c.token).IsZero() { // "the attack on Lutava" was there, whatever else the sentence names
		c.Place = f.scene(c)
	}
	if c.Place.IsZero() {
		c.Place = f.placeOf(c.token, c.Participants)
	}
	if c.Place.IsZero() {
		c.Place = f.scene(c) // "her trip to Varnia"
	}
	f.seat(c)
	c.Place = f.asTown(c.Place)
	if c.Class == "CONSULT" { // who speaks to a paper consults nobody
		c.Participants = slices.DeleteFunc(c.Participants, f.ofPress)
	}
	if c.trigger.noun {
		c.definite = f.isDefinite(c.token)
		c.fresh = f.isFresh(c.token)
		c.many = f.isMany(c.token)
		c.own = c.Class == "CONSULT" && c.fresh && f.modifiedBy(c.token, "distinct")
		c.nuclear = c.Class == "MOBILIZE" && f.hasWordBefore(c.token, "nuclear")
		c.vague = len(c.Participants) == 0 && c.Place.IsZero() && c.Time == 0
	}
	if c.nuclear = c.nuclear || f.setsOffBomb(c); c.nuclear && c.Mode == "weapons" {
		c.Label, c.What = "nuclear test", ""
	}
	c.Apart = c.own || f.elsewise(c.token)
	c.Mode = f.modeOf(c)
	if c.Class == "CONSULT" {
		c.Format = f.formatOf(c)
	}
	if c.Class == "MOBILIZE" {
		f.forces(c)
	}
	if c.Mode == "weapons" && len(c.Participants) == 0 && c.Time != 0 {
		f.soleActor(c)
	}
}

// speaks reports whether he whom quote q is of, or whom he speaks for, does c.
func (f *finder) speaks(c *candidate, q *news.Quote) bool {
	return slices.ContainsFunc(f.chainsIn(c, news.Actor), func(id news.ChainID) bool {
		return id == q.Speaker.Chain || id == f.side(q.Speaker.Chain)
	})
}

// ofPress reports whether a participant is an agency, a publisher or a platform.
func (f *finder) ofPress(p news.Participant) bool {
	c := f.a.Chain(p.Chain)
	if c == nil || c.Kind != news.Organization {
		return false
	}
	e := lex.Default().Lookup(c.Name)
	return e != nil && (e.Class == lex.Agency || e.Class == lex.Outlet || e.Class == lex.Platform)
}

// seat makes a town that a consultation or agreement names among its parties
// ("visits Lutava") what it is: the place.
func (f *finder) seat(c *candidate) {
	if c.Class != "CONSULT" && c.Class != "AGREE" {
		return
	}
	c.Participants = slices.DeleteFunc(c.Participants, func(p news.Participant) bool {
		ch := f.a.Chain(p.Chain)
		if ch == nil {
			return f.town(c, p.Party)
		}
		if ch.Kind != news.Place || c.Class == "CONSULT" && p.Role != news.Recipient && p.Party.Span != c.Place.Span && !f.meetsPeople(c, p) {
			return false
		}
		if c.Place.IsZero() {
			c.Place = p.Party
		}
		return true
	})
}

// interval is the days that time expression id covers.
func (f *finder) interval(id news.TimeID) (from, to news.Day, ok bool) {
	t := f.a.Time(id)
	if t == nil || t.Kind == news.Duration || t.Kind == news.Set {
		return from, to, false
	}
	from, to, _, ok = news.Interval(t.Value)
	return from, to, ok
}
