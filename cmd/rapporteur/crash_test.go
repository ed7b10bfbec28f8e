package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"
	"time"
)

// program runs this test's own file as rapporteur: TestMain sees to it when
// the first word of the command line is the program's name.
func program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "rapporteur")
	if err := os.Symlink(exe, link); err != nil {
		t.Skip("no symbolic links here: ", err)
	}
	return exec.Command(link, args...)
}

func output(t *testing.T, args ...string) []byte {
	t.Helper()
	var stderr bytes.Buffer
	cmd := program(t, args...)
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %v: %s", args, err, stderr.Bytes())
	}
	return out
}

// feed writes n reports into one file of JSON Lines.
func feed(t *testing.T, n int) string {
	t.Helper()
	var b bytes.Buffer
	for i := range n {
		fmt.Fprintf(&b, `{"title": "Ferry %d leaves", "text": "Oru Tamm opened ferry line %d to Veska on Monday.\n\n\"Line %d will run daily,\" Tamm said.", "date": "2031-05-%02d", "outlet": "Harbour Post", "language": "en"}`+"\n", i, i, i, 1+i%28)
	}
	path := filepath.Join(t.TempDir(), "feed.jsonl")
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestKilled kills a reading program without warning, at random moments, lets
// others go on, and wants the store to be as if nothing had happened. It kills
// ten times, or as often as KILLS says (make crash).
func TestKilled(t *testing.T) {
	kills := 10
	if s := os.Getenv("KILLS"); s != "" {
		var err error
		if kills, err = strconv.Atoi(s); err != nil {
			t.Fatal(err)
		}
	}
	path := feed(t, 400)
	want := output(t, "export", path)
	seed := uint64(time.Now().UnixNano())
	t.Log("seed", seed)
	r := rand.New(rand.NewPCG(seed, 0))
	start := time.Now()
	output(t, "read", path, "--db", filepath.Join(t.TempDir(), "undisturbed.db"))
	longest := time.Since(start)
	db := filepath.Join(t.TempDir(), "s.db")
	for killed, finished := 0, 0; killed < kills && finished < kills; {
		cmd := program(t, "read", path, "--db", db)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(r.Float64() * float64(longest) / 2))
		cmd.Process.Kill() // it may be done
		if cmd.Wait() != nil {
			killed++
			continue
		}
		finished++ // what is whole is looked at, and another is begun
		undisturbed(t, path, db, want)
		db = filepath.Join(t.TempDir(), fmt.Sprint("s", finished, ".db"))
	}
	undisturbed(t, path, db, want)
}

// undisturbed reads path into db to the end, and wants the record.
func undisturbed(t *testing.T, path, db string, want []byte) {
	t.Helper()
	output(t, "read", path, "--db", db)
	output(t, "verify", "--db", db)
	if got := output(t, "export", "--db", db); !bytes.Equal(got, want) {
		t.Errorf("after being killed the record is another: %d bytes, want %d", len(got), len(want))
	}
}

// TestInterrupted: an interrupt lets the reports in flight end, keeps them and
// says how to go on.
func TestInterrupted(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows sends no interrupts to another process")
	}
	path := feed(t, 3000)
	db := filepath.Join(t.TempDir(), "s.db")
	var stderr bytes.Buffer
	cmd := program(t, "read", path, "--db", db)
	cmd.Stderr = &stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for range 500 { // until the store is there
		time.Sleep(10 * time.Millisecond)
		if info, err := os.Stat(db + "-wal"); err == nil && info.Size() > 100_000 {
			break
		}
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != exitInterrupted {
		t.Fatalf("exit code %d: %s", code, stderr.Bytes())
	}
	for _, want := range []string{"finishing what is in flight", "interrupted after ", "it goes on where it stopped"} {
		if !bytes.Contains(stderr.Bytes(), []byte(want)) {
			t.Errorf("no word of %q: %s", want, stderr.Bytes())
		}
	}
	if out := output(t, "read", path, "--db", db); bytes.Contains(out, []byte(" 0 known")) {
		t.Errorf("nothing was kept: %s", out)
	}
}
