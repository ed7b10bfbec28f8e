package publish

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur/internal/news"
	"rapporteur/internal/record"
)

// historyDays is how long before the first report of a story an event has to
// lie to be told as history even where nothing marks it so.
const historyDays = 60

// events fills the timeline: what has a day (or a month, or "about May"), what
// has none, and apart from both the history told to explain.
func (c *chapter) events() {
	var dated, history []*Event
	said := c.sentencesOfPositions()
	for _, e := range c.story.events {
		if onlyAStance(e, said) {
			continue
		}
		v, ok := c.event(e)
		if !ok {
			continue
		}
		switch {
		case v.History || c.longAgo(v):
			history = append(history, v)
		case v.When == "":
			c.view.Undated = append(c.view.Undated, v)
		default:
			dated = append(dated, v)
		}
	}
	slices.SortStableFunc(c.view.Undated, func(a, b *Event) int {
		return cmp.Or(cmp.Compare(b.Counts.Origins, a.Counts.Origins), cmp.Compare(a.reported, b.reported), bySupport(a, b))
	})
	c.view.Timeline = c.dates(dated)
	c.view.Background = c.dates(history)
	for _, d := range c.view.Timeline {
		for _, e := range d.Events {
			c.keep(&e.Statement)
		}
	}
	for _, e := range c.view.Undated {
		c.keep(&e.Statement)
	}
}

// stances are the PLOVER types in which somebody only takes a stand.
var stances = map[string]bool{"REQUEST": true, "ACCUSE": true, "REJECT": true, "THREATEN": true, "SUPPORT": true}

// said is the sentences, by report, from which something is shown elsewhere.
type said map[[2]string]bool

func (c *chapter) sentencesOfPositions() said {
	in := said{}
	for _, p := range c.story.positions {
		for _, e := range p.Evidence {
			if !rejected(p.Base) && !c.unsure(p.Base) {
				in[[2]string{string(e.Report), e.Sentence}] = true
			}
		}
	}
	return in
}

// onlyAStance says whether e stands under who wants what already: a demand
// without a day of its own whose every sentence gives a position.
func onlyAStance(e *record.Event, in said) bool {
	return stances[e.Class] && dateWords(e.Time) == "" && !slices.ContainsFunc(e.Evidence, func(v record.Evidence) bool {
		return !in[[2]string{string(v.Report), v.Sentence}]
	})
}

// firstReported is the day of the earliest of the reports behind sources.
func (c *chapter) firstReported(sources []*Source) string {
	first, _ := c.days(reportsOf(sources))
	return first
}

func (c *chapter) longAgo(e *Event) bool {
	if c.view.From == "" || e.time == nil {
		return false
	}
	first, ok1 := parseDay(c.view.From)
	last, ok2 := lastDay(e.time)
	return ok1 && ok2 && last.Before(first.AddDate(0, 0, -historyDays))
}

// eventWorded is an event in words, without who stands behind it.
func (c *chapter) eventWorded(e *record.Event) *Event {
	v := &Event{Class: e.Class, Mode: str(e.Mode), Status: news.Status(str(e.Status)), History: e.Background,
		When: dateWords(e.Time), Hour: hourWords(e.Time), time: e.Time}
	if e.Time != nil {
		v.Phrase = str(e.Time.Phrase)
	}
	if e.Place != nil {
		p := c.party(e.Place)
		v.Place = &p
	}
	for i := range e.Participants {
		p := c.party(&e.Participants[i].Party)
		if words := harmed(e, &e.Participants[i]); words != "" {
			p.Name = words
		}
		if p.Name != "" && !slices.ContainsFunc(v.Who, func(q Participant) bool { return q.key() == p.key() }) {
			v.Who = append(v.Who, Participant{p, e.Participants[i].Role})
		}
	}
	v.What = eventName(e, v.Place)
	return v
}

// harmed is what those are called who suffer an attack or an arrest for somebody that
// they belong to: "two Morvanian soldiers", where the party is their state; "" where
// the words name the party itself.
func harmed(e *record.Event, p *record.Participant) string {
	w := strings.Fields(p.Text)
	if e.Class != "ASSAULT" && e.Class != "COERCE" || p.Role != news.Recipient || p.Entity == nil || len(w) < 2 {
		return ""
	}
	if head := w[len(w)-1]; head != strings.ToLower(head) {
		return ""
	}
	return unresolved(p.Text)
}

func (c *chapter) event(e *record.Event) (*Event, bool) {
	v := c.eventWorded(e)
	st, ok := c.statement(e, e.Base, e.Evidence, e.Support, v.words())
	v.Statement = st
	if ok {
		v.GistOf = gist(v, st.Sources)
		v.Gist = v.GistOf.Sentence
		if v.reported = c.firstReported(st.Sources); v.When == "" && v.reported != "" {
			v.Reported = "reported " + dayWords(v.reported)
		}
	}
	return v, ok
}

