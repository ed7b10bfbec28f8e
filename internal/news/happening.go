package news

import "rapporteur/internal/text"

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
	Apart        bool        // called another than those around it: "in two other trials"
	Rule         string
	Confidence   float32
}

// LeaningEvent is the rule of events that the model alone has read.
const LeaningEvent = "event/leaning"

// Leaning reports whether the model alone has read e: nothing else is concluded from it.
func (e *Event) Leaning() bool { return e.Rule == LeaningEvent }

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
