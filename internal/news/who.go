package news

import "rapporteur/internal/text"

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
