// Package codebook says what the fields of the record are: name, type, unit,
// meaning, allowed values. In go the types of package record and their
// descriptions; out come trees of columns, which every tabular export writes
// by. It reads no record and writes no file.
//
//	Of("quote")  ->  id      text
//	                 form    text      direct; indirect; mixed
//	                 speaker group?    entity text?, text text, anonymous truth, of group?
//	                 via     list of text
package codebook

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"sync"

	"rapporteur/internal/record"
)

// Type is what a column holds.
type Type string

// The types of column.
const (
	Text    Type = "text"
	Integer Type = "integer"
	Number  Type = "number"
	Truth   Type = "truth" // true or false
	Day     Type = "day"   // 2025-02-17
	Group   Type = "group" // has columns of its own
)

// Column is one field of a type of the record.
type Column struct {
	Name     string
	Type     Type
	Optional bool // may be unknown
	List     bool
	Columns  []*Column // of a Group
	record.Meaning

	index []int
}

// Of are the columns of a type of line, without "type" itself, which is the
// same in every line.
func Of(kind string) []*Column { return trees()[kind] }

var trees = sync.OnceValue(func() map[string][]*Column {
	out := map[string][]*Column{}
	for _, kind := range record.Kinds {
		out[kind] = columns(reflect.TypeOf(record.New(kind)).Elem(), nil)[1:]
	}
	return out
})

// columns are those of a struct. within are the types around it: a type that
// holds itself is not followed a second time.
func columns(t reflect.Type, within []reflect.Type) (out []*Column) {
	within = around(t, within)
	for _, f := range reflect.VisibleFields(t) {
		name, option, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous || name == "" || name == "-" {
			continue
		}
		c := &Column{Name: name, Meaning: record.DescribeField(t, f), index: f.Index, Optional: option == "omitempty"}
		if c.shape(f.Type, within) {
			out = append(out, c)
		}
	}
	return out
}

// around is within with t and what it embeds.
func around(t reflect.Type, within []reflect.Type) []reflect.Type {
	within = append(within[:len(within):len(within)], t)
	for i := range t.NumField() {
		if f := t.Field(i); f.Anonymous {
			within = append(within, f.Type)
		}
	}
	return within
}

// raw is a field of any shape, which a column holds as JSON.
var raw = reflect.TypeFor[json.RawMessage]()

// String is the text of a value of a Text or Day column.
func String(v reflect.Value) string {
	if v.Type() == raw {
		return string(v.Bytes())
	}
	return v.String()
}

// shape finds the type of c; false when it would hold itself without end.
func (c *Column) shape(t reflect.Type, within []reflect.Type) bool {
	if t.Kind() == reflect.Pointer {
		c.Optional = true
		t = t.Elem()
	}
	if t == raw {
		c.Type = Text
		return true
	}
	if t.Kind() == reflect.Slice || t.Kind() == reflect.Array {
		c.List = true
		t = t.Elem()
	}
	switch t.Kind() {
	case reflect.String:
		c.Type = Text
		if c.Unit == "day" && !c.List {
			c.Type, c.Optional = Day, true
		}
	case reflect.Int:
		c.Type = Integer
	case reflect.Float64:
		c.Type = Number
	case reflect.Bool:
		c.Type = Truth
	case reflect.Struct:
		if times(within, t) > 1 {
			return false
		}
		c.Type = Group
		c.Columns = columns(t, within)
	default:
		panic(fmt.Sprintf("no column for %s", t)) // a mistake of ours, seen by every test
	}
	return true
}

// times is how often t stands in ts.
func times(ts []reflect.Type, t reflect.Type) (n int) {
	for _, u := range ts {
		if u == t {
			n++
		}
	}
	return n
}

// In is the value of c in v, a struct of the type that c belongs to. Of an
// optional value that is unknown ok is false.
func (c *Column) In(v reflect.Value) (out reflect.Value, ok bool) {
	out = v.FieldByIndex(c.index)
	if out.Kind() == reflect.Pointer {
		if out.IsNil() {
			return out, false
		}
		return out.Elem(), true
	}
	return out, !c.Optional || c.List || !out.IsZero()
}
