package eval

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

// Gold is what a careful reader finds in a set of reports. Reports are named
// by the beginning of their file's name. In words that are compared, "A|B"
// stands for "either is right"; they are compared after foldGold.
type Gold struct {
	About      string         `json:"about"`
	Reports    []GoldReport   `json:"reports"`
	Entities   []GoldEntity   `json:"entities"`
	Apart      [][2]string    `json:"never_one_entity"`
	Quotes     []GoldQuote    `json:"quotes"`
	NotQuotes  []GoldNotQuote `json:"not_quotes"`
	Times      []GoldTime     `json:"times"`
	NotTimes   []GoldNotTime  `json:"not_times"`
	Events     []GoldEvent    `json:"events"`
	EventApart [][2]string    `json:"never_one_event"`
	Positions  []GoldPosition `json:"positions"`
	Figures    []GoldFigure   `json:"figures"`
	Origins    []GoldOrigin   `json:"origins"`
	Across     []GoldAcross   `json:"across"`
}

// GoldReport says what intake should make of one report.
type GoldReport struct {
	Report     string   `json:"report"`
	Published  string   `json:"published"` // "": nobody can tell to the day
	Basis      *string  `json:"published_basis"`
	Title      *string  `json:"title"`
	Kept       []string `json:"kept"`
	Removed    []string `json:"removed"`
	Syndicated bool     `json:"syndicated"`
}

// GoldEntity is an entity with the spellings that must be seen to be one.
type GoldEntity struct {
	Name     string   `json:"name"`
	Absent   bool     `json:"absent"` // must not be found
	Kind     string   `json:"kind"`
	Variants []string `json:"variants"`
	Office   string   `json:"office"`
	Of       string   `json:"of"`
}

// GoldQuote is an utterance with whom it must be given to.
type GoldQuote struct {
	Report      string `json:"report"`
	Form        string `json:"form"`
	Has         string `json:"has"`
	Speaker     string `json:"speaker"`
	SpeakerText string `json:"speaker_text"`
	Anonymous   bool   `json:"anonymous"`
	Via         string `json:"via"`
	Venue       string `json:"venue"`
}

// GoldNotQuote is what stands between quotation marks and is nobody's words.
type GoldNotQuote struct {
	Report string `json:"report"`
	Text   string `json:"text"`
}

// GoldTime is a time expression with its TIMEX3 value.
type GoldTime struct {
	Report string `json:"report"`
	Phrase string `json:"phrase"`
	Value  string `json:"value"`
}

// GoldNotTime looks like a time and is none, or is one that nobody can place.
type GoldNotTime struct {
	Report  string `json:"report"`
	Phrase  string `json:"phrase"`
	Unknown bool   `json:"value_must_be_unknown"`
}

// GoldEvent is an event with the reports that tell it.
type GoldEvent struct {
	ID           string   `json:"id"`
	Type         string   `json:"type"`
	Mode         string   `json:"mode"`
	Reports      []string `json:"reports"`
	Participants []string `json:"participants"`
	Place        string   `json:"place"`
	Time         string   `json:"time"` // "": nobody can tell to the day
	Status       string   `json:"status"`
}

// GoldPosition is who wants what: every one of Issue must be in its words.
type GoldPosition struct {
	Report string   `json:"report"`
	Holder string   `json:"holder"`
	Stance string   `json:"stance"`
	Issue  []string `json:"issue"`
}

// GoldFigure is a number that counts What.
type GoldFigure struct {
	Report string   `json:"report"`
	Value  goldWord `json:"value"`
	What   string   `json:"what"`
}

// GoldOrigin is whom a report credits.
type GoldOrigin struct {
	Report string   `json:"report"`
	Cites  []string `json:"cites"`
}

// GoldAcross is a judgement over several reports: one of Quotes, Story and
// Events are the same or are not, and where the reports differ.
type GoldAcross struct {
	What       string                     `json:"what"`
	Quotes     [][2]string                `json:"quotes"` // report, words
	Story      []string                   `json:"story"`
	Events     []string                   `json:"events"`
	Same       *bool                      `json:"same"`
	Event      string                     `json:"event"`
	Reports    []string                   `json:"reports"`
	Difference string                     `json:"difference"`
	Versions   map[string]json.RawMessage `json:"versions"`
	Only       map[string]json.RawMessage `json:"only"`
}

func (g *GoldAcross) same() bool { return g.Same == nil || *g.Same }

// goldWord is a JSON string, or a number in its own digits.
type goldWord string

// UnmarshalJSON takes a string or a number.
func (w *goldWord) UnmarshalJSON(b []byte) error {
	if len(b) > 0 && b[0] == '"' {
		return json.Unmarshal(b, (*string)(w))
	}
	*w = goldWord(b)
	return nil
}

// LoadGold reads a gold file.
func LoadGold(path string) (*Gold, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read gold: %w", err)
	}
	g := new(Gold)
	if err := json.Unmarshal(b, g); err != nil {
		return nil, fmt.Errorf("read gold %s: %w", path, err)
	}
	return g, nil
}

// alternatives are the parts of "A|B|C"; none of "".
func alternatives(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return r == '|' })
}

var goldFold = strings.NewReplacer(
	"“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "‘", "'", "’", "'",
	"–", "-", "—", "-", "\u2011", "-", "\u00a0", " ")

// foldGold makes spellings of one text alike: quotation marks, dashes, case
// and white space, and no marks at the ends.
func foldGold(s string) string {
	s = strings.ToLower(goldFold.Replace(s))
	return strings.Trim(strings.Join(strings.Fields(s), " "), ` "'.,;:`)
}

func goldHas(hay, needle string) bool { return strings.Contains(foldGold(hay), foldGold(needle)) }

func anyOf(words string, ok func(string) bool) bool {
	for _, w := range alternatives(words) {
		if ok(w) {
			return true
		}
	}
	return false
}

func oneOf(words, got string) bool { return anyOf(words, func(w string) bool { return w == got }) }
