package main

import (
	"bytes"
	"compress/gzip"
	"database/sql"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"rapporteur": main})
}

// TestScripts runs testdata/script. Each script has a folder, a home and a data
// directory of its own; $EXAMPLES is the examples folder of the repository.
func TestScripts(t *testing.T) {
	examples, err := filepath.Abs("../../examples")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/script",
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("XDG_DATA_HOME", filepath.Join(env.WorkDir, "data"))
			env.Setenv("EXAMPLES", examples)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"gzip": gzipFile, "hex": hexFile, "cut": cutFile, "overwrite": overwrite,
			"lock": lock, "lines": countLines, "width": width, "repeat": repeat, "pick": pick,
		},
	})
}

// gzipFile FROM TO packs a file.
func gzipFile(ts *testscript.TestScript, _ bool, args []string) {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := w.Write([]byte(ts.ReadFile(args[0])))
	ts.Check(errors.Join(err, w.Close()))
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), b.Bytes(), 0o644))
}

// hexFile FILE BYTE... writes bytes given as hexadecimal numbers.
func hexFile(ts *testscript.TestScript, _ bool, args []string) {
	var b []byte
	for _, a := range args[1:] {
		n, err := strconv.ParseUint(a, 16, 8)
		ts.Check(err)
		b = append(b, byte(n))
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b, 0o644))
}

// cutFile FILE N leaves the first N bytes of a file.
func cutFile(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	ts.Check(os.Truncate(ts.MkAbs(args[0]), n))
}

// overwrite FILE FROM writes 4000 bytes of rubbish at byte FROM and after.
func overwrite(ts *testscript.TestScript, _ bool, args []string) {
	from, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	f, err := os.OpenFile(ts.MkAbs(args[0]), os.O_WRONLY, 0)
	ts.Check(err)
	_, err = f.WriteAt([]byte(strings.Repeat("rubbish!", 500)), from)
	ts.Check(errors.Join(err, f.Close()))
}

// lock FILE TIME holds a store as a program would that writes for so long.
func lock(ts *testscript.TestScript, _ bool, args []string) {
	db, err := sql.Open("sqlite", ts.MkAbs(args[0])+"?_txlock=exclusive")
	ts.Check(err)
	tx, err := db.Begin()
	ts.Check(err)
	wait, err := time.ParseDuration(args[1])
	ts.Check(err)
	time.AfterFunc(wait, func() { tx.Rollback(); db.Close() })
}

// countLines FILE N holds a file to N lines.
func countLines(ts *testscript.TestScript, neg bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	if got := strings.Count(ts.ReadFile(args[0]), "\n"); got == n == neg {
		ts.Fatalf("%s has %d lines", args[0], got)
	}
}

// width FILE N holds every line of a file to N columns.
func width(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	for line := range strings.Lines(ts.ReadFile(args[0])) {
		if line = strings.TrimSuffix(line, "\n"); len([]rune(line)) > n {
			ts.Fatalf("a line of %d columns: %s", len([]rune(line)), line)
		}
	}
}

// repeat N FROM TO writes a file that holds another N times.
func repeat(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[0])
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte(strings.Repeat(ts.ReadFile(args[1]), n)), 0o644))
}

// pick VARIABLE FILE TYPE WORDS names the id of the first line of that type in
// a JSON Lines file that holds the words.
func pick(ts *testscript.TestScript, _ bool, args []string) {
	for line := range strings.Lines(ts.ReadFile(args[1])) {
		var l struct{ Type, ID string }
		if json.Unmarshal([]byte(line), &l) == nil && l.Type == args[2] && strings.Contains(line, args[3]) {
			ts.Setenv(args[0], l.ID)
			return
		}
	}
	ts.Fatalf("no %s of %s has %q", args[2], args[1], args[3])
}
