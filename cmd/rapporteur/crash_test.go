package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
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

// TestKilled kills a reading program without warning, at different moments,
// lets others go on, and wants the store to be as if nothing had happened.
func TestKilled(t *testing.T) {
	path := feed(t, 400)
	want := output(t, "export", path)
	db := filepath.Join(t.TempDir(), "s.db")
	killed := 0
	for wait := 30 * time.Millisecond; wait < 2*time.Second; wait = wait * 3 / 2 {
		cmd := program(t, "read", path, "--db", db)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(wait)
		if err := cmd.Process.Kill(); err != nil {
			break // it was done
		}
		if cmd.Wait() != nil {
			killed++
		}
	}
	if killed < 3 {
		t.Errorf("only %d runs were killed before they were done", killed)
	}
	output(t, "read", path, "--db", db)
	output(t, "verify", "--db", db)
	if got := output(t, "export", "--db", db); !bytes.Equal(got, want) {
		t.Errorf("after %d kills the record is another: %d bytes, want %d", killed, len(got), len(want))
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
