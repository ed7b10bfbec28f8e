package calendar

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	ical "github.com/arran4/golang-ical"

	"rapporteur/internal/news"
	"rapporteur/internal/publish/export/exporttest"
	"rapporteur/internal/publish/publishtest"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

func written(t testing.TB, r *record.Record) []byte {
	src := exporttest.Of(t, r, store.Filter{})
	return exporttest.Bytes(t, func(b *bytes.Buffer) error { return Write(b, src, "Plans; of, Karsk") })
}

// plans adds to the rich record one plan for each way to name a day.
func plans() *record.Record {
	r := publishtest.Rich()
	planned := news.Planned
	at := func(value, from, to, precision, approximate string) *record.Time {
		t := &record.Time{Value: &value, From: &from, To: &to, Precision: precision}
		if approximate != "" {
			t.Approximate = &approximate
		}
		return t
	}
	for _, p := range []struct {
		id string
		at *record.Time
	}{
		{"p1day", at("2031-05-20", "2031-05-20", "2031-05-21", "day", "")},
		{"p2clock", at("2031-05-20T14:30", "2031-05-20", "2031-05-21", "minute", "")},
		{"p3month", at("2031-06", "2031-06-01", "2031-07-01", "month", "")},
		{"p4year", at("2032", "2032-01-01", "2033-01-01", "year", "")},
		{"p5before", at("2031-06-01", "2031-06-01", "2031-06-02", "day", "before")},
		{"p6none", nil},
		{"p7wrong", at("x", "2031-06-02", "2031-06-01", "day", "")},
	} {
		r.Events = append(r.Events, record.Event{Type: record.KindEvent, ID: record.ID(p.id), Class: "CONSULT", Label: "meet", Status: &planned, Time: p.at,
			Evidence: r.Events[0].Evidence, Support: r.Events[0].Support})
	}
	return r
}

