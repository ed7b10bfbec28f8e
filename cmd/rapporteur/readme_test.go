package main

import (
	"bytes"
	"os"
	"strconv"
	"strings"
	"testing"
)

// TestTranscript holds the README to the program: below each line
// "$ ./rapporteur ..." of a console block stands what that command prints.
// "| head -N" is understood, no other shell. `make transcript` writes the
// README anew (UPDATE_TRANSCRIPT=1).
func TestTranscript(t *testing.T) {
	t.Chdir("../..")
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	got := transcribe(t, string(readme))
	if os.Getenv("UPDATE_TRANSCRIPT") != "" {
		if err := os.WriteFile("README.md", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got == string(readme) {
		return
	}
	was, is := strings.Split(string(readme), "\n"), strings.Split(got, "\n")
	for i := range min(len(was), len(is)) {
		if was[i] != is[i] {
			t.Fatalf("README.md:%d: says\n\t%s\nthe program prints\n\t%s\n(make transcript writes it anew)", i+1, was[i], is[i])
		}
	}
	t.Fatalf("README.md has %d lines, with what the program prints %d (make transcript writes it anew)", len(was), len(is))
}

const prompt = "$ ./rapporteur "

// transcribe puts what each command prints in the place of what stands below it.
func transcribe(t *testing.T, readme string) string {
	var out strings.Builder
	commands, inBlock, skipping := 0, false, false
	for line := range strings.Lines(readme) {
		switch {
		case strings.HasPrefix(line, "```"):
			inBlock, skipping = line == "```console\n", false
		case inBlock && strings.HasPrefix(line, prompt):
			commands++
			out.WriteString(line)
			out.WriteString(printed(t, strings.TrimSpace(strings.TrimPrefix(line, prompt))))
			skipping = true
			continue
		case inBlock && strings.HasPrefix(line, "$ "):
			skipping = false
		}
		if !skipping {
			out.WriteString(line)
		}
	}
	if commands == 0 {
		t.Fatal("README.md shows no command")
	}
	return out.String()
}

// printed is the standard output of a command.
func printed(t *testing.T, command string) string {
	command, head, cut := strings.Cut(command, " | head -")
	var stdout, stderr bytes.Buffer
	if code := run(strings.Fields(command), streams{strings.NewReader(""), &stdout, &stderr}); code != exitOK {
		t.Fatalf("rapporteur %s: exit code %d\n%s", command, code, &stderr)
	}
	text := stdout.String()
	if cut {
		n, err := strconv.Atoi(head)
		if err != nil {
			t.Fatalf("head -%s: %v", head, err)
		}
		lines := strings.SplitAfter(text, "\n")
		text = strings.Join(lines[:min(n, len(lines))], "")
	}
	return text
}
