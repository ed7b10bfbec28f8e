package api

import (
	"archive/zip"
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	ical "github.com/arran4/golang-ical"
	"github.com/mmcdole/gofeed/atom"

	"rapporteur/internal/publish/export"
	"rapporteur/internal/publish/export/source"
	"rapporteur/internal/publish/publishtest"
	"rapporteur/internal/store"
)

// TestExportsAreThoseOfTheCommand: each format comes over the API byte for byte
// as it is written elsewhere, under its type, as a file.
func TestExportsAreThoseOfTheCommand(t *testing.T) {
	h, s, _ := serving(t, publishtest.Rich())
	for _, f := range export.Formats {
		for _, types := range []string{"", "quote"} {
			if types != "" && f.Refuses([]string{types}) != "" {
				var p Problem
				got(t, h, Prefix+"export?format="+f.Name+"&type="+types, 400, &p)
				if p.Parameter != "type" {
					t.Errorf("%s of %q: %+v", f.Name, types, p)
				}
				continue
			}
			filter := store.Filter{Story: "st1"}
			if types != "" {
				filter.Types = []string{types}
			}
			var want bytes.Buffer
			if err := f.Write(&want, source.New(context.Background(), s.Current(), filter)); err != nil {
				t.Fatal(err)
			}
			w := ask(h, Prefix+"export?story=st1&format="+f.Name+"&type="+types)
			if w.Code != 200 || !bytes.Equal(w.Body.Bytes(), want.Bytes()) {
				t.Errorf("%s of %q: status %d, %d bytes, want %d", f.Name, types, w.Code, w.Body.Len(), want.Len())
			}
			media := f.Media
			if f.Tabular() && types == "" {
				media = "application/zip"
			}
			if got := w.Header().Get("Content-Type"); got != media || !strings.HasPrefix(w.Header().Get("Content-Disposition"), "attachment; ") {
				t.Errorf("%s of %q is %s, %s", f.Name, types, got, w.Header().Get("Content-Disposition"))
			}
		}
	}
	b := ask(h, Prefix+"export?format=csv&type=quote,event").Body.Bytes()
	if z, err := zip.NewReader(bytes.NewReader(b), int64(len(b))); err != nil || len(z.File) != 3 {
		t.Errorf("two tables: %v", err)
	}
}

func TestExportsRefuseWhatMakesNoSense(t *testing.T) {
	h, _, _ := serving(t, publishtest.Rich())
	for address, param := range map[string]string{"export": "format", "export?format=xml": "format", "export?format=csv&type=quotes": "type", "export?format=csv&story=none": "story",
		"export?format=csv&since=soon": "since", "export?format=csv&limit=1": "limit"} {
		var p Problem
		got(t, h, Prefix+address, 400, &p)
		if p.Parameter != param || p.Detail == "" {
			t.Errorf("%s: %+v", address, p)
		}
	}
}

func TestFeedsAndCalendars(t *testing.T) {
	h, _, _ := serving(t, publishtest.Rich())
	for address, want := range map[string]string{"/stories/st1.atom": "urn:rapporteur:quote:q1", "/entities/toland.atom": "urn:rapporteur:event:ev2", "/search.atom?q=harbour&type=quote": "urn:rapporteur:quote:q2"} {
		w := ask(h, address)
		f, err := (&atom.Parser{}).Parse(w.Body)
		if err != nil || w.Header().Get("Content-Type") != "application/atom+xml" {
			t.Fatalf("%s: %v, %s", address, err, w.Header().Get("Content-Type"))
		}
		found := false
		for _, e := range f.Entries {
			found = found || e.ID == want
			if e.ID == "urn:rapporteur:report:r6" {
				t.Errorf("%s has the report of another story", address)
			}
		}
		if !found || f.ID == "" || f.Title == "" {
			t.Errorf("%s: %d entries without %s, id %q, title %q", address, len(f.Entries), want, f.ID, f.Title)
		}
	}
	for address, want := range map[string]int{"/stories/st1.ics": 3, "/stories/st2.ics": 0, "/search.ics?status=planned": 1} {
		cal, err := ical.ParseCalendar(ask(h, address).Body)
		if err != nil || len(cal.Events()) != want {
			t.Errorf("%s: %v, %d entries, want %d", address, err, len(cal.Events()), want)
		}
	}
	for address, status := range map[string]int{"/stories/none.atom": 404, "/stories/toland.atom": 404, "/entities/st1.ics": 404, "/stories/st1.xml": 404, "/other.atom": 404, "/stories/st1.atom?x=1": 400, "/search.atom?type=x": 400} {
		var p Problem
		got(t, h, address, status, &p)
	}
}

// TestFieldsAreDescribed: what a field means stands in the description of the API.
func TestFieldsAreDescribed(t *testing.T) {
	d := described(t)
	for _, at := range [][]string{{"Quote", "speaker"}, {"Quote", "confidence"}, {"Evidence", "start"}, {"Participant", "text"}, {"Report", "published"}} {
		if words, _ := dig(d, "components", "schemas", at[0], "properties", at[1], "description").(string); words == "" {
			t.Errorf("nothing is said of %s.%s", at[0], at[1])
		}
	}
}

// paced is a connection that notes how long it may take.
type paced struct {
	*httptest.ResponseRecorder
	until time.Time
}

func (p *paced) SetWriteDeadline(t time.Time) error {
	p.until = t
	return nil
}

// TestALongExportMayTakeItsTime: the bound of a server on all answers does not
// cut an export, as long as the reader goes on reading.
func TestALongExportMayTakeItsTime(t *testing.T) {
	h, _, _ := serving(t, publishtest.Rich())
	w := &paced{ResponseRecorder: httptest.NewRecorder()}
	h.ServeHTTP(w, httptest.NewRequest("GET", Prefix+"export?format=jsonl", nil))
	if left := time.Until(w.until); left < patience/2 || left > patience {
		t.Errorf("the reader has %v for the next stretch", left)
	}
}

// failing is a place to write that ends.
type failing struct{ http.ResponseWriter }

func (failing) Write([]byte) (int, error) { return 0, http.ErrHandlerTimeout }

func TestACutExportIsNoWholeOne(t *testing.T) {
	h, _, _ := serving(t, publishtest.Rich())
	defer func() {
		if recover() != http.ErrAbortHandler {
			t.Error("the connection goes on after an export that could not be written")
		}
	}()
	h.ServeHTTP(failing{httptest.NewRecorder()}, httptest.NewRequest("GET", Prefix+"export?format=jsonl", nil))
}
