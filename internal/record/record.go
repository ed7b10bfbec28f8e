// Package record is the vocabulary across reports: what `rapporteur export`
// prints, what the API serves and what every page shows. docs/record.md is its
// contract; field names are frozen once released.
//
//	Report   one article as one outlet published it
//	Origin   one act of reporting and its copies; support is counted in origins
//	Entity, Time, Quote, Position, Event, Figure   what the reports say
//	Story    the reports about one happening
//	Difference   where reports of one thing do not say the same
//
// An unknown value is null, never a guess; a list that was looked for and is
// empty is []. Every line is tied to the sentence that says it by Evidence.
package record

import (
	"encoding/json"

	"rapporteur/internal/news"
)

// ID is opaque and the same whenever the same reports are read. See NewID.
type ID string

// Line is one line of the export: any of the record types below.
type Line interface {
	Kind() string // the "type" field
	LineID() ID
}

// Evidence is the sentence that says it. Offsets are bytes of the report's
// text, half-open; text[Start:End] == Exact always holds (see Check).
type Evidence struct {
	Report   ID     `json:"report"`
	Start    int    `json:"start"`
	End      int    `json:"end"`
	Exact    string `json:"exact"`
	Sentence string `json:"sentence"`
}

// Time is a TIMEX3 value with the half-open interval of days it covers.
type Time struct {
	Value       *string `json:"value"`
	From        *string `json:"from"`
	To          *string `json:"to"`
	Precision   string  `json:"precision"` // minute hour part-of-day day week month quarter year decade unknown
	Phrase      *string `json:"phrase"`
	Anchor      *string `json:"anchor"`
	Approximate *string `json:"approximate"` // before after about
}

// Published is a Time with how it was come by.
type Published struct {
	Time
	Basis    news.Basis `json:"basis"`
	Evidence []Evidence `json:"evidence"`
}

// Party is somebody in a role. An unnamed source has no entity, its words in
// Text and Anonymous set; Of is the organisation or state it speaks for.
type Party struct {
	Entity    *ID    `json:"entity"`
	Text      string `json:"text"`
	Anonymous bool   `json:"anonymous"`
	Of        *Party `json:"of,omitempty"`
}

// Support is who stands behind a statement; never a truth value.
type Support struct {
	Reports   int    `json:"reports"`
	Outlets   int    `json:"outlets"`
	Origins   int    `json:"origins"`
	OriginIDs []ID   `json:"origin_ids"`
	FirstSeen string `json:"first_seen,omitempty"` // day the earliest of the reports was published
	LastSeen  string `json:"last_seen,omitempty"`
}

// Base is what every statement carries.
type Base struct {
	Confidence float64 `json:"confidence"` // 0 to 1
	Rule       string  `json:"rule"`
	Reviewed
}

// What Reviewed.Review may be; nil is undecided.
const (
	Accepted  = "accepted"
	Rejected  = "rejected"
	Corrected = "corrected"
)

// Reviewed is what reviewers made of a line.
type Reviewed struct {
	Review      *string      `json:"review"`                // null, accepted, rejected, corrected
	Corrections []Correction `json:"corrections,omitempty"` // by field; none: left out
	Decisions   []ID         `json:"decisions,omitempty"`   // that are in force for the line, by time
}

// Correction is a field that holds what a reviewer says.
type Correction struct {
	Field    string          `json:"field"`
	Found    json.RawMessage `json:"found"` // what the program found: the field's JSON
	Decision ID              `json:"decision"`
}

// Merged stands in the place of a line that a decision made part of another.
type Merged struct {
	Type     string `json:"type"`
	ID       ID     `json:"id"`
	Into     ID     `json:"into"`
	Decision ID     `json:"decision"`
}

