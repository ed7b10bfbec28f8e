package main

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"rapporteur/internal/eval/gen"
	"rapporteur/internal/intake"
	"rapporteur/internal/news"
	"rapporteur/internal/pipeline"
	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/store"
)

// newsroom is a server over a SQLite store into which reports are read
// meanwhile, by another connection, as rapporteur read does.
type newsroom struct {
	base  string
	path  string   // of the store
	feeds []string // files of reports, one read after the other
}

// opened serves a store with the example in it; batches of varied reports lie
// ready to be read.
func opened(tb testing.TB, batches, each int) *newsroom {
	tb.Helper()
	dir := tb.TempDir()
	n := &newsroom{path: filepath.Join(dir, "r.db")}
	var docs []*news.Document
	for doc, err := range intake.Read(context.Background(), []string{"../../examples/reports"}, nil, intake.Options{}) {
		if err != nil {
			tb.Fatal(err)
		}
		docs = append(docs, doc)
	}
	for i := range batches {
		feed := filepath.Join(dir, fmt.Sprintf("feed%d.jsonl", i))
		f, err := os.Create(feed)
		if err != nil {
			tb.Fatal(err)
		}
		if err := gen.WriteLines(f, gen.Reports(docs, each, uint64(i+1))); err != nil {
			tb.Fatal(err)
		}
		f.Close()
		n.feeds = append(n.feeds, feed)
	}
	n.read(tb, "../../examples/reports")
	n.serve(tb)
	return n
}

// read reads a path into the store.
func (n *newsroom) read(tb testing.TB, path string) {
	ctx := context.Background()
	s, err := store.Open(ctx, n.path, store.Options{Create: true, Edition: pipeline.Edition()})
	if err != nil {
		tb.Error(err)
		return
	}
	defer s.Close()
	if _, err := pipeline.Read(ctx, s, []string{path}, pipeline.Options{Workers: 1}); err != nil {
		tb.Error(err)
	}
}

func (n *newsroom) serve(tb testing.TB) {
	ctx, cancel := context.WithCancel(context.Background())
	s, err := store.Open(ctx, n.path, store.Options{Edition: pipeline.Edition()})
	if err != nil {
		tb.Fatal(err)
	}
	sh, err := shelf.Open(ctx, s)
	if err != nil {
		tb.Fatal(err)
	}
	go sh.Watch(ctx, 200*time.Millisecond, func(err error) { tb.Errorf("renewing the record: %v", err) })
	d := &desk{streams: streams{nil, io.Discard, io.Discard}, ctx: ctx, stop: make(chan struct{})}
	ln := listening(tb)
	ended := make(chan error, 1)
	go func() { ended <- d.serve(ctx, ln, (&serveCmd{Listen: ln.Addr().String()}).handler(sh, nil)) }()
	n.base = "http://" + ln.Addr().String()
	tb.Cleanup(func() {
		close(d.stop)
		if err := <-ended; err != nil {
			tb.Errorf("the server ends with %v", err)
		}
		cancel()
		s.Close()
	})
}

// crowd is readers who ask for pages until they are told to stop.
type crowd struct {
	tb     testing.TB
	base   string
	client *http.Client
	pause  time.Duration
	mu     sync.Mutex
	waits  []time.Duration
	seen   map[string][32]byte // what stood at an address in one state of the record
	states map[string]bool
}

func newCrowd(tb testing.TB, n *newsroom, readers int, pause time.Duration) *crowd {
	return &crowd{tb: tb, base: n.base, pause: pause, seen: map[string][32]byte{}, states: map[string]bool{},
		client: &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: readers}, Timeout: 30 * time.Second}}
}

// asked are the addresses that readers go through.
var asked = []string{"/", "/search?q=bridge", "/api/v1/quotes?limit=20", "/api/v1/stories?limit=500", "/api/v1/reports?limit=100", "/changes", "/api/v1/search?q=prisoners&limit=20"}

// run lets readers read until done is closed, all begun within a second.
func (c *crowd) run(readers int, done <-chan struct{}) {
	var wg sync.WaitGroup
	for i := range readers {
		wg.Go(func() {
			time.Sleep(time.Duration(i) * time.Second / time.Duration(readers))
			for k := i; ; k++ {
				c.ask(asked[k%len(asked)])
				select {
				case <-done:
					return
				case <-time.After(c.pause):
				}
			}
		})
	}
	wg.Wait()
	slices.Sort(c.waits)
}

// ask holds an answer to what every other reader saw at that address in the
// same state of the record: none sees half of one and half of the next.
func (c *crowd) ask(address string) {
	start := time.Now()
	resp, err := c.client.Get(c.base + address)
	if err != nil {
		c.tb.Error(err)
		return
	}
	body, err := io.ReadAll(resp.Body)
	resp.Body.Close()
	waited := time.Since(start)
	if err != nil || resp.StatusCode != 200 {
		c.tb.Errorf("%s: status %d, %v: %.200s", address, resp.StatusCode, err, body)
		return
	}
	state, sum := resp.Header.Get("ETag"), sha256.Sum256(body)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.waits = append(c.waits, waited)
	c.states[state] = true
	if was, met := c.seen[address+state]; met && was != sum {
		c.tb.Errorf("%s: two answers in one state of the record", address)
	}
	c.seen[address+state] = sum
}

// While reports are read into the store, no reader sees an error or half a record.
func TestReadersWhileReportsAreRead(t *testing.T) {
	if testing.Short() {
		t.Skip("it reads a hundred reports")
	}
	n := opened(t, 4, 25)
	c := newCrowd(t, n, 20, 20*time.Millisecond)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for _, feed := range n.feeds {
			n.read(t, feed)
			time.Sleep(300 * time.Millisecond) // so that each state is seen
		}
	}()
	c.run(20, done)
	if len(c.states) < 3 {
		t.Errorf("readers saw %d states of the record", len(c.states))
	}
	if status, body := fetch(t, n.base+"/api/v1/reports?limit=1"); status != 200 || len(body) == 0 {
		t.Errorf("at the end: status %d", status)
	}
}

// BenchmarkReadersWhileReportsAreRead is 200 readers, each asking for a page a
// second over a connection of its own, while 600 reports are read into the
// SQLite store that they are served from. It measures how long they wait.
func BenchmarkReadersWhileReportsAreRead(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		n := opened(b, 6, 100)
		c := newCrowd(b, n, 200, time.Second)
		done := make(chan struct{})
		b.StartTimer()
		go func() {
			defer close(done)
			for _, feed := range n.feeds {
				n.read(b, feed)
				time.Sleep(300 * time.Millisecond)
			}
		}()
		c.run(200, done)
		at := func(part int) float64 {
			return float64(c.waits[min(len(c.waits)-1, len(c.waits)*part/100)].Microseconds()) / 1000
		}
		b.ReportMetric(at(50), "ms-p50")
		b.ReportMetric(at(99), "ms-p99")
		b.ReportMetric(at(100), "ms-max")
		b.ReportMetric(float64(len(c.waits)), "answers")
		b.ReportMetric(float64(len(c.states)), "records")
	}
}
