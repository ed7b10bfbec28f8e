// Package exporttest is what the tests of all exports share: sources of the
// records of publishtest, and readers that are not ours. In goes what an export
// wrote; out comes what a foreign program made of it.
//
// The readers in Python are installed by .ci/readers (make test calls it). Where
// they are not, a test that needs them says so and is skipped.
package exporttest

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"rapporteur/internal/publish/export/source"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

// Of is a source of a record and what f lets through of it.
func Of(t testing.TB, r *record.Record, f store.Filter) *source.Source {
	t.Helper()
	m := store.NewMemory()
	if _, err := m.PutRecord(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	return source.New(context.Background(), m, f)
}

// Bytes is what write writes.
func Bytes(t testing.TB, write func(*bytes.Buffer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Python runs a script that reads stdin, with files beside it, and gives what it
// prints. The script uses the module that is named.
func Python(t testing.TB, module, script string, stdin []byte, files map[string][]byte) string {
	t.Helper()
	python := readers()
	const there = "import sys, importlib.util\nsys.exit(importlib.util.find_spec(sys.argv[1]) is None)"
	if err := exec.Command(python, "-c", there, module).Run(); err != nil {
		t.Skipf("no %s for Python here, so nothing reads the export back with it: run .ci/readers", module)
	}
	dir := t.TempDir()
	for name, b := range files {
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	cmd := exec.Command(python, "-c", script)
	cmd.Dir, cmd.Stdin = dir, bytes.NewReader(stdin)
	cmd.Env = append(os.Environ(), "PYTHONUTF8=1")
	var out, trouble bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &trouble
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s: %v\n%s", module, err, trouble.String())
	}
	return out.String()
}

// readers is the Python with the readers: that of .ci/readers, or any.
func readers() string {
	if dir := os.Getenv("RAPPORTEUR_READERS"); dir != "" {
		return filepath.Join(dir, "bin", "python")
	}
	for dir, _ := os.Getwd(); dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if own := filepath.Join(dir, "bin/readers/bin/python"); exists(own) {
			return own
		}
	}
	return "python3"
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
