package codebook

import (
	"reflect"
	"testing"

	"rapporteur/internal/record"
)

func TestEveryColumnHasAMeaning(t *testing.T) {
	n := 0
	var walk func(kind string, cs []*Column)
	walk = func(kind string, cs []*Column) {
		for _, c := range cs {
			n++
			if c.Words == "" || c.Type == "" {
				t.Errorf("%s: %s has no meaning or no type: %+v", kind, c.Name, c)
			}
			if (c.Type == Group) != (len(c.Columns) > 0) {
				t.Errorf("%s: %s is a %s of %d columns", kind, c.Name, c.Type, len(c.Columns))
			}
			walk(kind, c.Columns)
		}
	}
	for _, kind := range record.Kinds {
		if cs := Of(kind); len(cs) == 0 || cs[0].Name != "id" {
			t.Errorf("%s does not begin with its id", kind)
		}
		walk(kind, Of(kind))
	}
	if n < 250 {
		t.Errorf("only %d columns", n)
	}
}

func TestAPartyIsFollowedOnce(t *testing.T) {
	for _, party := range []*Column{named(t, Of(record.KindQuote), "speaker"), named(t, Of(record.KindEvent), "participants")} {
		for _, c := range named(t, party.Columns, "of").Columns {
			if c.Name == "of" {
				t.Errorf("%s: a party of a party of a party has a column", party.Name)
			}
		}
	}
}

func TestInTellsUnknownFromKnown(t *testing.T) {
	cs := Of(record.KindFigure)
	twelve := 12.0
	v := reflect.ValueOf(record.Figure{ID: "f1", Value: &twelve})
	if got, ok := named(t, cs, "value").In(v); !ok || got.Float() != 12 {
		t.Errorf("value: %v, %v", got, ok)
	}
	if _, ok := named(t, cs, "high").In(v); ok {
		t.Error("an open side is known")
	}
	if got, ok := named(t, cs, "id").In(v); !ok || got.String() != "f1" {
		t.Errorf("id: %v, %v", got, ok)
	}
	support, _ := named(t, cs, "support").In(v)
	if _, ok := named(t, named(t, cs, "support").Columns, "first_seen").In(support); ok {
		t.Error("a day that is left out is known")
	}
}

func named(t *testing.T, cs []*Column, name string) *Column {
	t.Helper()
	for _, c := range cs {
		if c.Name == name {
			return c
		}
	}
	t.Fatalf("no column %s", name)
	return nil
}
