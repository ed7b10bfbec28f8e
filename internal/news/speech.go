package news

import "rapporteur/internal/text"

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
	Venue      text.Span // "told reporters", "in a talk with Orn Radio"
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
