package api

import (
	"net/http"
	"reflect"

	"rapporteur/internal/publish"
	"rapporteur/internal/publish/export"
	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/record"
)

func describe(w http.ResponseWriter, r *http.Request) {
	if _, bad := params(r, nil); bad != nil {
		bad.write(w)
		return
	}
	Write(w, OpenAPI())
}

// OpenAPI describes the API in OpenAPI 3.1. The schemas are those of the types
// that the answers are made of.
func OpenAPI() any {
	s := schemas{}
	paths := object{}
	for _, l := range lists {
		t := reflect.TypeOf(record.New(l.kind)).Elem()
		paths[Prefix+l.name] = get("List "+l.name+".", listParams, s.page(t))
		one := get("One of "+l.name+".", nil, s.of(t))
		one["parameters"] = []object{{"name": "id", "in": "path", "required": true, "schema": object{"type": "string"}}}
		paths[Prefix+l.name+"/{id}"] = one
	}
	paths[Prefix+"search"] = get("Search reports and what they say.", searchParams, s.page(reflect.TypeFor[Hit]()))
	paths[Prefix+"changes"] = get("List what the reports of a day and later add, the latest first.", changeParams, s.page(reflect.TypeFor[publish.Change]()))
	asChanges(paths[Prefix+"changes"].(object))
	describeExports(paths)
	paths[DecisionsPath] = get("List what reviewers decided, the latest first.", decisionParams, s.page(reflect.TypeFor[Kept]()))
	paths[DecisionsPath].(object)["post"] = object{"summary": "Hand in decisions: all are kept, or none.",
		"requestBody": object{"required": true, "content": object{"application/json": object{"schema": s.of(reflect.TypeFor[Handed]())}}},
		"responses": object{"201": object{"description": "they are kept", "content": object{"application/json": object{"schema": s.of(reflect.TypeFor[Taken]())}}},
			"default": object{"$ref": "#/components/responses/Problem"}}}
	s.of(reflect.TypeFor[Problem]())
	return object{
		"openapi": "3.1.0",
		"info": object{"title": "Rapporteur", "version": "1",
			"description": "The record: who reports what, with the sentence that says it. The shapes are those of docs/record.md."},
		"paths": paths,
		"components": object{"schemas": s, "responses": object{"Problem": object{"description": "What makes no sense, and what would.",
			"content": object{"application/problem+json": object{"schema": object{"$ref": "#/components/schemas/Problem"}}}}}},
	}
}

// page is the schema of a page of items.
func (s schemas) page(item reflect.Type) object {
	return object{"type": "object", "required": []string{"items", "total", "next"}, "additionalProperties": false, "properties": object{
		"items": object{"type": "array", "items": s.of(item)},
		"total": object{"type": "integer", "minimum": 0, "description": "how many there are in all, exactly"},
		"next":  object{"type": []string{"string", "null"}, "description": "the cursor of the next page; null on the last"},
	}}
}

// get describes one address.
func get(summary string, names []string, answer object) object {
	params := []object{}
	for _, name := range names {
		params = append(params, param(name))
	}
	op := object{"summary": summary, "parameters": params, "responses": object{
		"200":     object{"description": "what was asked for", "content": object{"application/json": object{"schema": answer}}},
		"304":     object{"description": "nothing has changed since the ETag that If-None-Match names"},
		"default": object{"$ref": "#/components/responses/Problem"},
	}}
	return object{"get": op}
}

// asChanges makes parameters those of the list of changes, where some have
// another meaning.
func asChanges(op object) {
	for _, p := range op["get"].(object)["parameters"].([]object) {
		switch p["name"] {
		case "since":
			p["required"], p["description"] = true, "what reports of this day and later add: 2025-02-17, 2025-02 or 2025"
		case "type":
			p["schema"].(object)["enum"] = shelf.Changed
		}
	}
}

// told says what a parameter asks for.
var told = map[string]string{
	"q":      "words, all of which must be there; the last may be typed in part",
	"story":  "only what reports of this story say: an id or its beginning",
	"entity": "only what speaks of this entity: an id, its beginning or a name",
	"outlet": "only what reports of this outlet say, any case",
	"since":  "only from this day on: 2025-02-17, 2025-02 or 2025",
	"until":  "only up to this day, itself included",
	"limit":  "how many lines a page has at most",
	"cursor": "next of the page before",
	"type":   "only this kind of line",
	"format": "the form of the export",
	"status": "only events of this status",
	"about":  "only decisions about this line",
	"action": "only decisions of this kind",
	"by":     "only what this entity says, wants or does: an id, its beginning or a name; of decisions, only those of this person",
	"change": "only lines that are otherwise in this way",
}

func param(name string) object {
	schema := object{"type": "string", "maxLength": maxValue}
	switch name {
	case "limit":
		schema = object{"type": "integer", "minimum": 1, "maximum": pageMost, "default": pageLines}
	case "type":
		schema["enum"] = shelf.Searched
	case "format":
		schema["enum"] = export.Names()
	case "status":
		schema["enum"] = shelf.Statuses
	case "action":
		schema["enum"] = record.Actions
	case "change":
		schema["enum"] = publish.ChangeWays
	}
	return object{"name": name, "in": "query", "description": told[name], "schema": schema}
}
