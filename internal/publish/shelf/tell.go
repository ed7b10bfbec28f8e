package shelf

import (
	"strings"

	"rapporteur/internal/publish"
	"rapporteur/internal/record"
)

// maxTold is how many characters of a line are told where it is one of many.
const maxTold = 240

// Words is a line in words, short enough for a list: "Mira Toland: “We will
// talk”". What the reports say is in it as they say it.
func (b *Book) Words(l record.Line) string {
	if r, ok := l.(*record.Report); ok { // a title may be endless
		return clip(strings.TrimSpace(str(r.Title)), r.Text)
	}
	return clip(b.Wording.Line(l), "")
}

// clip bounds what is looked at of a text that may be endless.
func clip(s, instead string) string {
	if s == "" {
		s = instead
	}
	return publish.Shorten(publish.Plain(strings.ToValidUTF8(s[:min(len(s), 16*maxTold)], "")), maxTold)
}

// Counts is who stands behind a line: reports, outlets and origins.
func (b *Book) Counts(l record.Line) publish.Counts {
	switch v := l.(type) {
	case *record.Quote:
		return b.Wording.Counts(v.Support, Evidence(v))
	case *record.Position:
		return b.Wording.Counts(v.Support, v.Evidence)
	case *record.Event:
		return b.Wording.Counts(v.Support, v.Evidence)
	case *record.Figure:
		return b.Wording.Counts(v.Support, v.Evidence)
	case *record.Story:
		return b.Wording.Reports(v.Reports)
	}
	return publish.Counts{}
}

// Name is what a party is called; "" when nothing is known of it.
func (b *Book) Name(p *record.Party) string { return b.Wording.Name(p) }