// Report is one article, post or release as one outlet published it.
type Report struct {
	Type      string     `json:"type"`
	ID        ID         `json:"id"`
	Source    string     `json:"source"`
	URL       *string    `json:"url"`
	Outlet    *string    `json:"outlet"`
	Title     *string    `json:"title"`
	Byline    *string    `json:"byline"`
	Language  *string    `json:"language"`
	Text      string     `json:"text"`
	Words     int        `json:"words"`
	Published Published  `json:"published"`
	Modified  *Published `json:"modified"`
	Removed   []Removed  `json:"removed"`
	Credits   []Credit   `json:"credits"`
	Story     *ID        `json:"story"`
	Origin    *ID        `json:"origin"`
	Copies    []Copy     `json:"copies"`
	Findings  []Finding  `json:"findings"`
}

// Removed is a passage that was on the page and is not in the text.
type Removed struct {
	Kind news.RemovedKind `json:"kind"`
	Text string           `json:"text"`
}

// Credit is whom a report names as its source.
type Credit struct {
	Name     string          `json:"name"`
	Entity   *ID             `json:"entity"`
	Kind     news.CreditKind `json:"kind"`
	Role     news.CreditRole `json:"role"`
	Evidence []Evidence      `json:"evidence"`
}

// Copy is another report that shares text with this one. Share is the part of
// this report's words, 0 to 1, that stands in the other too.
type Copy struct {
	Report    ID      `json:"report"`
	Share     float64 `json:"share"`
	Direction string  `json:"direction"` // from: this one copies the other; to: the other copies this; common: neither is known to be first
}

// Finding is one thing worth telling about one report.
type Finding struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
}

// Entity is a person, organization, state, place or group.
type Entity struct {
	Type     string    `json:"type"`
	ID       ID        `json:"id"`
	EntKind  news.Kind `json:"kind"`
	Name     string    `json:"name"`
	Variants []Variant `json:"variants"`
	Offices  []Office  `json:"offices"`
	Wikidata *string   `json:"wikidata"`
	Mentions int       `json:"mentions"`
	Reports  []ID      `json:"reports"`
	Merges   []Merge   `json:"merges"`
	Reviewed
}

// Variant is one spelling seen, with how often.
type Variant struct {
	Text  string `json:"text"`
	Count int    `json:"count"`
}

// Office is a post that somebody holds or held.
type Office struct {
	Title    string     `json:"title"`
	Of       *Party     `json:"of"`
	Tense    string     `json:"tense,omitempty"` // former, acting, designate
	From     *string    `json:"from"`
	To       *string    `json:"to"`
	Evidence []Evidence `json:"evidence"`
}

// Merge says why two names are held for one entity, so that it can be undone.
type Merge struct {
	Rule  string    `json:"rule"`
	Score float64   `json:"score"`
	Names [2]string `json:"names"`
	// Mentions are the first place of either name, where one set of reports put
	// side by side has both.
	Mentions []Passage `json:"mentions,omitempty"`
}

// TimeLine is one time expression of one report.
type TimeLine struct {
	Type   string        `json:"type"`
	ID     ID            `json:"id"`
	Report ID            `json:"report"`
	Start  int           `json:"start"`
	End    int           `json:"end"`
	Timex  news.TimeKind `json:"timex"`
	Time
}

// Quote is one utterance, as every report that carries it words it.
type Quote struct {
	Type      string         `json:"type"`
	ID        ID             `json:"id"`
	Form      news.QuoteForm `json:"form"`
	Text      string         `json:"text"`
	Speaker   *Party         `json:"speaker"`
	Cue       *string        `json:"cue"`
	Negated   bool           `json:"negated"`
	Hedged    bool           `json:"hedged"`
	Venue     *string        `json:"venue"`
	Via       []string       `json:"via"`
	Addressee *Party         `json:"addressee"`
	Time      *Time          `json:"time"`
	Versions  []Version      `json:"versions"`
	Evidence  []Evidence     `json:"evidence"`
	Support   Support        `json:"support"`
	Base
}

// Version is one utterance in the words of one report.
type Version struct {
	Report   ID         `json:"report"`
	Text     string     `json:"text"`
	Evidence []Evidence `json:"evidence"`
}

// Issue is what a position is about.
type Issue struct {
	Label string   `json:"label"`
	Terms []string `json:"terms"`
}

