package api

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/publish/publishtest"
	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

// serving gives the API over a record, and the store behind it.
func serving(t testing.TB, r *record.Record) (http.Handler, *shelf.Shelf, *store.Memory) {
	t.Helper()
	m := store.NewMemory()
	if _, err := m.PutRecord(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	s, err := shelf.Open(context.Background(), m)
	if err != nil {
		t.Fatal(err)
	}
	return New(s, nil), s, m
}

func ask(h http.Handler, address string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", address, nil))
	return w
}

// got reads an answer into v, and holds it to a status.
func got(t *testing.T, h http.Handler, address string, status int, v any) {
	t.Helper()
	w := ask(h, address)
	if w.Code != status {
		t.Fatalf("%s: status %d, want %d: %s", address, w.Code, status, w.Body)
	}
	if err := json.Unmarshal(w.Body.Bytes(), v); err != nil {
		t.Fatalf("%s: %v in %s", address, err, w.Body)
	}
}

type answer struct {
	Items []map[string]any `json:"items"`
	Total int              `json:"total"`
	Next  *string          `json:"next"`
}

func (a answer) ids() (out []string) {
	for _, it := range a.Items {
		out = append(out, it["id"].(string))
	}
	return out
}

// A list gives the lines of the record, byte for byte those of an export.
func TestListsAreTheRecord(t *testing.T) {
	r := publishtest.Rich()
	h, _, _ := serving(t, r)
	for _, l := range lists {
		var p page
		got(t, h, Prefix+l.name+"?limit=500", 200, &p)
		var want []string
		for line := range r.Lines() {
			if line.Kind() == l.kind {
				raw, err := marshal(line)
				if err != nil {
					t.Fatal(err)
				}
				want = append(want, string(raw))
			}
		}
		if p.Total != len(want) || len(p.Items) != len(want) {
			t.Errorf("%s: %d of %d lines, want %d", l.name, len(p.Items), p.Total, len(want))
			continue
		}
		for i := range want {
			if string(p.Items[i]) != want[i] {
				t.Errorf("%s: line %d is %s, want %s", l.name, i, p.Items[i], want[i])
			}
		}
	}
}

func TestFilters(t *testing.T) {
	h, _, _ := serving(t, publishtest.Rich())
	for address, want := range map[string]string{
		"quotes?entity=Lia+Sund":                    "q2",
		"quotes?entity=sund":                        "q2",
		"events?since=2031-05-16&until=2031-05-16":  "ev2 ev7",
		"positions?entity=harn":                     "po3",
		"reports?outlet=HARBOUR+GAZETTE":            "r2",
		"search?q=nobody&type=quote":                "q2",
		"search?status=cancelled":                   "ev3",
		"search?q=harbour&entity=Lia+Sund":          "r5 q2",
		"figures?since=2031-05-15&until=2031-05-16": "f3",
		"changes?since=2031-05-16&type=position":    "po3",
		"changes?since=2031-05-16&entity=harn":      "po3 ev2 d3 d4 r4",
		"changes?since=2031-05-16&change=passed":    "",
		"search?by=Mira+Toland&type=quote":          "q1",
		"search?by=karsk&q=harbour":                 "po3 po2",
		"search?by=karsk&entity=harn":               "po3",
		"changes?since=2032":                        "",
	} {
		var a answer
		got(t, h, Prefix+address, 200, &a)
		if ids := strings.Join(a.ids(), " "); ids != want || a.Total != len(a.Items) {
			t.Errorf("%s: got %q, want %q", address, ids, want)
		}
	}
}

// Pages joined are the whole, whatever their size.
func TestCursors(t *testing.T) {
	h, _, _ := serving(t, publishtest.Large(30))
	var whole answer
	got(t, h, Prefix+"events?limit=500", 200, &whole)
	for _, limit := range []int{1, 7, 59, 60, 61} {
		var ids []string
		address := fmt.Sprintf("%sevents?limit=%d", Prefix, limit)
		for next := address; next != ""; {
			var a answer
			got(t, h, next, 200, &a)
			if a.Total != whole.Total {
				t.Fatalf("limit %d: a total of %d, want %d", limit, a.Total, whole.Total)
			}
			ids = append(ids, a.ids()...)
			if next = ""; a.Next != nil {
				next = address + "&cursor=" + *a.Next
			}
		}
		if !slices.Equal(ids, whole.ids()) {
			t.Errorf("limit %d: %d lines, want %d", limit, len(ids), len(whole.Items))
		}
	}
}

func TestACursorOutlivesNoRecord(t *testing.T) {
	h, s, m := serving(t, publishtest.Large(10))
	var a answer
	got(t, h, Prefix+"events?limit=3", 200, &a)
	if _, err := m.PutRecord(context.Background(), publishtest.Large(12)); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Renew(context.Background()); err != nil {
		t.Fatal(err)
	}
	var p Problem
	got(t, h, Prefix+"events?limit=3&cursor="+*a.Next, http.StatusGone, &p)
	if p.Type != urn+"record-changed" {
		t.Errorf("got %+v", p)
	}
}

func TestBadQuestions(t *testing.T) {
	h, _, _ := serving(t, publishtest.Rich())
	long := strings.Repeat("a", maxValue+1)
	var a answer
	got(t, h, Prefix+"events?limit=2", 200, &a)
	for _, test := range []struct {
		address, param, allowed string
		status                  int
	}{
		{"quotes?speaker=x", "speaker", "entity", 400},
		{"quotes?%3Cscript%3E=x", "<script>", "entity", 400},
		{"quotes?limit=0", "limit", "1 to 500", 400},
		{"quotes?limit=501", "limit", "1 to 500", 400},
		{"quotes?limit=99999999999999999999", "limit", "1 to 500", 400},
		{"quotes?limit=1&limit=2", "limit", "", 400},
		{"quotes?since=yesterday", "since", "2025-02", 400},
		{"quotes?entity=" + long, "entity", "", 400},
		{"quotes?entity=%ff", "entity", "", 400},
		{"quotes?entity=%00", "entity", "", 400},
		{"quotes?entity=%zz", "query", "", 400},
		{"quotes?story=nothing", "story", "", 400},
		{"quotes?cursor=!!", "cursor", "", 400},
		{"quotes?cursor=LTF8YXxi", "cursor", "", 400},
		{"quotes?cursor=" + *a.Next, "cursor", "", 400},
		{"events?limit=2&entity=toland&cursor=" + *a.Next, "cursor", "", 400},
		{"search?q=x&type=time", "type", "quote", 400},
		{"search?by=Nobody+At+All", "by", "", 400},
		{"search?q=x&status=over", "status", "held", 400},
		{"search?q=!!", "q", "", 400},
		{"search?q=" + strings.Repeat("a+", 100), "", "", 200},
		{"search?q=" + url.QueryEscape(`" OR 1=1 --; DROP TABLE line; */ ( * `+"\u202e"), "", "", 200},
		{"changes", "since", "2025-02-17", 400},
		{"changes?since=lately", "since", "2025-02-17", 400},
		{"changes?since=2031&change=better", "change", "passed", 400},
		{"changes?since=2031&type=time", "type", "difference", 400},
		{"changes?since=2031&until=2032", "until", "since", 400},
		{"changes?since=2031&cursor=" + *a.Next, "cursor", "", 400},
		{"quotes/none", "", "", 404},
		{"quotes/q1?x=1", "x", "", 400},
		{"quotes/r1", "", "", 404},
		{"nothing", "", "/api/v1/quotes", 404},
	} {
		w := ask(h, Prefix+test.address)
		if w.Code != test.status {
			t.Errorf("%.60s: status %d, want %d: %s", test.address, w.Code, test.status, w.Body)
			continue
		}
		if test.status == 200 {
			continue
		}
		var p Problem
		if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || w.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("%.60s: no problem details: %s", test.address, w.Body)
		}
		if p.Parameter != test.param || p.Status != test.status || p.Title == "" || p.Detail == "" {
			t.Errorf("%.60s: got %+v", test.address, p)
		}
		if test.allowed != "" && !slices.Contains(p.Allowed, test.allowed) {
			t.Errorf("%.60s: %q is not among the allowed: %q", test.address, test.allowed, p.Allowed)
		}
	}
}

