package record

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"rapporteur/internal/news"
)

// A field that a reviewer may correct holds one of these.
const (
	HoldsText   = "text"   // words
	HoldsParty  = "party"  // an entity, or words for somebody
	HoldsTime   = "time"   // a TIMEX3 value
	HoldsNumber = "number" // decimal
)

// Field is a field of a line that a reviewer may correct.
type Field struct {
	Name   string
	Holds  string   // text, party, time, number
	Values []string // the only ones allowed; nil: any
	Null   bool     // may be unknown
}

func oneOf[T ~string](all ...T) (out []string) {
	for _, v := range all {
		out = append(out, string(v))
	}
	return out
}

// Stances, Statuses and EntityKinds list the words that these fields hold.
var (
	Stances     = oneOf(news.Demand, news.Reject, news.Offer, news.Support, news.Accept, news.Promise, news.Threaten, news.Accuse, news.Deny, news.Condition)
	Statuses    = oneOf(news.Planned, news.Possible, news.UnderWay, news.Held, news.Postponed, news.Cancelled, news.Denied)
	EntityKinds = oneOf(news.Person, news.Organization, news.State, news.Place, news.Group)
)

func plainText(name string) Field         { return Field{name, HoldsText, nil, false} }
func orNone(f Field) Field                { f.Null = true; return f }
func party(name string) Field             { return Field{name, HoldsParty, nil, true} }
func moment(name string) Field            { return Field{name, HoldsTime, nil, true} }
func words(name string, v []string) Field { return Field{name, HoldsText, v, false} }

// fields are what may be corrected, by kind of line.
var fields = map[string][]Field{
	KindQuote:    {party("speaker"), party("addressee"), moment("time"), words("form", oneOf(news.Direct, news.Indirect, news.Mixed))},
	KindPosition: {party("holder"), words("stance", Stances), party("target"), moment("said")},
	KindEvent: {orNone(words("status", Statuses)), moment("time"), party("place"), plainText("label"), plainText("class"),
		orNone(plainText("mode"))},
	KindFigure: {{"value", HoldsNumber, nil, false}, orNone(plainText("unit")), orNone(plainText("of")), party("said_by"), moment("time"),
		orNone(words("bound", oneOf("at least", "at most", "about", "more than", "less than")))},
	KindDifference: {words("kind", oneOf("conflict", "update", "scope", "wording", "spelling", "only"))},
	KindEntity:     {words("kind", EntityKinds), plainText("name"), orNone(plainText("wikidata"))},
	KindStory:      {plainText("label")},
}

// FieldsOf lists what a reviewer may correct in a line of that kind.
func FieldsOf(kind string) []Field { return fields[kind] }

// FieldOf is the field of that name; the error lists those that there are.
func FieldOf(kind, name string) (Field, error) {
	all := fields[kind]
	if i := slices.IndexFunc(all, func(f Field) bool { return f.Name == name }); i >= 0 {
		return all[i], nil
	}
	var names []string
	for _, f := range all {
		names = append(names, f.Name)
	}
	if names == nil {
		return Field{}, fmt.Errorf("nothing of %s can be corrected", withArticle(kind))
	}
	return Field{}, fmt.Errorf("%s has no field %q to correct; there are: %s", withArticle(kind), name, strings.Join(names, ", "))
}

// Check says whether value may stand in f; nil is unknown.
func (f Field) Check(value *string) error {
	switch {
	case value == nil && f.Null:
		return nil
	case value == nil, *value == "":
		return fmt.Errorf("%s needs a value", f.Name)
	case f.Values != nil && !slices.Contains(f.Values, *value):
		return fmt.Errorf("%s cannot be %q; it is one of: %s", f.Name, *value, strings.Join(f.Values, ", "))
	}
	switch f.Holds {
	case HoldsTime:
		if _, _, _, ok := news.Interval(*value); !ok {
			return fmt.Errorf("%s cannot be %q: write a day as 2025-02-18, a month as 2025-02, a week as 2025-W08, a time as 2025-02-18T14:30", f.Name, *value)
		}
	case HoldsNumber:
		if n, err := strconv.ParseFloat(*value, 64); err != nil || math.IsInf(n, 0) || math.IsNaN(n) {
			return fmt.Errorf("%s cannot be %q: write a number", f.Name, *value)
		}
	}
	return nil
}
