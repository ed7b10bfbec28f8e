package gen_test

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"rapporteur/internal/eval/gen"
	"rapporteur/internal/intake"
	"rapporteur/internal/news"
	"rapporteur/internal/pipeline"
	"rapporteur/internal/store"
)

// BenchmarkReadIntoStore reads varied reports, 10,000 unless BENCH_REPORTS
// says otherwise, from one JSON Lines file into a new SQLite store, and relates
// them. They are as long as the example's unless BENCH_WORDS asks for more
// words in the mean. It measures
//
//	reports/s       from the first byte read to the record written
//	reports/core-s  the same by second of processor time, of all cores (Linux)
//	peak-MB         the most memory that the process held (Linux)
//	store-B/report  size of the store, all its files, by report
//
// Run it as `make bench`, or with a profile:
//
//	BENCH_REPORTS=2000 go test -run '^$' -bench ReadIntoStore -benchtime 1x -cpuprofile cpu.prof ./internal/eval/gen
func BenchmarkReadIntoStore(b *testing.B) {
	n := asked(b, "BENCH_REPORTS", 10000)
	feed := writeFeed(b, n)
	before := processorTime()
	for b.Loop() {
		dir := b.TempDir()
		readInto(b, filepath.Join(dir, "bench.db"), feed, n)
		b.ReportMetric(float64(size(b, dir))/float64(n), "store-B/report")
	}
	b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "reports/s")
	if used := processorTime() - before; used > 0 {
		b.ReportMetric(float64(n)*float64(b.N)/used, "reports/core-s")
	}
	if peak := peakMemory(); peak > 0 {
		b.ReportMetric(float64(peak)/1e6, "peak-MB")
	}
}

// asked is a number from the environment.
func asked(b *testing.B, name string, otherwise int) int {
	s := os.Getenv(name)
	if s == "" {
		return otherwise
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		b.Fatal(err)
	}
	return n
}

// writeFeed varies the example into a file of n reports.
func writeFeed(b *testing.B, n int) string {
	b.Helper()
	var docs []*news.Document
	for doc, err := range intake.Read(context.Background(), []string{"../../../examples/reports"}, nil, intake.Options{}) {
		if err != nil {
			b.Fatal(err)
		}
		docs = append(docs, doc)
	}
	path := filepath.Join(b.TempDir(), "feed.jsonl")
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	if err := gen.WriteLines(f, gen.Long(docs, n, 1, asked(b, "BENCH_WORDS", 0))); err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}

func readInto(b *testing.B, db, feed string, n int) {
	ctx := context.Background()
	s, err := store.Open(ctx, db, store.Options{Create: true})
	if err != nil {
		b.Fatal(err)
	}
	sum, err := pipeline.Read(ctx, s, []string{feed}, pipeline.Options{})
	if err != nil {
		b.Fatal(err)
	}
	if sum.Read != n || len(sum.LeftOut) > 0 {
		b.Fatalf("read %d of %d reports; left out: %v", sum.Read, n, sum.LeftOut)
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
}

func size(b *testing.B, dir string) (total int64) {
	b.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		b.Fatal(err)
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			b.Fatal(err)
		}
		total += info.Size()
	}
	return total
}

// peakMemory is the process's highest resident set in bytes, 0 where the
// system does not tell.
func peakMemory() int64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	line, _, _ := strings.Cut(after, " kB")
	kb, err := strconv.ParseInt(strings.TrimSpace(line), 10, 64)
	if err != nil {
		return 0
	}
	return kb * 1024
}

// processorTime is what the process has used of all cores, in seconds, 0 where
// the system does not tell. Linux counts it in hundredths.
func processorTime() float64 {
	stat, err := os.ReadFile("/proc/self/stat")
	if err != nil {
		return 0
	}
	// The fields behind the name, which is in brackets and may hold anything.
	_, after, _ := strings.Cut(string(stat), ") ")
	f := strings.Fields(after)
	if len(f) < 13 {
		return 0
	}
	user, err1 := strconv.ParseFloat(f[11], 64)
	system, err2 := strconv.ParseFloat(f[12], 64)
	if err1 != nil || err2 != nil {
		return 0
	}
	return (user + system) / 100
}