// A page of endless lines ends before it fills the memory, and goes on.
func TestLongLinesEndAPageEarly(t *testing.T) {
	r := &record.Record{}
	for i := range 5 {
		title := strings.Repeat("t", 5<<20)
		r.Reports = append(r.Reports, record.Report{Type: "report", ID: record.ID(fmt.Sprint("r", i)), Title: &title})
	}
	h, _, _ := serving(t, r)
	var a answer
	got(t, h, Prefix+"reports", 200, &a)
	if a.Total != 5 || len(a.Items) != 2 || a.Next == nil {
		t.Errorf("%d of %d lines, next %v", len(a.Items), a.Total, a.Next)
	}
}

func FuzzQuery(f *testing.F) {
	for _, s := range []string{"limit=2&cursor=MnxhfGI", "q=a%00&type=quote", "since=2031-05&until=2030", "%zz", "entity=Toland"} {
		f.Add(s)
	}
	h, _, _ := serving(f, publishtest.Rich())
	f.Fuzz(func(t *testing.T, query string) {
		for _, list := range []string{"quotes", "search", "changes"} {
			r := httptest.NewRequest("GET", Prefix+list, nil)
			r.URL.RawQuery = query
			w := httptest.NewRecorder()
			h.ServeHTTP(w, r)
			if w.Code != 200 && w.Code != 400 && w.Code != 410 {
				t.Errorf("%s?%s: status %d", list, query, w.Code)
			}
			if !json.Valid(w.Body.Bytes()) {
				t.Errorf("%s?%s: no JSON", list, query)
			}
		}
	})
}
