package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestTranscriptOfMCP holds docs/mcp.md to the program: under each question of
// the mcp block stands the answer. `make transcript` writes it anew.
func TestTranscriptOfMCP(t *testing.T) {
	const file = "../../docs/mcp.md"
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	page := string(b)
	report := partBetween(t, page, "holds this page to the program.\n\n```json\n", "\n```")
	block := partBetween(t, page, "```mcp\n", "```")
	got := answered(t, report, block)
	if got == block {
		return
	}
	if os.Getenv("UPDATE_TRANSCRIPT") == "" {
		t.Fatalf("docs/mcp.md shows\n%s\nthe program answers\n%s\n(make transcript writes it anew)", block, got)
	}
	if err := os.WriteFile(file, []byte(strings.Replace(page, block, got, 1)), 0o644); err != nil {
		t.Fatal(err)
	}
}

func partBetween(t *testing.T, s, begin, end string) string {
	t.Helper()
	_, rest, ok := strings.Cut(s, begin)
	in, _, closed := strings.Cut(rest, end)
	if !ok || !closed {
		t.Fatalf("docs/mcp.md has no part from %q to %q", begin, end)
	}
	return in
}

// answered puts the questions of a block to the program that has read a report,
// and sets each answer under its question.
func answered(t *testing.T, report, block string) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "ferry.json"), []byte(report), 0o644); err != nil {
		t.Fatal(err)
	}
	db := filepath.Join(dir, "ferry.db")
	var out, trouble bytes.Buffer
	if code := run([]string{"read", "--db", db, filepath.Join(dir, "ferry.json")}, streams{strings.NewReader(""), &out, &trouble}); code != exitOK {
		t.Fatalf("read: %d, %s", code, &trouble)
	}
	var questions []string
	for line := range strings.Lines(block) {
		if q, ok := strings.CutPrefix(line, "→ "); ok {
			questions = append(questions, q)
		}
	}
	out.Reset()
	if code := run([]string{"mcp", "--db", db}, streams{strings.NewReader(strings.Join(questions, "")), &out, &trouble}); code != exitOK {
		t.Fatalf("mcp: %d, %s", code, &trouble)
	}
	answers := map[int]string{}
	for line := range strings.Lines(out.String()) {
		answers[numberOf(t, line)] = line
	}
	var told strings.Builder
	for _, q := range questions {
		told.WriteString("→ " + q)
		if n := numberOf(t, q); n > 0 {
			told.WriteString("← " + answers[n])
		}
	}
	return told.String()
}

// numberOf is the id of a question or answer; 0 for none.
func numberOf(t *testing.T, line string) int {
	t.Helper()
	var m struct{ ID int }
	if err := json.Unmarshal([]byte(line), &m); err != nil {
		t.Fatalf("%v in %s", err, line)
	}
	return m.ID
}
