package mcp

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"rapporteur/internal/publish/publishtest"
	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

func shelved(t testing.TB, r *record.Record) *shelf.Shelf {
	t.Helper()
	m := store.NewMemory()
	if _, err := m.PutRecord(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	s, err := shelf.Open(context.Background(), m)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// connected is a client of the protocol's own library, in one process with the server.
func connected(t testing.TB, r *record.Record) *sdk.ClientSession {
	t.Helper()
	here, there := sdk.NewInMemoryTransports()
	if _, err := New(shelved(t, r), "test").Connect(context.Background(), there, nil); err != nil {
		t.Fatal(err)
	}
	c, err := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil).Connect(context.Background(), here, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

// call calls a tool and reads its answer into v; the text of a refusal comes back.
func call(t testing.TB, c *sdk.ClientSession, tool string, args map[string]any, v any) (refused string) {
	t.Helper()
	res, err := c.CallTool(context.Background(), &sdk.CallToolParams{Name: tool, Arguments: args})
	if err != nil {
		return err.Error()
	}
	text := res.Content[0].(*sdk.TextContent).Text
	if res.IsError {
		return text
	}
	if err := json.Unmarshal([]byte(text), v); err != nil {
		t.Fatalf("%s: %v in %s", tool, err, text)
	}
	return ""
}

func TestToolsOnlyRead(t *testing.T) {
	c := connected(t, publishtest.Rich())
	list, err := c.ListTools(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, tool := range list.Tools {
		names = append(names, tool.Name)
		if tool.Annotations == nil || !tool.Annotations.ReadOnlyHint || tool.Description == "" {
			t.Errorf("%s does not say that it only reads, or nothing", tool.Name)
		}
	}
	if want := []string{"changes", "entity", "report", "search", "statement", "statements", "story"}; !slices.Equal(names, want) {
		t.Errorf("tools: %v, want %v", names, want)
	}
	if in := c.InitializeResult().Instructions; !strings.Contains(in, "never instructions") {
		t.Errorf("instructions: %q", in)
	}
}

// founded holds every line of a page to the reports: its sentences name one,
// and the words at its offsets are those that are quoted.
func founded(t *testing.T, r *record.Record, tool string, lines []Line) {
	t.Helper()
	if len(lines) == 0 {
		t.Errorf("%s: no lines", tool)
	}
	for _, l := range lines {
		if l.ID == "" || l.Type == "" || l.Says == "" {
			t.Errorf("%s: a line without id, type or words: %+v", tool, l)
		}
		if len(l.Sentences) == 0 && l.Type != record.KindEntity && l.Type != record.KindStory {
			t.Errorf("%s: %s has no sentence", tool, l.ID)
		}
		for _, s := range l.Sentences {
			at := slices.IndexFunc(r.Reports, func(p record.Report) bool { return string(p.ID) == s.Report })
			if l.Type == record.KindReport {
				s.Words = s.Sentence // its beginning
			}
			if at < 0 || s.Outlet == "" || s.Sentence == "" || plain(r.Reports[at].Text[s.Start:s.End]) != s.Words {
				t.Errorf("%s: %s leans on %+v, which is not there", tool, l.ID, s)
			}
		}
	}
}

func TestEveryAnswerHasItsSentence(t *testing.T) {
	r := publishtest.Rich()
	c := connected(t, r)
	var p Page
	if no := call(t, c, "search", map[string]any{"query": "harbour"}, &p); no != "" || p.Total < 5 {
		t.Fatalf("search: %s, %d lines", no, p.Total)
	}
	founded(t, r, "search", p.Lines)
	var b Brief
	if no := call(t, c, "story", map[string]any{"id": "st1"}, &b); no != "" {
		t.Fatal(no)
	}
	founded(t, r, "story", slices.Concat(b.Events, b.Positions, b.Quotes, b.Figures, b.Differences))
	if b.Label == "" || len(b.Glance) == 0 || slices.ContainsFunc(b.Quotes, func(l Line) bool { return l.ID == "q5" }) {
		t.Errorf("story: %+v", b)
	}
	var e Entity
	if no := call(t, c, "entity", map[string]any{"name": "mira toland"}, &e); no != "" || e.ID != "toland" || len(e.Offices) != 1 || len(e.Offices[0].Sentences) != 1 {
		t.Errorf("entity: %s, %+v", no, e)
	}
	founded(t, r, "entity", e.Told.Lines)
	var ps Page
	if no := call(t, c, "statements", map[string]any{"type": "position", "entity": "Karsk", "limit": 2}, &ps); no != "" || ps.Total != 4 || len(ps.Lines) != 2 || ps.More != 2 {
		t.Errorf("statements: %s, %+v", no, ps)
	}
	founded(t, r, "statements", ps.Lines)
	var s Statement
	if no := call(t, c, "statement", map[string]any{"id": "ev1"}, &s); no != "" || len(s.Sentences) != 3 || len(s.Differs) != 1 || s.Rule == "" {
		t.Errorf("statement: %s, %+v", no, s)
	}
	founded(t, r, "statement", append(s.Differs, s.Line))
	var n News
	if no := call(t, c, "changes", map[string]any{"since": "2031-05-14"}, &n); no != "" || n.Total == 0 || n.Changes[0].Sentence == nil {
		t.Errorf("changes: %s, %+v", no, n)
	}
}

func TestAReportAroundAPlace(t *testing.T) {
	r := publishtest.Rich()
	c := connected(t, r)
	text := r.Reports[slices.IndexFunc(r.Reports, func(p record.Report) bool { return p.ID == "r1" })].Text
	at := strings.Index(text, "demands the return")
	var p Report
	if no := call(t, c, "report", map[string]any{"id": "r1", "start": at}, &p); no != "" {
		t.Fatal(no)
	}
	if p.Quoted != text[p.Start:p.End] || p.Start > at || p.End < at || p.Outlet != "Ilvane Courier" || p.Published != "2031-05-12" {
		t.Errorf("%+v", p)
	}
	if !slices.ContainsFunc(p.Says, func(l Line) bool { return l.ID == "po1" }) {
		t.Errorf("the position there is not told: %+v", p.Says)
	}
	long := publishtest.Rich()
	for i := range long.Reports {
		if long.Reports[i].ID == "r1" {
			long.Reports[i].Text += strings.Repeat("ü", 20000)
		}
	}
	c = connected(t, long)
	for _, at := range []int{0, 5001, 20000, 39000} {
		if no := call(t, c, "report", map[string]any{"id": "r1", "start": at}, &p); no != "" || p.Start > at || p.End < at || p.End-p.Start > partBytes+8 || strings.ContainsRune(p.Quoted, '\uFFFD') {
			t.Errorf("around %d: %s, %d-%d", at, no, p.Start, p.End)
		}
	}
}

func TestStoriesAreListed(t *testing.T) {
	var b Brief
	if no := call(t, connected(t, publishtest.Rich()), "story", nil, &b); no != "" || b.Total != 2 || len(b.Stories) != 2 || b.Stories[0].ID != "st1" {
		t.Errorf("%s, %+v", no, b)
	}
}

func TestRefusalsSayWhatWouldBeUnderstood(t *testing.T) {
	c := connected(t, publishtest.Rich())
	for _, test := range []struct {
		tool string
		args map[string]any
		want string
	}{
		{"search", map[string]any{"query": "x", "type": "opinion"}, "understood would be: report, story"},
		{"search", map[string]any{"limit": 1000}, "no number from 1 to 50"},
		{"search", map[string]any{"query": strings.Repeat("a", 500)}, "at most 400 bytes"},
		{"search", map[string]any{"unheard": 1}, "unheard"},
		{"search", map[string]any{"query": 7}, "query"},
		{"search", map[string]any{"entity": strings.Repeat("a", 500)}, "longer than 400 bytes"},
		{"story", map[string]any{"id": "none"}, "no story has this id"},
		{"story", map[string]any{"skip": -1}, "skip"},
		{"entity", map[string]any{"name": "nobody"}, "no entity has this id"},
		{"entity", map[string]any{"name": " "}, "it is missing"},
		{"entity", nil, "name"},
		{"statements", map[string]any{"type": "quotes"}, "quote, position, event, figure, difference"},
		{"statement", map[string]any{"id": "r1"}, "no statement has this id"},
		{"report", map[string]any{"id": "q1"}, "no report has this id"},
		{"report", map[string]any{"id": "r1", "start": 1 << 30}, "the text has the bytes 0 to"},
		{"changes", map[string]any{"since": "soon"}, "2025-02-17"},
		{"delete", nil, "delete"},
	} {
		if no := call(t, c, test.tool, test.args, new(any)); !strings.Contains(no, test.want) {
			t.Errorf("%s %v: %q, want %q", test.tool, test.args, no, test.want)
		}
	}
}

func TestHostileReportsAreAnswered(t *testing.T) {
	r := publishtest.Hostile()
	c := connected(t, r)
	for tool, args := range map[string]map[string]any{"search": {"query": "script"}, "story": {"id": "st1"}, "entity": {"name": "e1"}, "statements": {"type": "quote"}, "statement": {"id": "ev1"}, "report": {"id": "r1"}, "changes": {"since": "2031"}} {
		var answer json.RawMessage
		if no := call(t, c, tool, args, &answer); no != "" {
			t.Errorf("%s: %s", tool, no)
		}
		if tool != "report" && bytes.ContainsRune(answer, '\u202e') {
			t.Errorf("%s turns the direction of what follows", tool)
		}
		if bytes.Contains(answer, []byte(`"link":"javascript:`)) {
			t.Errorf("%s has a link that runs", tool)
		}
	}
}

// FuzzServe sends any bytes down the connection: the server answers or ends,
// and never panics or hangs.
func FuzzServe(f *testing.F) {
	const hello = `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"x","version":"1"}}}` + "\n" + `{"jsonrpc":"2.0","method":"notifications/initialized"}` + "\n"
	for _, s := range []string{"", "{}", "[]", "null", "\x00\xff", strings.Repeat("[", 10000), `{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"search","arguments":{"query":"harbour"}}}`,
		`{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"report","arguments":{"id":"r1","start":-1}}}`, `{"jsonrpc":"2.0","id":{},"method":5}`, `{"jsonrpc":"2.0","id":3,"method":"tools/call","params":7}`} {
		f.Add(s)
	}
	sh := shelved(f, publishtest.Rich())
	f.Fuzz(func(t *testing.T, s string) {
		ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		Serve(ctx, New(sh, "test"), strings.NewReader(hello+s+"\n"), io.Discard) // how it ends is the client's affair
		if ctx.Err() != nil {
			t.Errorf("no end after %q", s)
		}
	})
}
