package reconcile

import (
	"slices"
	"strconv"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
	"rapporteur/internal/text"
)

// id is made from the founding member of a group, the first in canonical
// order: it stays the same as later reports join.
func (v *View) id(prefix string, m member, at text.Span) record.ID {
	return record.NewID(prefix, string(v.IDs[m.report]), strconv.Itoa(int(at.Start)), strconv.Itoa(int(at.End)), strconv.Itoa(int(m.index)))
}

// quote lays out one utterance; group holds its members in canonical order and
// main the one that stands for all.
func (v *View) quote(group []member, main member) (record.Quote, bool) {
	q := &v.Reports[main.report].Quotes[main.index]
	var places []place
	versions := []record.Version{}
	for _, m := range group {
		own := v.quotePlaces(m)
		if ev := v.cite(own); len(ev) > 0 {
			versions = append(versions, record.Version{Report: v.IDs[m.report], Text: v.words(m), Evidence: ev})
			places = append(places, own...)
		}
	}
	out := record.Quote{
		Type: record.KindQuote, ID: v.id("q", group[0], v.Reports[group[0].report].Quotes[group[0].index].Span()),
		Form: q.Form, Text: v.words(main), Speaker: v.party(main.report, q.Speaker),
		Cue: v.words1(main.report, q.Cue), Negated: q.Negated, Hedged: q.Hedged,
		Venue: v.venue(group, main), Via: v.via(main.report, q.Via),
		Addressee: v.party(main.report, q.Addressee), Time: v.Time(main.report, q.Said),
		Versions: versions, Evidence: v.cite(v.quotePlaces(main)), Support: v.support(places),
		Base: base(q.Confidence, q.Rule),
	}
	for _, m := range group {
		q := &v.Reports[m.report].Quotes[m.index]
		if out.Venue == nil { // any report may say where it was said
			out.Venue = v.words1(m.report, q.Venue)
		}
		if len(out.Via) == 0 { // or through whom it has it
			out.Via = v.via(m.report, q.Via)
		}
	}
	return out, len(out.Evidence) > 0
}

// venue is where an utterance was made: as its main version says, else as the
// first version does that says so.
func (v *View) venue(group []member, main member) *string {
	if s := v.words1(main.report, v.Reports[main.report].Quotes[main.index].Venue); s != nil {
		return s
	}
	for _, m := range group {
		if s := v.words1(m.report, v.Reports[m.report].Quotes[m.index].Venue); s != nil {
			return s
		}
	}
	return nil
}

func (v *View) quotePlaces(m member) (out []place) {
	q := &v.Reports[m.report].Quotes[m.index]
	for _, p := range q.Parts {
		out = append(out, place{report: m.report, span: p})
	}
	return v.relayed(m.report, q.Via, out)
}

// words is the content of a quote, its parts joined by one space.
func (v *View) words(m member) string {
	a := v.Reports[m.report]
	parts := a.Quotes[m.index].Parts
	if len(parts) == 1 {
		return parts[0].Of(a.Doc.Text)
	}
	var b strings.Builder
	for i, p := range parts {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(p.Of(a.Doc.Text))
	}
	return b.String()
}

func (v *View) words1(report int32, s text.Span) *string {
	if s.Len() <= 0 {
		return nil
	}
	return pointer(s.Of(v.Reports[report].Doc.Text))
}

func (v *View) via(report int32, parties []news.Party) []string {
	out := []string{}
	for _, p := range parties {
		w := v.party(report, p)
		if w == nil || w.Text == "" {
			continue
		}
		if c := v.Reports[report].Chain(p.Chain); c != nil && c.Named && pronouns[text.Fold(w.Text)] {
			w.Text = c.Name
		}
		out = append(out, w.Text)
	}
	return out
}

// position lays out one position.
func (v *View) position(group []member, main member) (record.Position, bool) {
	p := &v.Reports[main.report].Positions[main.index]
	places := []place{v.positionPlace(main)}
	for _, m := range group {
		if m != main {
			places = append(places, v.positionPlace(m))
		}
	}
	out := record.Position{
		Type: record.KindPosition, ID: v.id("p", group[0], v.positionPlace(group[0]).span),
		Holder: v.party(main.report, p.Holder), Stance: p.Stance,
		Issue:  record.Issue{Label: p.Issue.Of(v.Reports[main.report].Doc.Text), Terms: append([]string{}, p.Terms...)},
		Target: v.party(main.report, p.Target), Via: v.via(main.report, p.Via), Said: v.Time(main.report, p.Said),
		Evidence: v.cite(places), Support: v.support(places), Base: base(p.Confidence, p.Rule),
	}
	if p.SpeaksFor != 0 {
		out.SpeaksFor = v.chainParty(main.report, p.SpeaksFor)
	}
	return out, len(out.Evidence) > 0
}

