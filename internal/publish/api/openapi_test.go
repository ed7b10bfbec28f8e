package api

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/publish/publishtest"
)

// book is the description as a stranger reads it: from the wire.
func described(t *testing.T) map[string]any {
	t.Helper()
	h, _, _ := serving(t, publishtest.Rich())
	var d map[string]any
	got(t, h, "/openapi.json", 200, &d)
	return d
}

// Every answer is what the description says, to the last field.
func TestAnswersAreAsDescribed(t *testing.T) {
	d := described(t)
	h, _, _ := serving(t, publishtest.Rich())
	addresses := map[string]string{"search?q=harbour": "search", "search": "search", "changes?since=2031": "changes", "changes?since=2031-05-14": "changes"}
	for _, l := range lists {
		addresses[l.name+"?limit=500"] = l.name
		var a answer
		got(t, h, Prefix+l.name, 200, &a)
		for _, id := range a.ids() {
			addresses[l.name+"/"+id] = l.name + "/{id}"
		}
	}
	for address, path := range addresses {
		var v any
		got(t, h, Prefix+address, 200, &v)
		schema := dig(d, "paths", Prefix+path, "get", "responses", "200", "content", "application/json", "schema")
		if schema == nil {
			t.Errorf("%s is not described", path)
			continue
		}
		for _, wrong := range fits(d, schema, v, address) {
			t.Error(wrong)
		}
	}
	for _, bad := range []string{"quotes?x=1", "quotes/none", "nothing"} {
		w := ask(h, Prefix+bad)
		var v any
		if err := json.Unmarshal(w.Body.Bytes(), &v); err != nil {
			t.Fatal(err)
		}
		for _, wrong := range fits(d, dig(d, "components", "schemas", "Problem"), v, bad) {
			t.Error(wrong)
		}
	}
}

// The check itself finds what is wrong.
func TestDescriptionCanBeBroken(t *testing.T) {
	d := described(t)
	quote := dig(d, "components", "schemas", "Quote")
	for _, bad := range []string{`{}`, `[]`, `{"type": "quote", "unheard": 1}`} {
		var v any
		if err := json.Unmarshal([]byte(bad), &v); err != nil {
			t.Fatal(err)
		}
		if len(fits(d, quote, v, "x")) == 0 {
			t.Errorf("%s passes for a quote", bad)
		}
	}
}

// Each parameter that is told is taken, and each that is taken is told.
func TestParametersAreAsDescribed(t *testing.T) {
	d := described(t)
	h, _, _ := serving(t, publishtest.Rich())
	for _, path := range []string{"quotes", "search", "changes"} {
		var names []string
		for _, p := range dig(d, "paths", Prefix+path, "get", "parameters").([]any) {
			name := p.(map[string]any)["name"].(string)
			names = append(names, name)
			if p.(map[string]any)["description"] == "" {
				t.Errorf("%s: nothing is said of %s", path, name)
			}
		}
		var p Problem
		got(t, h, Prefix+path+"?nothing=1", 400, &p)
		if !slices.Equal(names, p.Allowed) {
			t.Errorf("%s: told %q, taken %q", path, names, p.Allowed)
		}
	}
}

func dig(v any, keys ...string) any {
	for _, k := range keys {
		m, _ := v.(map[string]any)
		v = m[k]
	}
	return v
}

// fits checks v against as much of JSON Schema as the description uses.
func fits(d map[string]any, schema, v any, at string) (wrong []string) {
	s, ok := schema.(map[string]any)
	if !ok {
		return []string{at + ": no schema"}
	}
	if ref, ok := s["$ref"].(string); ok {
		return fits(d, dig(d, strings.Split(strings.TrimPrefix(ref, "#/"), "/")...), v, at)
	}
	if any, ok := s["anyOf"].([]any); ok {
		for _, one := range any {
			if w := fits(d, one, v, at); len(w) == 0 {
				return nil
			} else {
				wrong = append(wrong, w...)
			}
		}
		return wrong
	}
	if c, ok := s["const"]; ok && c != v {
		return []string{fmt.Sprintf("%s: %v, want %v", at, v, c)}
	}
	if words, ok := s["enum"].([]any); ok && !slices.Contains(words, v) {
		return []string{fmt.Sprintf("%s: %v is none of %v", at, v, words)}
	}
	if !typed(s["type"], v) {
		return []string{fmt.Sprintf("%s: %v is no %v", at, v, s["type"])}
	}
	return append(wrong, inside(d, s, v, at)...)
}

func inside(d, s map[string]any, v any, at string) (wrong []string) {
	switch v := v.(type) {
	case []any:
		for i, e := range v {
			wrong = append(wrong, fits(d, s["items"], e, fmt.Sprintf("%s[%d]", at, i))...)
		}
	case map[string]any:
		props, _ := s["properties"].(map[string]any)
		for name, e := range v {
			if props[name] == nil {
				wrong = append(wrong, at+"."+name+" is not described")
				continue
			}
			wrong = append(wrong, fits(d, props[name], e, at+"."+name)...)
		}
		required, _ := s["required"].([]any)
		for _, name := range required {
			if _, there := v[name.(string)]; !there {
				wrong = append(wrong, fmt.Sprintf("%s.%v is missing", at, name))
			}
		}
	}
	return wrong
}

func typed(want, v any) bool {
	if list, ok := want.([]any); ok {
		return slices.ContainsFunc(list, func(w any) bool { return typed(w, v) })
	}
	switch v := v.(type) {
	case nil:
		return want == "null" || want == nil
	case string:
		return want == "string" || want == nil
	case bool:
		return want == "boolean"
	case float64:
		return want == "number" || want == "integer" && v == float64(int64(v))
	case []any:
		return want == "array"
	}
	return want == "object"
}