// TestAnotherLibraryReadsThePlans reads the calendar with golang-ical.
func TestAnotherLibraryReadsThePlans(t *testing.T) {
	cal, err := ical.ParseCalendar(bytes.NewReader(written(t, plans())))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range cal.CalendarProperties {
		if p.IANAToken == "NAME" && ical.FromText(p.Value) != "Plans; of, Karsk" {
			t.Errorf("the calendar is called %q", p.Value)
		}
	}
	got := map[string]string{}
	for _, e := range cal.Events() {
		got[e.Id()] = e.GetProperty(ical.ComponentPropertyDtStart).Value + " " + e.GetProperty(ical.ComponentPropertyStatus).Value
	}
	for _, todo := range cal.Todos() {
		got[todo.Id()] = "to do, " + todo.GetProperty(ical.ComponentPropertyStatus).Value
	}
	want := map[string]string{
		"ev1@rapporteur": "20310515 TENTATIVE", "ev3@rapporteur": "to do, CANCELLED", "ev4@rapporteur": "20310601 TENTATIVE", "ev5@rapporteur": "20310519 CONFIRMED",
		"p1day@rapporteur": "20310520 CONFIRMED", "p2clock@rapporteur": "20310520T143000 CONFIRMED", "p3month@rapporteur": "20310601 CONFIRMED",
		"p4year@rapporteur": "to do, NEEDS-ACTION", "p5before@rapporteur": "to do, NEEDS-ACTION", "p6none@rapporteur": "to do, NEEDS-ACTION", "p7wrong@rapporteur": "to do, NEEDS-ACTION",
	}
	for id, w := range want {
		if got[id] != w {
			t.Errorf("%s: %q, want %q", id, got[id], w)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d plans, want %d: %v", len(got), len(want), got)
	}
}

func TestEveryPlanHasItsSentence(t *testing.T) {
	cal, err := ical.ParseCalendar(bytes.NewReader(written(t, publishtest.Rich())))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range cal.Events() {
		said := ical.FromText(e.GetProperty(ical.ComponentPropertyDescription).Value)
		if e.Id() == "ev1@rapporteur" && !strings.Contains(said, "Ilvane Courier, Mon 12 May 2031: Foreign Minister Mira Toland of Veldamar will meet") {
			t.Errorf("%s has the description %q", e.Id(), said)
		}
		if e.Id() == "ev1@rapporteur" && e.GetProperty(ical.ComponentPropertyUrl).Value != "https://courier.example/2031/05/12/toland" {
			t.Errorf("%s has no address of its report", e.Id())
		}
	}
}

// TestPythonReadsHostilePlans reads, with icalendar, what tries to break out of
// its line.
func TestPythonReadsHostilePlans(t *testing.T) {
	r := plans()
	for i := range r.Events {
		r.Events[i].Label = "x\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR\nATTACH:http://x;,\\n" + publishtest.Attack + strings.Repeat("ü€😀", 40) + "\x00\xff"
		r.Events[i].Class = r.Events[i].Label
	}
	attack := "javascript:alert(1)"
	r.Reports[0].URL = &attack
	const script = `
import json, sys
from icalendar import Calendar
cals = Calendar.from_ical(sys.stdin.buffer.read(), multiple=True)
assert len(cals) == 1, len(cals)
out = []
for c in cals[0].walk():
    assert not c.errors, c.errors
    if c.name in ('VEVENT', 'VTODO'):
        start = c.get('dtstart')
        out.append({'id': str(c['uid']), 'start': start.dt.isoformat() if start else '', 'words': str(c['summary']), 'keys': sorted(c.keys())})
print(json.dumps(out))
`
	var got []struct {
		ID, Start, Words string
		Keys             []string
	}
	if err := json.Unmarshal([]byte(exporttest.Python(t, "icalendar", script, written(t, r), nil)), &got); err != nil {
		t.Fatal(err)
	}
	if len(got) != 11 {
		t.Errorf("%d plans, want 11", len(got))
	}
	allowed := []string{"CATEGORIES", "DESCRIPTION", "DTEND", "DTSTAMP", "DTSTART", "LOCATION", "STATUS", "SUMMARY", "TRANSP", "UID", "URL"}
	for _, e := range got {
		for _, k := range e.Keys {
			if !slices.Contains(allowed, k) {
				t.Errorf("%s has a property %s: the words have broken out", e.ID, k)
			}
		}
		if e.ID == "p2clock@rapporteur" && e.Start != "2031-05-20T14:30:00" {
			t.Errorf("%s starts at %s", e.ID, e.Start)
		}
	}
}

func TestNoLineIsTooLong(t *testing.T) {
	for line := range strings.SplitSeq(string(written(t, publishtest.Hostile()))+string(written(t, plans())), "\r\n") {
		if len(line) > maxLine || !utf8.ValidString(line) || strings.ContainsAny(line, "\n\r\x00") {
			t.Errorf("a line of %d bytes: %q", len(line), line)
		}
	}
}

// FuzzLine: any words come back from a folded line.
func FuzzLine(f *testing.F) {
	for _, s := range []string{"", "a;b,c\\n", "line\nline\r\n", strings.Repeat("€", 100), "\x00\xff\u202e"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var b bytes.Buffer
		w := newWriter(&b)
		w.words("SUMMARY", s)
		if err := w.flush(); err != nil {
			t.Fatal(err)
		}
		for line := range strings.SplitSeq(strings.TrimSuffix(b.String(), "\r\n"), "\r\n") {
			if len(line) > maxLine || !utf8.ValidString(line) {
				t.Errorf("a line of %d bytes: %q", len(line), line)
			}
		}
		unfolded := strings.ReplaceAll(strings.TrimSuffix(b.String(), "\r\n"), "\r\n ", "")
		want := strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\r\n", "\n")
		want = strings.Map(func(r rune) rune {
			if r != '\n' && unicode.IsControl(r) {
				return -1
			}
			return r
		}, want)
		if back := ical.FromText(strings.TrimPrefix(unfolded, "SUMMARY:")); back != want {
			t.Errorf("%q came back as %q", s, back)
		}
	})
}
