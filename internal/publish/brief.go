package publish

import (
	"rapporteur/internal/news"
	"rapporteur/internal/record"
)

// Brief is what a person who follows a story is handed.
type Brief struct {
	Title       string      `json:"title"`
	When        string      `json:"when"` // the span of the reports' days in words; "" when all are undated
	From        string      `json:"from"` // first day of publication, "" unknown
	To          string      `json:"to"`   // last day of publication, inclusive
	Counts      Counts      `json:"counts"`
	Stories     []*Story    `json:"stories"` // biggest first
	More        []StoryLine `json:"more"`    // smaller stories without a brief of their own
	Reports     []*Report   `json:"reports"` // numbered from 1, with the passages that the brief leans on
	Problems    []Problem   `json:"problems"`
	Omitted     Omitted     `json:"omitted"`
	LessCertain float64     `json:"less_certain_below"`
}

// Omitted counts the statements that the record holds and the brief does not show.
type Omitted struct {
	Rejected  int `json:"rejected"`  // by a reviewer
	Unfounded int `json:"unfounded"` // no evidence that holds against its report
	Doubtful  int `json:"doubtful"`  // differences found with little confidence
	Elsewhere int `json:"elsewhere"` // in stories that are only listed
}

// Story is the brief of one story.
type Story struct {
	ID        record.ID `json:"id"`
	Anchor    string    `json:"anchor"`
	Label     string    `json:"label"`
	When      string    `json:"when"`
	From      string    `json:"from"`
	To        string    `json:"to"`
	Counts    Counts    `json:"counts"`
	Continues *Link     `json:"continues"` // the story it goes on from

	Glance     []Glance      `json:"glance"`
	Timeline   []Date        `json:"timeline"`
	Undated    []*Event      `json:"undated"`
	Background []Date        `json:"background"`
	Who        []Kin         `json:"who"`
	Said       []Speaker     `json:"said"`
	Issues     []IssueRow    `json:"issues"` // issues on which two parties or more take a stand
	Wants      []Holder      `json:"wants"`
	Figures    []Series      `json:"figures"`
	Alone      []OriginAlone `json:"alone"`
	Differ     []*Difference `json:"differ"`
	Origins    []*Origin     `json:"origins"`
	Unsure     []*Statement  `json:"unsure"`  // less certain statements of every sort
	Reports    []int         `json:"reports"` // numbers of Brief.Reports

	Whole *Story `json:"-"` // the story that this one was cut down from; nil for a whole one
}

// StoryLine is a story in one line.
type StoryLine struct {
	ID     record.ID `json:"id"`
	Label  string    `json:"label"`
	When   string    `json:"when"`
	Counts Counts    `json:"counts"`
}

// Link leads to another place of the brief.
type Link struct {
	Text   string `json:"text"`
	Anchor string `json:"anchor"` // "" when the place is not in this brief
}

// Glance is one line of the summary at the head: a pointer, never a new claim.
type Glance struct {
	Sort string `json:"sort"` // "next", "latest", "changed", "differ"
	Lead string `json:"lead"` // "Next", "Mon 12 May 2031"
	Link
}

// Statement is what every line of the brief has: words, who stands behind
// them, and the sentences that say it.
type Statement struct {
	ID         record.ID     `json:"id"`
	Anchor     string        `json:"anchor"`
	Sort       string        `json:"sort"` // event, quote, position, figure
	Text       string        `json:"text"` // the whole line in words
	Counts     Counts        `json:"counts"`
	Sources    []*Source     `json:"sources"`
	Confidence float64       `json:"confidence"`
	Rule       string        `json:"rule"`
	Review     string        `json:"review"`
	Differs    []*Difference `json:"differs"` // where reports do not say the same of it

	origins []record.ID
}

// Date is one point of the timeline with what falls on it.
type Date struct {
	When   string   `json:"when"`
	From   string   `json:"from"`
	To     string   `json:"to"`
	Fuzzy  bool     `json:"fuzzy"` // wider than a day, or about, before, after
	Ahead  bool     `json:"ahead"` // after the last report of the story
	Events []*Event `json:"events"`
}

