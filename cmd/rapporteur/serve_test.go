package main

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur/internal/pipeline"
	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/store"
)

// desked is a desk that a test can interrupt.
func desked(t *testing.T) *desk {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	t.Cleanup(cancel)
	return &desk{streams: streams{strings.NewReader(""), io.Discard, io.Discard}, ctx: ctx, stop: make(chan struct{})}
}

func listening(t testing.TB) net.Listener {
	t.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	return ln
}

func fetch(t *testing.T, address string) (int, string) {
	t.Helper()
	resp, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(body)
}

// A server shows what was read before it began, and what is read while it runs.
func TestServeShowsWhatIsRead(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "r.db")
	s, err := store.Open(ctx, path, store.Options{Create: true, Edition: pipeline.Edition()})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	sh, err := shelf.Open(ctx, s)
	if err != nil {
		t.Fatal(err)
	}
	d, ln := desked(t), listening(t)
	ended := make(chan error, 1)
	go func() { ended <- d.serve(ctx, ln, (&serveCmd{Listen: ln.Addr().String()}).handler(sh, nil)) }()
	base := "http://" + ln.Addr().String()
	if status, body := fetch(t, base+"/"); status != 200 || !strings.Contains(body, "The record is empty") {
		t.Fatalf("an empty store: status %d: %s", status, body)
	}
	if _, err := pipeline.Read(ctx, s, []string{"../../examples/reports"}, pipeline.Options{}); err != nil {
		t.Fatal(err)
	}
	if changed, err := sh.Renew(ctx); !changed || err != nil {
		t.Fatalf("the new record is not seen: %v", err)
	}
	if status, body := fetch(t, base+"/api/v1/reports?limit=1"); status != 200 || !strings.Contains(body, `"total":14`) {
		t.Errorf("after reading: status %d: %.200s", status, body)
	}
	close(d.stop)
	if err := <-ended; err != nil {
		t.Errorf("the server ends with %v", err)
	}
}

// Interrupted, a server finishes what is asked and takes no more.
func TestServeEndsGracefully(t *testing.T) {
	d, ln := desked(t), listening(t)
	asked, answer := make(chan struct{}), make(chan struct{})
	ended := make(chan error, 1)
	go func() {
		ended <- d.serve(d.ctx, ln, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			close(asked)
			<-answer
			io.WriteString(w, "whole")
		}))
	}()
	got := make(chan string, 1)
	go func() {
		_, body := fetch(t, "http://"+ln.Addr().String())
		got <- body
	}()
	<-asked
	close(d.stop)
	time.Sleep(50 * time.Millisecond)
	if c, err := net.Dial("tcp", ln.Addr().String()); err == nil {
		c.Close()
		t.Error("it takes more while it ends")
	}
	close(answer)
	if body := <-got; body != "whole" {
		t.Errorf("the answer under way is %q", body)
	}
	if err := <-ended; err != nil {
		t.Errorf("the server ends with %v", err)
	}
}

// Who never ends a question is let go, and holds up nobody.
func TestServeLetsTheSlowGo(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes five seconds to be slow")
	}
	d, ln := desked(t), listening(t)
	go d.serve(d.ctx, ln, http.NotFoundHandler())
	slow, err := net.Dial("tcp", ln.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer slow.Close()
	io.WriteString(slow, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ")
	if status, _ := fetch(t, "http://"+ln.Addr().String()); status != 404 {
		t.Errorf("beside the slow one: status %d", status)
	}
	slow.SetReadDeadline(time.Now().Add(15 * time.Second))
	answer, err := io.ReadAll(bufio.NewReader(slow))
	if err != nil && !errors.Is(err, net.ErrClosed) && !strings.Contains(err.Error(), "reset") {
		t.Errorf("the slow one is kept: %v after %q", err, answer)
	}
	close(d.stop)
}

func TestWhereToListen(t *testing.T) {
	long := strings.Repeat("t", minToken)
	for _, test := range []struct {
		listen, token string
		ok            bool
	}{
		{"127.0.0.1:8080", "", true}, {"localhost:0", "", true}, {"[::1]:8080", "", true}, {"127.9.9.9:1", "", true},
		{"0.0.0.0:8080", "", false}, {":8080", "", false}, {"[::]:8080", "", false}, {"192.0.2.1:80", "", false}, {"record.example:80", "", false},
		{"0.0.0.0:8080", long, true}, {":8080", long, true}, {":8080", "short", false}, {"127.0.0.1:8080", "short", false},
		{"8080", "", false}, {"", long, false},
	} {
		err := (&serveCmd{Listen: test.listen, Token: test.token}).admits()
		if (err == nil) != test.ok {
			t.Errorf("--listen %q with a token of %d: %v", test.listen, len(test.token), err)
		}
		if err != nil && faultOf(err).hint == "" {
			t.Errorf("--listen %q: nothing is said of what to do", test.listen)
		}
	}
}
