package gdelt

import (
	"bytes"
	"encoding/csv"
	"os"
	"strconv"
	"strings"
	"testing"

	"rapporteur/internal/news"
	"rapporteur/internal/publish/export/exporttest"
	"rapporteur/internal/publish/publishtest"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

func read(t *testing.T, r *record.Record) (rows []map[string]string) {
	t.Helper()
	src := exporttest.Of(t, r, store.Filter{})
	in := csv.NewReader(bytes.NewReader(exporttest.Bytes(t, func(b *bytes.Buffer) error { return Write(b, src) })))
	in.Comma, in.LazyQuotes = '\t', true
	all, err := in.ReadAll() // wants as many cells in every row
	if err != nil {
		t.Fatal(err)
	}
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, c := range cells {
			row[all[0][i]] = c
		}
		rows = append(rows, row)
	}
	return rows
}

func TestColumnsAreThoseOfGDELT(t *testing.T) {
	if len(columns) != 61+8 || columns[0] != "GlobalEventID" || columns[26] != "EventCode" || columns[60] != "SOURCEURL" {
		t.Errorf("%d columns, %s, %s, %s", len(columns), columns[0], columns[26], columns[60])
	}
}

func TestRowsOfEvents(t *testing.T) {
	byEvent := map[string][]map[string]string{}
	ids := map[string]bool{}
	for _, row := range read(t, publishtest.Rich()) {
		byEvent[row["RecordID"]] = append(byEvent[row["RecordID"]], row)
		if _, err := strconv.ParseInt(row["GlobalEventID"], 10, 64); err != nil || ids[row["GlobalEventID"]] {
			t.Errorf("an event has the number %q, or it stands twice", row["GlobalEventID"])
		}
		ids[row["GlobalEventID"]] = true
		for _, unknown := range []string{"GoldsteinScale", "AvgTone", "Actor1CountryCode", "ActionGeo_Lat", "IsRootEvent"} {
			if row[unknown] != "" {
				t.Errorf("%s is made up: %q", unknown, row[unknown])
			}
		}
	}
	for _, id := range []string{"ev1", "ev3", "ev7"} { // put off, called off, denied
		if byEvent[id] != nil {
			t.Errorf("%s did not happen and has a row", id)
		}
	}
	for name, want := range map[string]string{"Actor1Name": "Mira Toland", "Actor2Name": "Josef Harn", "EventCode": "040", "EventRootCode": "04", "QuadClass": "1", "Day": "20310516", "Year": "2031",
		"FractionDate": "2031.4548", "NumArticles": "1", "ActionGeo_Fullname": "Ilvane", "PloverType": "CONSULT", "Status": "held", "Sentence": "Mira Toland and Joseph Harn met in Ilvane on Friday."} {
		if got := byEvent["ev2"][0][name]; got != want {
			t.Errorf("ev2: %s is %q, want %q", name, got, want)
		}
	}
	if row := byEvent["ev4"][0]; row["EventCode"] != "036" || row["Day"] != "" || row["MonthYear"] != "203106" {
		t.Errorf("a meeting that may be in June: %v", row)
	}
	if row := byEvent["ev6"][0]; row["EventCode"] != "" || row["QuadClass"] != "4" || row["History"] != "true" {
		t.Errorf("fighting of no known sort: %v", row)
	}
	if row := byEvent["ev9"][0]; row["Actor1Name"] != "Veldamar" || row["Actor2Name"] != "Karsk" {
		t.Errorf("an exchange: %v", row)
	}
}

func TestHostileWordsStayInTheirCells(t *testing.T) {
	r := publishtest.Hostile()
	r.Events[0].Class = "A\tB\nC\r\x00" + publishtest.Attack
	held := news.Held
	r.Events[0].Status = &held
	rows := read(t, r)
	if len(rows) != 1 || rows[0]["RecordID"] != "ev1" {
		t.Errorf("%v", rows)
	}
}

func TestManyParties(t *testing.T) {
	r := publishtest.Rich()
	held := news.Held
	e := record.Event{Type: record.KindEvent, ID: "many", Class: "CONSULT", Status: &held}
	for i := range 1000 {
		e.Participants = append(e.Participants, record.Participant{Party: record.Party{Text: strconv.Itoa(i)}, Role: news.Actor})
	}
	r.Events = []record.Event{e}
	if n := len(read(t, r)); n != maxParties*(maxParties-1)/2 {
		t.Errorf("%d rows", n)
	}
}

// TestEveryTypeHasALine: what the annotator can find, the table knows.
func TestEveryTypeHasALine(t *testing.T) {
	b, err := os.ReadFile("../../../annotate/event/data/triggers.txt")
	if err != nil {
		t.Fatal(err)
	}
	seen := 0
	for line := range strings.Lines(string(b)) {
		part := strings.Split(line, "|")
		if line[0] == '#' || len(part) < 4 {
			continue
		}
		class := strings.TrimSpace(part[2])
		if seen++; codes()[[2]string{class, ""}].quad == "" {
			t.Errorf("cameo.txt has no line for %q", class)
		}
	}
	if seen < 50 {
		t.Errorf("only %d triggers were looked at", seen)
	}
}

func TestCodes(t *testing.T) {
	planned := news.Planned
	for _, test := range []struct {
		class, mode string
		status      *news.Status
		want        [4]string
	}{
		{"CONSULT", "visit", nil, [4]string{"042", "042", "04", "1"}},
		{"CONSULT", "unheard of", nil, [4]string{"040", "040", "04", "1"}},
		{"RETREAT", "ceasefire", nil, [4]string{"0871", "087", "08", "2"}},
		{"ASSAULT", "", nil, [4]string{"", "", "", "4"}},
		{"ASSAULT", "", &planned, [4]string{"", "", "", ""}},
		{"AID", "", &planned, [4]string{"033", "033", "03", "1"}},
		{"NONSENSE", "", nil, [4]string{"", "", "", ""}},
	} {
		a, b, c, d := codeOf(test.class, test.mode, test.status)
		if got := [4]string{a, b, c, d}; got != test.want {
			t.Errorf("%s %s: %v, want %v", test.class, test.mode, got, test.want)
		}
	}
	for txt, want := range map[string]string{"A|b|1": "3 columns", "A| |1||1\nA||2||1": "stands twice", "A|b|1||": "no quad"} {
		if _, err := readCodes(txt); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", txt, err, want)
		}
	}
}