// Event is one happening or plan.
type Event struct {
	Statement
	What    string        `json:"what"` // "Meeting in Ilvane"
	Status  news.Status   `json:"status"`
	When    string        `json:"when"`   // the day, or what is wider
	Hour    string        `json:"hour"`   // "morning", "14:05"; "" unknown
	Phrase  string        `json:"phrase"` // the time as the report words it
	Place   *Party        `json:"place"`
	Who     []Participant `json:"who"`
	Gist    string        `json:"gist"` // the sentence that says it best
	GistOf  *Source       `json:"-"`
	Class   string        `json:"class"`
	Mode    string        `json:"mode"`
	History bool          `json:"history"` // told to explain, not news

	Reported string `json:"reported"` // for an event without a day: "reported Mon 12 May 2031"

	time     *record.Time
	reported string // day of the earliest report
}

// Participant is a party of an event with its role.
type Participant struct {
	Party
	Role news.Role `json:"role"`
}

// Party is somebody as the brief names him.
type Party struct {
	Name      string    `json:"name"`
	Entity    record.ID `json:"entity"` // "" when unnamed
	Anchor    string    `json:"anchor"` // his place in Who; "" when he has none
	Anonymous bool      `json:"anonymous"`
	Of        string    `json:"of"` // for an unnamed source, whom it speaks for
}

// Kin is the entities of one kind.
type Kin struct {
	Kind     news.Kind `json:"kind"`
	Title    string    `json:"title"` // "People"
	Entities []*Entity `json:"entities"`
}

// Entity is one line of who is who.
type Entity struct {
	ID        record.ID `json:"id"`
	Anchor    string    `json:"anchor"`
	Name      string    `json:"name"`
	Kind      news.Kind `json:"kind"`
	Offices   []Office  `json:"offices"`
	Spellings []string  `json:"spellings"` // other than Name, most frequent first
	Mentions  int       `json:"mentions"`
	Reports   int       `json:"reports"`
}

// Office is a post in words with the sentences that give it.
type Office struct {
	Text    string    `json:"text"` // "foreign minister, Veldamar"
	Sources []*Source `json:"sources"`
}

// Speaker is one voice with what it said.
type Speaker struct {
	Party
	Anchor string   `json:"at"`
	Office string   `json:"office"`
	Quotes []*Quote `json:"quotes"` // direct first
}

// Quote is one utterance.
type Quote struct {
	Statement
	Form     news.QuoteForm `json:"form"`
	Words    string         `json:"words"`
	How      string         `json:"how"` // "told reporters, to X, via AP, 12 May": all but the words
	When     string         `json:"when"`
	Versions []Version      `json:"versions"` // only when reports word it differently
}

// Version is what some of the reports say.
type Version struct {
	Words   string    `json:"words"`
	Counts  Counts    `json:"counts"`
	Sources []*Source `json:"sources"`
}

// IssueRow is one issue with the stands that several parties take on it.
type IssueRow struct {
	Label  string  `json:"label"`
	Stands []Stand `json:"stands"`
}

// Stand is one party's stances on one issue, oldest first.
type Stand struct {
	Party
	Positions []*Position `json:"positions"`
}

// Holder is one party with all that it wants.
type Holder struct {
	Party
	Anchor    string      `json:"at"`
	Positions []*Position `json:"positions"`
}

// Position is one stance.
type Position struct {
	Statement
	Stance  news.Stance `json:"stance"`
	Verb    string      `json:"verb"` // "rejects"
	Issue   string      `json:"issue"`
	Target  string      `json:"target"`
	By      string      `json:"by"` // the person who spoke for the holder; "" when the holder itself
	Via     []string    `json:"via"`
	When    string      `json:"when"`
	Changed *Link       `json:"changed"` // the earlier position that this one departs from
}

// Series is the figures that count one thing, oldest first.
type Series struct {
	Of      string    `json:"of"`
	Single  bool      `json:"single"` // one figure each of several things, without history
	Figures []*Figure `json:"figures"`
}