// eventName is "Meeting in Ilvane", "Journey to Ilvane".
func eventName(e *record.Event, place *Party) string {
	name, to := nouns[strings.ToLower(e.Label)], "in"
	if noun, own, ok := strings.Cut(name, " "); ok && (own == "to" || own == "of") {
		name, to = noun, own
	}
	name = cmp.Or(name, e.Label, nouns[strings.ToLower(e.Class)], e.Class, "event")
	if place != nil && place.Name != "" {
		name += " " + to + " " + place.Name
	}
	return capital(name)
}

// words is the event in one line: "Meeting in Ilvane: A and B; host C; expected D".
func (v *Event) words() string {
	var parts []string
	for _, g := range v.Groups() {
		parts = append(parts, strings.TrimSpace(g.Lead+" "+joinAnd(g.names())))
	}
	if len(parts) == 0 {
		return v.What
	}
	return v.What + ": " + strings.Join(parts, "; ")
}

// RoleGroup is the participants of an event that share a role.
type RoleGroup struct {
	Lead    string // "host", "expected:", "→"; "" for actors
	Parties []Party
}

func (g RoleGroup) names() (out []string) {
	for _, p := range g.Parties {
		out = append(out, p.Name) // that a party has no name is worth saying of sources only
	}
	return out
}

// Groups are the participants by role, in the order of reading.
func (v *Event) Groups() []RoleGroup {
	var out []RoleGroup
	for _, r := range roleOrder {
		g := RoleGroup{Lead: r.lead}
		switch {
		case r.role != news.Recipient:
		case len(out) == 0:
			g.Lead = "" // "Killing: two soldiers" needs no preposition
		case together[v.Class]:
			g.Lead = "with"
		}
		for _, p := range v.Who {
			if p.Role == r.role {
				g.Parties = append(g.Parties, p.Party)
			}
		}
		if len(g.Parties) > 0 {
			out = append(out, g)
		}
	}
	return out
}

var roleOrder = []struct {
	role news.Role
	lead string
}{{news.Actor, ""}, {"", ""}, {news.Recipient, "towards"}, {news.Host, "host"}, {news.Mediator, "mediator"}, {news.Expected, "expected"}}

// together are the PLOVER types in which the recipient takes part as the actor does.
var together = map[string]bool{"CONSULT": true, "COOPERATE": true, "AGREE": true}

// gist picks the source whose sentence tells e best: neither a stump nor a
// paragraph nor a headline, with the most of its parties, its place and its
// time; the earliest of those.
func gist(e *Event, sources []*Source) *Source {
	best, most := sources[0], -1
	for _, s := range sources {
		if w := worth(e, s.Sentence); w > most {
			best, most = s, w
		}
	}
	return best
}

func worth(e *Event, sentence string) int {
	w := 0
	if n := len(sentence); n >= 40 && n <= 360 {
		w += 3
	}
	if strings.HasSuffix(strings.TrimRight(sentence, "”\"’' "), ".") {
		w += 2
	}
	for i, p := range e.Who {
		if i < 8 && strings.Contains(sentence, lastWord(p.Name)) {
			w++
		}
	}
	if e.Place != nil && strings.Contains(sentence, lastWord(e.Place.Name)) {
		w++
	}
	if e.Phrase != "" && strings.Contains(sentence, e.Phrase) {
		w++
	}
	return w
}

func lastWord(name string) string { return name[strings.LastIndexByte(name, ' ')+1:] }

// dates groups events that share their words for when, in the order of time.
func (c *chapter) dates(events []*Event) []Date {
	slices.SortStableFunc(events, byTime)
	var out []Date
	for _, e := range events {
		if n := len(out); n == 0 || out[n-1].When != e.When {
			out = append(out, c.date(e))
		}
		d := &out[len(out)-1]
		d.Events = append(d.Events, e)
	}
	return out
}

func (c *chapter) date(e *Event) Date {
	d := Date{When: e.When}
	if e.time == nil || e.When == "" {
		d.When = "Without a date"
		return d
	}
	d.From, d.To, d.Fuzzy = str(e.time.From), str(e.time.To), fuzzy(e.time)
	d.Ahead = c.view.To != "" && d.From > c.view.To
	return d
}

// byTime orders by first day, the wider interval first, then by support.
func byTime(a, b *Event) int {
	return cmp.Or(cmp.Compare(from(a), from(b)), cmp.Compare(until(b), until(a)), cmp.Compare(a.When, b.When), cmp.Compare(clock(a), clock(b)), bySupport(a, b))
}

// clock is the hour of e as a sort key; what has no hour comes first.
func clock(e *Event) string {
	if e.Hour == "" {
		return ""
	}
	return str(e.time.Value)
}

func bySupport(a, b *Event) int {
	return cmp.Or(cmp.Compare(b.Counts.Origins, a.Counts.Origins), cmp.Compare(b.Counts.Reports, a.Counts.Reports), cmp.Compare(a.ID, b.ID))
}

func from(e *Event) string {
	if e.When == "" {
		return "9999-99"
	}
	return str(e.time.From)
}

func until(e *Event) string {
	if e.When == "" {
		return ""
	}
	return str(e.time.To)
}
