package site

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"sync"
	"testing"
	"time"

	"rapporteur/internal/publish/publishtest"
	"rapporteur/internal/publish/shelf"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

// heavy is a story of 200 reports and 3,000 statements: what Large says, three
// times.
func heavy() *record.Record {
	r := publishtest.Large(200)
	events, quotes, positions, figures := r.Events, r.Quotes, r.Positions, r.Figures
	for _, again := range []record.ID{"x", "y"} {
		for _, e := range events {
			e.ID = again + e.ID
			r.Events = append(r.Events, e)
		}
		for _, q := range quotes {
			q.ID = again + q.ID
			r.Quotes = append(r.Quotes, q)
		}
		for _, p := range positions {
			p.ID = again + p.ID
			r.Positions = append(r.Positions, p)
		}
		for _, f := range figures {
			f.ID = again + f.ID
			r.Figures = append(r.Figures, f)
		}
	}
	r.Sort()
	return r
}

// BenchmarkStoryFirst is the first visit to a big story after the record
// changed: its brief is made, too.
func BenchmarkStoryFirst(b *testing.B) {
	r := heavy()
	n := len(r.Events) + len(r.Quotes) + len(r.Positions) + len(r.Figures)
	var size int
	for b.Loop() {
		b.StopTimer()
		h := serving(b, r, Options{})
		b.StartTimer()
		w := asked(h, "GET", "/stories/st1")
		if size = w.Body.Len(); w.Code != 200 {
			b.Fatal(w.Code)
		}
	}
	b.ReportMetric(float64(size), "bytes/page")
	b.ReportMetric(float64(n), "statements")
}

func BenchmarkStoryAgain(b *testing.B) {
	h := serving(b, heavy(), Options{})
	asked(h, "GET", "/stories/st1")
	for b.Loop() {
		asked(h, "GET", "/stories/st1")
	}
}

func BenchmarkReport(b *testing.B) {
	h := serving(b, heavy(), Options{})
	for b.Loop() {
		asked(h, "GET", "/reports/r0007")
	}
}

// BenchmarkReaders is 200 readers at once over real connections, while the
// record is replaced again and again: the 99th percentile of their waiting.
func BenchmarkReaders(b *testing.B) {
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	m := store.NewMemory()
	records := []*record.Record{publishtest.Large(200), publishtest.Large(201)}
	if _, err := m.PutRecord(ctx, records[0]); err != nil {
		b.Fatal(err)
	}
	s, err := shelf.Open(ctx, m)
	if err != nil {
		b.Fatal(err)
	}
	srv := httptest.NewServer(New(s, Options{}))
	defer srv.Close()
	srv.Client().Transport.(*http.Transport).MaxIdleConnsPerHost = 200
	go func() {
		for i := 1; ctx.Err() == nil; i++ {
			m.PutRecord(ctx, records[i%2])
			s.Renew(ctx)
			time.Sleep(500 * time.Millisecond)
		}
	}()
	for b.Loop() {
		waits := crowd(b, srv, 200, 10)
		b.ReportMetric(float64(waits[len(waits)*99/100].Milliseconds()), "ms-p99")
		b.ReportMetric(float64(waits[len(waits)/2].Milliseconds()), "ms-p50")
	}
}

// crowd lets readers ask for pages, each so many, with a little time between,
// and gives how long they waited, sorted.
func crowd(b *testing.B, srv *httptest.Server, readers, pages int) []time.Duration {
	addresses := []string{"/", "/reports/r0007", "/statements/evr0007", "/search?q=pier", "/api/v1/quotes?limit=20", "/stories/st1"}
	var mu sync.Mutex
	var waits []time.Duration
	var wg sync.WaitGroup
	for i := range readers {
		wg.Go(func() {
			time.Sleep(time.Duration(i) * 10 * time.Millisecond)
			for k := range pages {
				start := time.Now()
				resp, err := srv.Client().Get(srv.URL + addresses[(i+k)%len(addresses)])
				if err != nil {
					b.Error(err)
					return
				}
				io.Copy(io.Discard, resp.Body)
				resp.Body.Close()
				if resp.StatusCode != 200 {
					b.Errorf("status %d", resp.StatusCode)
				}
				mu.Lock()
				waits = append(waits, time.Since(start))
				mu.Unlock()
				time.Sleep(time.Second)
			}
		})
	}
	wg.Wait()
	slices.Sort(waits)
	return waits
}
