package news

import (
	"rapporteur/internal/diag"
	"rapporteur/internal/text"
)

// Typed indexes into the layers of an Analysis: 1 is the first element, 0 is none.
type (
	TokenID    int32
	SentenceID int32
	MentionID  int32
	ChainID    int32
	TimeID     int32
	QuoteID    int32
	EventID    int32
)

// Layer names a layer of an Analysis; Done is a set of them.
type Layer uint16

// The layers, in the order in which the stages run.
const (
	Tokens Layer = 1 << iota
	Sentences
	Tags
	Arcs
	Mentions
	Chains
	Times
	Quotes
	Credits
	Positions
	Events
	Figures
)

// Analysis is what annotate makes of one Document: a slice a layer, written
// once by one goroutine and frozen on return. A layer whose bit is not in Done
// was not looked for; a layer that is Done and empty was looked for in vain.
//
//	Doc.Text   Peskov said Lavrov will fly on Monday .
//	Tokens     1      2    3      4    5   6  7      8
//	Sentences  1 = tokens 1..8
//	Mentions   1 = token 1, 2 = token 3        Chains 1 = {mention 1}, 2 = {mention 2}
//	Times      1 = "Monday"                    Quotes 1 = indirect, "Lavrov ... Monday", by chain 1
type Analysis struct {
	Doc  *Document
	Done Layer

	Tokens    []Token
	Tags      []Tag // parallel to Tokens when Done has Tags
	Arcs      []Arc // parallel to Tokens when Done has Arcs
	Sentences []Sentence
	Mentions  []Mention // by place
	Chains    []Chain   // by first mention
	Times     []Time    // by place
	Quotes    []Quote   // by place
	Credits   []Credit  // by place
	Events    []Event   // by place of the trigger
	Positions []Position
	Figures   []Figure
	Findings  []diag.Finding
}

// Token is one word or mark, as Universal Dependencies cuts them: "don't" is
// the two tokens "do" and "n't", which meet without a gap.
type Token struct {
	Span  text.Span
	Glued bool // part of the same orthographic word as the token before it ("n't", "'s")
}

// Sentence is a run of tokens.
type Sentence struct {
	Span        text.Span
	First, Last TokenID // inclusive
	Block       int32   // index into Doc.Blocks
}

// Tag is the morphology of one token.
type Tag struct {
	UPOS  UPOS
	XPOS  XPOS   // Penn Treebank tag as the English treebanks use it
	Feats Feats  // the features that later stages read
	Lemma string // lower case except for proper nouns
}

// Arc attaches one token to its head.
type Arc struct {
	Head TokenID // 0 is the root of the sentence
	Rel  Rel
}

// Kind is what a name or chain stands for.
type Kind string

// Kinds of entity (record.md); "" is not known.
const (
	Person       Kind = "person"
	Organization Kind = "organization"
	State        Kind = "state"
	Place        Kind = "place"
	Group        Kind = "group" // peoples, parties of a conflict without statehood, unnamed bodies of people
)

// MentionForm says how a mention names its entity.
type MentionForm uint8

// Forms of mention.
const (
	Name     MentionForm = iota // "Dmitry Peskov", "NATO"
	Demonym                     // "Russian", "Ukrainians"
	Nominal                     // "the minister", "his Russian counterpart"
	Pronoun                     // "he", "his", "they"
	Headless                    // a name that stands for another thing: "Moscow" for the government of Russia
)

// Mention is one place where an entity is spoken of.
type Mention struct {
	Span        text.Span // the name or phrase itself, without title: "Dmitry Peskov"
	First, Last TokenID   // inclusive
	Sentence    SentenceID
	Kind        Kind
	Form        MentionForm
	Chain       ChainID // 0 when it could not be tied to anything
	Titled      string  // title or office words in front of it as printed: "Kremlin spokesman", "Mr"; ""
	TitledSpan  text.Span
}

// Chain is one entity inside one report: all mentions of it.
type Chain struct {
	Kind     Kind
	Name     string // fullest name; for an unnamed one its fullest description
	Named    bool   // false: an unnamed person or body ("a European diplomatic source")
	Canon    string // key of the lexicon entry this is ("United States"); "" when in none
	Gender   Gender
	Plural   bool
	Of       ChainID // the state or body it belongs to or speaks for; 0 unknown
	Mentions []MentionID
	Offices  []Office
}