func (v *View) positionPlace(m member) place {
	a := v.Reports[m.report]
	p := &a.Positions[m.index]
	at := p.Issue.Cover(p.Holder.Span)
	if s := a.Sentence(p.Sentence); s != nil && !s.Span.Contains(at) {
		at = s.Span // the holder or the issue stands in another sentence
	}
	return v.relayed(m.report, p.Via, []place{{report: m.report, span: at}})[0]
}

// figure lays out one figure.
func (v *View) figure(group []member, main member, event *record.ID) (record.Figure, bool) {
	a := v.Reports[main.report]
	f := &a.Figures[main.index]
	var places []place
	for _, m := range group {
		places = append(places, place{report: m.report, span: v.Reports[m.report].Figures[m.index].Span})
	}
	out := record.Figure{
		Type: record.KindFigure, ID: v.id("f", group[0], v.Reports[group[0].report].Figures[group[0].index].Span),
		Value: known(f.Value, !f.Vague), Low: &f.Low, High: known(f.High, !f.NoHigh), Bound: pointer(f.Bound), Unit: pointer(f.Unit),
		Of: v.words1(main.report, f.Of), SaidBy: v.party(main.report, f.SaidBy), Time: v.Time(main.report, f.Time),
		Evidence: v.cite(places), Support: v.support(places), Event: event, Base: base(f.Confidence, f.Rule),
	}
	return out, len(out.Evidence) > 0
}

// known is x, nil where ok is false.
func known(x float64, ok bool) *float64 {
	if !ok {
		return nil
	}
	return &x
}

// event lays out one event as one report tells it; merging comes on top.
func (v *View) event(group []member, main member) (record.Event, bool) {
	e := &v.Reports[main.report].Events[main.index]
	var places []place
	for _, m := range group {
		places = append(places, v.eventPlaces(m)...)
	}
	out := record.Event{
		Type: record.KindEvent, ID: v.id("v", group[0], v.Reports[group[0].report].Events[group[0].index].Trigger),
		Class: e.Class, Mode: pointer(e.Mode), Level: pointer(v.told(main, group, levelOf)), Format: pointer(v.told(main, group, formatOf)), Label: strings.TrimSpace(e.Label + " " + e.What), Background: e.Background,
		Participants: v.participants(main.report, e.Participants), Place: v.party(main.report, e.Place),
		Time: v.Time(main.report, e.Time), Evidence: v.cite(places), Support: v.support(places),
		Base: base(e.Confidence, e.Rule),
	}
	if e.Status != "" {
		status := e.Status
		out.Status = &status
	}
	return out, len(out.Evidence) > 0
}

func levelOf(e *news.Event) string  { return e.Level }
func formatOf(e *news.Event) string { return e.Format }

// told is what field says of the main telling of an event, else of the first that
// says anything.
func (v *View) told(main member, group []member, field func(*news.Event) string) string {
	out := field(&v.Reports[main.report].Events[main.index])
	for i := 0; out == "" && i < len(group); i++ {
		out = field(&v.Reports[group[i].report].Events[group[i].index])
	}
	return out
}

// eventPlaces are the passages of one report that tell of one event: the
// trigger first.
func (v *View) eventPlaces(m member) []place {
	e := &v.Reports[m.report].Events[m.index]
	out := []place{{report: m.report, span: e.Trigger}}
	for _, s := range e.More {
		out = append(out, place{report: m.report, span: s})
	}
	return out
}

func (v *View) participants(report int32, in []news.Participant) []record.Participant {
	out := []record.Participant{}
	for i, p := range in {
		if v.ofRetinue(report, in, i) {
			continue
		}
		if w := v.party(report, p.Party); w != nil && !slices.ContainsFunc(out, func(o record.Participant) bool { return sameParty(&o.Party, w) }) {
			out = append(out, record.Participant{Party: *w, Role: p.Role})
		}
	}
	return out
}

func sameParty(a, b *record.Party) bool {
	if a.Entity != nil || b.Entity != nil {
		return a.Entity != nil && b.Entity != nil && *a.Entity == *b.Entity
	}
	return text.Fold(a.Text) == text.Fold(b.Text)
}
