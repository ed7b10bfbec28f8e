package publish

import (
	"testing"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
)

func TestHarmed(t *testing.T) {
	state := record.ID("e1")
	for _, c := range []struct {
		class, text string
		role        news.Role
		want        string
	}{
		{"ASSAULT", "Two Morvanian soldiers", news.Recipient, "two Morvanian soldiers"},
		{"ASSAULT", "Two Morvanian soldiers", news.Actor, ""},
		{"ASSAULT", "Morvanian", news.Recipient, ""},
		{"ASSAULT", "Republic of Morvania", news.Recipient, ""},
		{"CONSULT", "Morvanian envoys", news.Recipient, ""},
	} {
		p := record.Participant{Party: record.Party{Text: c.text, Entity: &state}, Role: c.role}
		if got := harmed(&record.Event{Class: c.class}, &p); got != c.want {
			t.Errorf("%s %s %s: %q, want %q", c.class, c.role, c.text, got, c.want)
		}
	}
}