// Gender as far as the text shows it.
type Gender uint8

// Values of Gender.
const (
	UnknownGender Gender = iota
	Masculine
	Feminine
)

// Office is a post that the report gives to somebody.
type Office struct {
	Title    string // "foreign minister": lower case, without the body
	Of       string // the body or state it belongs to, canonical where the lexicon knows it: "Russia", "Kremlin"; ""
	OfChain  ChainID
	Tense    string // "", "former", "acting", "designate"
	Span     text.Span
	Sentence SentenceID
}

// Party is somebody in a role: a chain, or words for one that has no chain.
// The zero Party is "unknown".
type Party struct {
	Chain     ChainID
	Span      text.Span // the words in this place
	Anonymous bool      // an unnamed source
	Of        ChainID   // for an unnamed source, whom it belongs to
}

// IsZero reports whether p is unknown.
func (p Party) IsZero() bool { return p == Party{} }

// QuoteForm is how words are reported.
type QuoteForm string

// Forms of reported speech.
const (
	Direct   QuoteForm = "direct"   // a whole utterance between quotation marks
	Indirect QuoteForm = "indirect" // reported without quotation marks
	Mixed    QuoteForm = "mixed"    // reported, with some words between quotation marks
)

// Quote is words reported as somebody's.
type Quote struct {
	Form       QuoteForm
	Parts      []text.Span // the content, without the enclosing quotation marks; two or more when "..., he said, ..." splits it
	Speaker    Party
	Cue        text.Span // "said", "told", "according to"; none for a floating quote
	CueLemma   string    // "say", "tell", "according to"
	Negated    bool      // "did not say"
	Hedged     bool      // "is reported to have said"
	Venue      text.Span // "told reporters", "in an interview with radio station Onda Cero"
	Via        []Party   // who relays it, outermost first: the outlet cites AP, which cites Peskov -> [AP]
	Addressee  Party
	Said       TimeID // when it was said
	Sentence   SentenceID
	Rule       string // what found it; docs/rules.md lists them
	Confidence float32
}

// Span covers all parts of q.
func (q *Quote) Span() (s text.Span) {
	for _, p := range q.Parts {
		s = s.Cover(p)
	}
	return s
}

// CreditKind is who is credited.
type CreditKind string

// Kinds of credit (record.md).
const (
	Agency    CreditKind = "agency"
	Outlet    CreditKind = "outlet"
	Official  CreditKind = "official"
	Post      CreditKind = "post"
	Anonymous CreditKind = "anonymous"
)

// CreditRole is what the credited party gave to the report.
type CreditRole string

// Roles of a credit.
const (
	Wire  CreditRole = "wire"  // the text is theirs
	Cited CreditRole = "cited" // something in it is
)

// Credit is a place where a report says whence it has something.
type Credit struct {
	Name       string
	Chain      ChainID
	Kind       CreditKind
	Role       CreditRole
	Span       text.Span // the words of the credit; none when they stand only in Removed, the byline or the address
	Sentence   SentenceID
	Removed    int32 // 1-based index into Doc.Removed when the credit stands there; 0 otherwise
	Rule       string
	Confidence float32
}

// Status is how far an event has come.
type Status string

// Statuses (record.md); "" is not known.
const (
	Planned   Status = "planned"
	Possible  Status = "possible"
	UnderWay  Status = "under way"
	Held      Status = "held"
	Postponed Status = "postponed"
	Cancelled Status = "cancelled"
	Denied    Status = "denied"
)

// Role is what a participant does in an event.
type Role string

// Roles (record.md).
const (
	Actor     Role = "actor"
	Recipient Role = "recipient"
	Host      Role = "host"
	Mediator  Role = "mediator"
	Expected  Role = "expected"
)

// Participant is a Party with its Role.
type Participant struct {
	Party
	Role Role
}

// Event is who did, does or will do what.
type Event struct {
	Class        string // PLOVER 2.0 type: "CONSULT"
	Mode         string // PLOVER 2.0 mode: "phone"; ""
	Level        string // of a meeting: "leaders", "ministers", "envoys", "officials"; ""
	Format       string // of a meeting: "in person", "phone", "video", "through a mediator"; ""
	Label        string // what it is, in the text's own words, lemma first: "meet", "phone call"
	What         string // the thing it is done to where that is no party: "lake road" of a closure; ""
	Status       Status
	Participants []Participant
	Place        Party
	Time         TimeID
	Trigger      text.Span
	Sentence     SentenceID
	More         []text.Span // further places of this report that tell of the same event
	Background   bool        // history told to explain, not news
	Rule         string
	Confidence   float32
}

