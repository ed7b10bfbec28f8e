package page

import (
	"io"
	"testing"

	"rapporteur/internal/publish"
	"rapporteur/internal/publish/publishtest"
)

func BenchmarkBrief(b *testing.B) {
	brief := publish.NewBrief(publishtest.Large(200), nil, publish.Options{})
	var n counter
	b.ReportAllocs()
	for b.Loop() {
		n = 0
		if err := Brief(io.Writer(&n), brief); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(n), "bytes/page")
}

type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}
