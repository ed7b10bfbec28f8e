package api

import (
	"encoding/json"
	"reflect"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
)

// object is a JSON object of the description.
type object map[string]any

// enums are the words that a field of a type may have.
var enums = map[reflect.Type][]any{
	reflect.TypeFor[news.QuoteForm]():  {news.Direct, news.Indirect, news.Mixed},
	reflect.TypeFor[news.Stance]():     {news.Demand, news.Reject, news.Offer, news.Support, news.Accept, news.Promise, news.Threaten, news.Accuse, news.Deny, news.Condition},
	reflect.TypeFor[news.Status]():     {news.Planned, news.Possible, news.UnderWay, news.Held, news.Postponed, news.Cancelled, news.Denied},
	reflect.TypeFor[news.Basis]():      {news.Given, news.Page, news.FromText, news.Estimated, news.Unknown},
	reflect.TypeFor[record.Action]():   {record.ToAccept, record.ToReject, record.ToCorrect, record.ToSee, record.ToMerge, record.ToSplit, record.ToUndo},
	reflect.TypeFor[news.CreditRole](): {news.Wire, news.Cited},
	reflect.TypeFor[news.TimeKind]():   {news.Date, news.Clock, news.Duration, news.Set},
}

// schemas gathers the schema of every named struct that it meets.
type schemas object

// of is the schema of a type: a reference for a struct, which is then described
// under its name.
func (s schemas) of(t reflect.Type) object {
	if t == reflect.TypeFor[json.RawMessage]() {
		return object{} // any value
	}
	if words := enums[t]; words != nil {
		return object{"type": "string", "enum": words}
	}
	switch t.Kind() {
	case reflect.Pointer:
		return nullable(s.of(t.Elem()))
	case reflect.Slice, reflect.Array:
		list := object{"type": "array", "items": s.of(t.Elem())}
		if t.Kind() == reflect.Slice {
			return nullable(list)
		}
		return list
	case reflect.String:
		return object{"type": "string"}
	case reflect.Int:
		return object{"type": "integer"}
	case reflect.Float64:
		return object{"type": "number"}
	case reflect.Bool:
		return object{"type": "boolean"}
	case reflect.Struct:
		name := t.Name()
		if _, met := s[name]; !met {
			s[name] = object{} // a type may hold itself
			s[name] = s.fields(t)
		}
		return object{"$ref": "#/components/schemas/" + name}
	}
	panic("no schema for " + t.String()) // a mistake of ours, seen by every test
}

// nullable also lets null through.
func nullable(o object) object {
	if t, ok := o["type"].(string); ok && o["enum"] == nil {
		o["type"] = []string{t, "null"}
		return o
	}
	return object{"anyOf": []object{o, {"type": "null"}}}
}

// fields is the schema of a struct with those of what it embeds.
func (s schemas) fields(t reflect.Type) object {
	props, required := object{}, []string{}
	for _, f := range reflect.VisibleFields(t) {
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if f.Anonymous || name == "" || name == "-" {
			continue
		}
		prop := s.of(f.Type)
		if m := record.DescribeField(t, f); m.Words != "" {
			prop["description"] = m.Words
		}
		props[name] = prop
		if options != "omitempty" {
			required = append(required, name)
		}
	}
	o := object{"type": "object", "properties": props, "required": required, "additionalProperties": false}
	if kind := kindOf(t); kind != "" {
		props["type"] = object{"const": kind}
	}
	return o
}

// kindOf is the type that lines of t have; "" when t is no line.
func kindOf(t reflect.Type) string {
	for _, kind := range record.Kinds {
		if reflect.TypeOf(record.New(kind)).Elem() == t {
			return kind
		}
	}
	return ""
}