// Position is who demands, rejects or offers what.
type Position struct {
	Type      string      `json:"type"`
	ID        ID          `json:"id"`
	Holder    *Party      `json:"holder"`
	SpeaksFor *Party      `json:"speaks_for"`
	Stance    news.Stance `json:"stance"`
	Issue     Issue       `json:"issue"`
	Target    *Party      `json:"target"`
	Via       []string    `json:"via"`
	Said      *Time       `json:"said"`
	Evidence  []Evidence  `json:"evidence"`
	Support   Support     `json:"support"`
	Changes   *ID         `json:"changes"`
	Base
}

// Participant is a Party with its role in an event.
type Participant struct {
	Party
	Role news.Role `json:"role"`
}

// Event is who did, does or will do what to or with whom, where and when.
type Event struct {
	Type         string        `json:"type"`
	ID           ID            `json:"id"`
	Class        string        `json:"class"`
	Mode         *string       `json:"mode"`
	Level        *string       `json:"level"`
	Format       *string       `json:"format"`
	Label        string        `json:"label"`
	Status       *news.Status  `json:"status"`
	Background   bool          `json:"background"`
	Participants []Participant `json:"participants"`
	Place        *Party        `json:"place"`
	Time         *Time         `json:"time"`
	Evidence     []Evidence    `json:"evidence"`
	Support      Support       `json:"support"`
	Base
}

// Figure is a number that counts something, with who says so.
type Figure struct {
	Type     string     `json:"type"`
	ID       ID         `json:"id"`
	Value    *float64   `json:"value"`
	Low      *float64   `json:"low"` // null: open on this side
	High     *float64   `json:"high"`
	Bound    *string    `json:"bound"`
	Unit     *string    `json:"unit"`
	Of       *string    `json:"of"`
	SaidBy   *Party     `json:"said_by"`
	Time     *Time      `json:"time"`
	Evidence []Evidence `json:"evidence"`
	Support  Support    `json:"support"`
	Event    *ID        `json:"event"`
	Base
}

// Ref names another line of the record.
type Ref struct {
	Type string `json:"type"`
	ID   ID     `json:"id"`
}

// Difference is a place where reports of one thing do not say the same.
type Difference struct {
	Type     string  `json:"type"`
	ID       ID      `json:"id"`
	About    Ref     `json:"about"`
	Field    string  `json:"field"` // participants time place value wording speaker status existence
	DiffKind string  `json:"kind"`  // conflict update scope wording spelling only
	Versions []Claim `json:"versions"`
	Base
}

// Claim is what some of the reports say at a place of difference.
type Claim struct {
	Value    string     `json:"value"`
	Reports  []ID       `json:"reports"`
	Origins  []ID       `json:"origins"`
	Evidence []Evidence `json:"evidence"`
}

// Origin is one act of reporting and its copies.
type Origin struct {
	Type    string  `json:"type"`
	ID      ID      `json:"id"`
	Name    *string `json:"name"`
	OriKind string  `json:"kind"` // agency outlet official post unknown
	Reports []ID    `json:"reports"`
	Basis   []Basis `json:"basis"`
}

// Basis says why reports are held for one origin.
type Basis struct {
	Rule     string     `json:"rule"`
	Evidence []Evidence `json:"evidence"`
}

// Story is the reports about one happening.
type Story struct {
	Type     string  `json:"type"`
	ID       ID      `json:"id"`
	Label    string  `json:"label"`
	From     *string `json:"from"`
	To       *string `json:"to"`
	Reports  []ID    `json:"reports"`
	Entities []ID    `json:"entities"`
	Support  Support `json:"support"`
	Previous *ID     `json:"previous"`
	Reviewed
}

// Record is the whole of it, each list in a fixed order (see Sort).
type Record struct {
	Reports     []Report
	Origins     []Origin
	Stories     []Story
	Entities    []Entity
	Times       []TimeLine
	Quotes      []Quote
	Positions   []Position
	Events      []Event
	Figures     []Figure
	Differences []Difference
	Merged      []Merged
}
