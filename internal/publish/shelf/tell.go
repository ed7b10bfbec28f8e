package shelf

import (
	"rapporteur/internal/publish"
	"rapporteur/internal/record"
)

// Words is a line in words, short enough for a list: "Mira Toland: “We will
// talk”". What the reports say is in it as they say it.
func (b *Book) Words(l record.Line) string { return b.Wording.Short(l) }

// Counts is who stands behind a line: reports, outlets and origins.
func (b *Book) Counts(l record.Line) publish.Counts { return b.Wording.Stands(l) }

// Name is what a party is called; "" when nothing is known of it.
func (b *Book) Name(p *record.Party) string { return b.Wording.Name(p) }