// Figure is one number.
type Figure struct {
	Statement
	Number string `json:"number"` // "at least 150"
	What   string `json:"what"`   // "at least 150 people"
	Gist   string `json:"gist"`   // the sentence, where it is not known what is counted
	Of     string `json:"of"`
	SaidBy string `json:"said_by"`
	When   string `json:"when"`
}

// OriginAlone is what only one origin says.
type OriginAlone struct {
	Name       string       `json:"name"`
	Anchor     string       `json:"anchor"` // the origin's place in Origins
	Statements []*Statement `json:"statements"`
	Quotes     int          `json:"quotes"` // how many quotes stand only here
}

// Difference is one place where reports do not say the same.
type Difference struct {
	ID       record.ID `json:"id"`
	Anchor   string    `json:"anchor"`
	Kind     string    `json:"kind"`
	Field    string    `json:"field"`
	Title    string    `json:"title"` // "Conflict: time"
	About    Link      `json:"about"`
	Versions []Version `json:"versions"`
}

// Origin is one act of reporting with the reports that carry it.
type Origin struct {
	ID      record.ID `json:"id"`
	Anchor  string    `json:"anchor"`
	Name    string    `json:"name"`
	Kind    string    `json:"kind"`
	Reports []int     `json:"reports"`
	Why     []Reason  `json:"why"`
	Copies  []Copy    `json:"copies"`
	Credits []Credit  `json:"credits"`
}

// Reason says why reports are held for one origin.
type Reason struct {
	Text    string    `json:"text"`
	Sources []*Source `json:"sources"`
}

// Copy says how much of one report stands in another.
type Copy struct {
	Report    int    `json:"report"`
	Other     int    `json:"other"`
	Percent   int    `json:"percent"`
	Direction string `json:"direction"`
	Text      string `json:"text"`
}

// Credit is whom a report names as its source.
type Credit struct {
	Name    string    `json:"name"`
	Kind    string    `json:"kind"` // agency, outlet, official, post, anonymous
	Role    string    `json:"role"`
	Reports []int     `json:"reports"`
	Sources []*Source `json:"sources"`
}

// Report is one report with the passages that the brief leans on.
type Report struct {
	Number   int       `json:"number"`
	ID       record.ID `json:"id"`
	Anchor   string    `json:"anchor"`
	Name     string    `json:"name"`   // the outlet, or the file's name when it is unknown
	Outlet   string    `json:"outlet"` // "" unknown
	Title    string    `json:"title"`
	Byline   string    `json:"byline"`
	URL      string    `json:"url"` // http or https only; "" otherwise
	Source   string    `json:"source"`
	When     string    `json:"when"` // "undated" when unknown
	Dated    bool      `json:"dated"`
	Basis    string    `json:"basis"` // how the date was come by
	Language string    `json:"language"`
	Words    int       `json:"words"`
	Origin   *Link     `json:"origin"`
	Removed  []Tally   `json:"removed"` // what cleaning took away, by kind
	Findings []string  `json:"findings"`
	Passages []Passage `json:"passages"`
}

// Tally counts one sort of thing.
type Tally struct {
	Name  string `json:"name"`
	Count int    `json:"count"`
}

// Passage is one sentence (or a few that one statement spans) of a report.
type Passage struct {
	Ref    string  `json:"ref"` // "1.3"
	Anchor string  `json:"anchor"`
	Text   string  `json:"text"`
	Pieces []Piece `json:"-"`
	For    []Link  `json:"for"` // the lines of the brief that lean on it
}

// Piece is a stretch of a passage. Open and Close say which marks begin before
// and end after its text; marks nest.
type Piece struct {
	Open  []string // anchors; "" for the rest of a mark that was cut
	Text  string
	Close int
}

// Source is one place that says it.
type Source struct {
	Ref      string    `json:"ref"`    // "1.3": report 1, passage 3
	Anchor   string    `json:"anchor"` // of the mark in the passage
	Report   int       `json:"report"`
	Name     string    `json:"name"` // the report's outlet, or file name
	When     string    `json:"when"`
	ReportID record.ID `json:"report_id"`
	Start    int       `json:"start"`
	End      int       `json:"end"`
	Exact    string    `json:"exact"`
	Sentence string    `json:"sentence"`
}
