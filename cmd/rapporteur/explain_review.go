package main

import (
	"context"
	"encoding/json"

	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

// reviewed prints what reviewers made of l: the state, each decision in force
// with who, when and why, and what the program had found.
func (s *sheet) reviewed(ctx context.Context, st store.Store, l record.Line) error {
	v := record.ReviewedOf(l)
	if v == nil || len(v.Decisions) == 0 {
		return s.err
	}
	all, err := st.Decisions(ctx)
	if err != nil {
		return err
	}
	s.fact("review", or(v.Review, ""))
	of := map[record.ID]*record.Decision{}
	for i := range all {
		of[all[i].ID] = &all[i]
	}
	for _, id := range v.Decisions {
		if d := of[id]; d != nil {
			s.fact("decided", join(", ", string(d.Action)+" "+d.Field, d.By, d.At[:len("2026-01-31")], short(id)))
			s.fact("note", d.Note)
		}
	}
	for _, c := range v.Corrections {
		s.fact("found", c.Field+" = "+foundWords(c.Found))
	}
	return s.err
}

// foundWords is a field as it was found, in words where it is somebody or a time.
func foundWords(found json.RawMessage) string {
	var word *string
	var part struct{ Text, Value, Phrase *string }
	switch {
	case string(found) == "null":
		return "unknown"
	case json.Unmarshal(found, &word) == nil && word != nil:
		return *word
	case json.Unmarshal(found, &part) == nil && (part.Text != nil || part.Value != nil || part.Phrase != nil):
		return or(part.Text, or(part.Value, or(part.Phrase, "")))
	}
	return string(found)
}
