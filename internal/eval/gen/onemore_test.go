package gen_test

import (
	"context"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"rapporteur/internal/eval/gen"
	"rapporteur/internal/news"
	"rapporteur/internal/pipeline"
	"rapporteur/internal/store"
)

// BenchmarkOneMore relates single reports into a record of 10,000, or as many
// as BENCH_REPORTS says, each with its transaction, on one core. The reports
// are of stories that the record has; they come in no order of time. It measures
//
//	ms/report      the median, from the report kept to the record written
//	cpu-ms/report  the median of the processor time that takes (Linux)
//	p90-cpu-ms     what nine in ten are below
//	cold-ms        the first one, in a process that has just opened the store
//	build-s        relating the first 10,000 at once
//	peak-MB        the most memory that the process held (Linux)
//	store-B/report size of the store by report
func BenchmarkOneMore(b *testing.B) {
	n := asked(b, "BENCH_REPORTS", 10000)
	const more = 200
	for b.Loop() {
		dir := b.TempDir()
		held, built := build(b, filepath.Join(dir, "s.db"), n, more)
		s := opened(b, filepath.Join(dir, "s.db"))
		opt := pipeline.Options{Workers: 1, Desk: &pipeline.Desk{}}
		var took, used []float64
		for _, a := range held {
			wall, cpu := oneMore(b, s, a, opt)
			took, used = append(took, wall), append(used, cpu)
		}
		b.ReportMetric(took[0], "cold-ms")
		b.ReportMetric(used[0], "cold-cpu-ms")
		b.ReportMetric(part(took[1:], 0.5), "ms/report")
		b.ReportMetric(part(used[1:], 0.5), "cpu-ms/report")
		b.ReportMetric(part(used[1:], 0.9), "p90-cpu-ms")
		b.ReportMetric(built.Seconds(), "build-s")
		b.ReportMetric(float64(size(b, dir))/float64(n), "store-B/report")
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
	}
	if peak := peakMemory(); peak > 0 {
		b.ReportMetric(float64(peak)/1e6, "peak-MB")
	}
}

// part is what so many of a list are below.
func part(list []float64, p float64) float64 {
	slices.Sort(list)
	return list[int(p*float64(len(list)))]
}

func opened(b *testing.B, path string) *store.SQLite {
	s, err := store.Open(context.Background(), path, store.Options{Create: true})
	if err != nil {
		b.Fatal(err)
	}
	return s
}

// build relates n laid reports into a new store; held are others of the same
// stories, evenly from all.
func build(b *testing.B, path string, n, more int) (held []*news.Analysis, took time.Duration) {
	ctx, s, i := context.Background(), opened(b, path), 0
	for a := range gen.Laid(1, n+more) {
		if i++; i%((n+more)/more) == 0 && len(held) < more {
			held = append(held, a)
		} else if _, err := s.PutReport(ctx, a); err != nil {
			b.Fatal(err)
		}
	}
	start := time.Now()
	if _, err := pipeline.Read(ctx, s, nil, pipeline.Options{}); err != nil {
		b.Fatal(err)
	}
	took = time.Since(start)
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	return held, took
}

// oneMore keeps a report and brings the record up to date; only the latter is
// measured, in milliseconds by the clock and of processor time.
func oneMore(b *testing.B, s *store.SQLite, a *news.Analysis, opt pipeline.Options) (wall, cpu float64) {
	ctx := context.Background()
	if _, err := s.PutReport(ctx, a); err != nil {
		b.Fatal(err)
	}
	start, before := time.Now(), usage()
	if _, err := pipeline.Read(ctx, s, nil, opt); err != nil {
		b.Fatal(err)
	}
	return float64(time.Since(start).Microseconds()) / 1000, usage() - before
}
