package record

import (
	"cmp"
	"encoding/json"
	"strings"
	"time"
)

// KindDecision is the type of a line that a reviewer wrote. It is no line of
// the record: the record is made of the reports and of these.
const KindDecision = "decision"

// Action is what a reviewer does.
type Action string

// Actions of a decision (docs/record.md).
const (
	ToAccept  Action = "accept"  // the line is right
	ToReject  Action = "reject"  // it is wrong, and leaves what is published
	ToCorrect Action = "correct" // one field of it is another
	ToSee     Action = "seen"    // somebody has looked at it; nothing is decided
	ToMerge   Action = "merge"   // it and the lines of With are one
	ToSplit   Action = "split"   // Part of it is another thing than the rest
	ToUndo    Action = "undo"    // the decision that About names is taken back
)

// Actions lists every action.
var Actions = []Action{ToAccept, ToReject, ToCorrect, ToSee, ToMerge, ToSplit, ToUndo}

// Decision is what one person made of one line of the record at one moment.
// Decisions are only ever added; what is taken back stays readable. The record
// follows from the set of them: see Fold.
//
//	Anna, 14 May 10:02   reject   quote q4t…    passage 120-164 of report r7…
//	Anna, 14 May 10:05   undo     decision k2…
type Decision struct {
	Type   string   `json:"type"`
	ID     ID       `json:"id"` // see NewID; follows from all that stands below
	Action Action   `json:"action"`
	About  Target   `json:"about"`
	With   []Target `json:"with,omitempty"`   // merge: the others
	Part   *Anchor  `json:"part,omitempty"`   // split: what leaves
	Field  string   `json:"field,omitempty"`  // correct: which
	Value  *string  `json:"value,omitempty"`  // correct: what it is; none: nobody, nothing known
	Entity *ID      `json:"entity,omitempty"` // correct: whom Value names
	By     string   `json:"by"`
	At     string   `json:"at"` // RFC 3339, UTC, to the microsecond
	Note   string   `json:"note,omitempty"`
}

// Target is the line that a decision is about, and what it is known by should
// its id become another.
type Target struct {
	Ref
	Says string `json:"says,omitempty"` // what it says, for a person, and to tell two of one passage apart
	Anchor
}

// Anchor is what the reports say, which no rule of ours can change: the
// passages of a statement; the reports of a story; the names of an entity and
// reports that use them.
type Anchor struct {
	Names    []string  `json:"names,omitempty"`
	Passages []Passage `json:"passages,omitempty"`
}

// Passage is words of a report; all of it where Exact is "". Source finds the
// report when another edition of the program takes another text from it.
type Passage struct {
	Report ID     `json:"report"`
	Source string `json:"source,omitempty"`
	Start  int    `json:"start"`
	End    int    `json:"end"`
	Exact  string `json:"exact,omitempty"`
}

// Kind is the line's type.
func (d *Decision) Kind() string { return KindDecision }

// LineID is the line's id.
func (d *Decision) LineID() ID { return d.ID }

// timeLayout is how At is written: of one width, so that the order of the
// letters is that of time.
const timeLayout = "2006-01-02T15:04:05.000000Z"

// Stamp writes a moment as At has it.
func Stamp(t time.Time) string { return t.UTC().Truncate(time.Microsecond).Format(timeLayout) }

// Seal gives d its type and the id that follows from its content.
func (d *Decision) Seal() {
	d.Type, d.ID = KindDecision, ""
	if t, err := time.Parse(time.RFC3339Nano, d.At); err == nil {
		d.At = Stamp(t)
	}
	b, err := json.Marshal(d)
	if err != nil {
		panic(err) // strings and numbers alone
	}
	d.ID = NewID("k", string(b))
}

// Compare puts decisions into their one order: by time, then by id.
func (d *Decision) Compare(o *Decision) int {
	return cmp.Or(strings.Compare(d.At, o.At), cmp.Compare(d.ID, o.ID))
}
