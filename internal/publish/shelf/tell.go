package shelf

import (
	"strconv"
	"strings"

	"rapporteur/internal/publish"
	"rapporteur/internal/record"
)

// maxTold is how many characters of a line are told where it is one of many.
const maxTold = 240

// Words is a line in words, short enough for a list: "Mira Toland: “We will
// talk”". What the reports say is in it as they say it.
func (b *Book) Words(l record.Line) string {
	return publish.Shorten(clip(b.told(l)), maxTold)
}

// clip bounds what is looked at of a text that may be endless.
func clip(s string) string {
	return publish.Plain(strings.ToValidUTF8(s[:min(len(s), 16*maxTold)], ""))
}

func (b *Book) told(l record.Line) string {
	switch v := l.(type) {
	case *record.Report:
		if t := str(v.Title); t != "" {
			return t
		}
		return v.Text
	case *record.Story:
		return v.Label
	case *record.Entity:
		return v.Name
	case *record.Quote:
		return b.Name(v.Speaker, "unknown speaker") + ": " + quoted(v)
	case *record.Position:
		words := b.Name(v.Holder, "unknown party") + " · " + string(v.Stance) + " · " + v.Issue.Label
		if to := b.Name(v.Target, ""); to != "" {
			words += " (towards " + to + ")"
		}
		return words
	case *record.Event:
		return b.happening(v)
	case *record.Figure:
		return b.number(v)
	case *record.Difference:
		return b.differing(v)
	case *record.Origin:
		return str(v.Name)
	}
	return ""
}

func quoted(q *record.Quote) string {
	words := strings.TrimRight(strings.TrimSpace(q.Text), ", ")
	if q.Form == "direct" {
		return "“" + words + "”"
	}
	return words
}

// Name is what a party is called; unknown when nothing is known.
func (b *Book) Name(p *record.Party, unknown string) string {
	if p == nil {
		return unknown
	}
	if p.Entity != nil {
		if e, ok := b.Line(*p.Entity).(*record.Entity); ok && e.Name != "" {
			return e.Name
		}
	}
	if p.Text == "" {
		return unknown
	}
	return p.Text
}

func (b *Book) happening(v *record.Event) string {
	words := v.Label
	if v.Status != nil {
		words += " (" + string(*v.Status) + ")"
	}
	var who []string
	for i := range v.Participants {
		if n := b.Name(&v.Participants[i].Party, ""); n != "" {
			who = append(who, n)
		}
	}
	if len(who) > 0 {
		words += ": " + strings.Join(who, ", ")
	}
	if at := b.Name(v.Place, ""); at != "" {
		words += ", " + at
	}
	return strings.ToUpper(words[:min(1, len(words))]) + words[min(1, len(words)):]
}

func (b *Book) number(v *record.Figure) string {
	var parts []string
	for _, s := range []string{str(v.Bound), decimal(v.Value), str(v.Unit), str(v.Of)} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if by := b.Name(v.SaidBy, ""); by != "" {
		parts = append(parts, "· according to "+by)
	}
	return strings.Join(parts, " ")
}

func decimal(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}

func (b *Book) differing(v *record.Difference) string {
	var values []string
	for _, c := range v.Versions {
		values = append(values, c.Value)
	}
	return v.Field + ": " + strings.Join(values, " | ")
}