// Stance is what a holder does about an issue.
type Stance string

// Stances (record.md).
const (
	Demand    Stance = "demand"
	Reject    Stance = "reject"
	Offer     Stance = "offer"
	Support   Stance = "support"
	Accept    Stance = "accept"
	Promise   Stance = "promise"
	Threaten  Stance = "threaten"
	Accuse    Stance = "accuse"
	Deny      Stance = "deny"
	Condition Stance = "condition"
)

// Position is who wants, refuses or offers what.
type Position struct {
	Holder     Party
	SpeaksFor  ChainID // the state or body the holder speaks for, where grammar or office says so
	Stance     Stance
	Issue      text.Span // a noun phrase or clause of the text
	Terms      []string  // normalised terms of the issue, sorted: "nato membership" -> [membership nato]
	Target     Party
	Via        []Party
	Said       TimeID
	Quote      QuoteID
	Sentence   SentenceID
	Rule       string
	Confidence float32
}

// Figure is a number that counts something.
type Figure struct {
	Span       text.Span // the number with its bound and unit: "at least 150,000"
	Value      float64   // the number itself; the lower end of a range
	Vague      bool      // the words give no number ("dozens"): Value is 0, only Low holds
	Low, High  float64   // the closed interval the words allow
	NoHigh     bool      // there is no upper end ("at least 12")
	Bound      string    // "", "at least", "at most", "about", "more than", "less than"
	Unit       string    // "", "%", "USD", "km", ...
	Of         text.Span
	SaidBy     Party
	Time       TimeID
	Place      Party
	Event      EventID
	Sentence   SentenceID
	Rule       string
	Confidence float32
}

// Sentence, Mention, Chain, Time, Quote and Event give the element behind an
// index, nil for none.
func (a *Analysis) Sentence(id SentenceID) *Sentence { return at(a.Sentences, int(id)) }

// Mention is the mention behind id, nil for none.
func (a *Analysis) Mention(id MentionID) *Mention { return at(a.Mentions, int(id)) }

// Chain is the chain behind id, nil for none.
func (a *Analysis) Chain(id ChainID) *Chain { return at(a.Chains, int(id)) }

// Time is the time expression behind id, nil for none.
func (a *Analysis) Time(id TimeID) *Time { return at(a.Times, int(id)) }

// Quote is the quote behind id, nil for none.
func (a *Analysis) Quote(id QuoteID) *Quote { return at(a.Quotes, int(id)) }

// Event is the event behind id, nil for none.
func (a *Analysis) Event(id EventID) *Event { return at(a.Events, int(id)) }

func at[T any](s []T, id int) *T {
	if id < 1 || id > len(s) {
		return nil
	}
	return &s[id-1]
}

// Word is the text of token id; "" for none.
func (a *Analysis) Word(id TokenID) string {
	if id < 1 || int(id) > len(a.Tokens) {
		return ""
	}
	return a.Tokens[id-1].Span.Of(a.Doc.Text)
}

// SentenceAt is the sentence that holds byte offset at, 0 when none does.
func (a *Analysis) SentenceAt(at int32) SentenceID {
	lo, hi := 0, len(a.Sentences)
	for lo < hi {
		m := (lo + hi) / 2
		if a.Sentences[m].Span.End <= at {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(a.Sentences) && a.Sentences[lo].Span.Start <= at {
		return SentenceID(lo + 1)
	}
	return 0
}

// Day is the anchor of the report's relative times; the zero Day when it has no date.
func (a *Analysis) Day() Day { return a.Doc.Published.Day() }

// Light is a without the layers that only the annotating stages need (tokens,
// tags and arcs): what a store keeps and what relate reads. Annotating the
// Document again gives them back.
func (a *Analysis) Light() *Analysis {
	b := *a
	b.Tokens, b.Tags, b.Arcs = nil, nil, nil
	b.Done &^= Tokens | Tags | Arcs
	return &b
}
