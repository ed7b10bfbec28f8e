package publish_test

import (
	"fmt"
	"testing"

	"rapporteur/internal/publish"
	"rapporteur/internal/publish/publishtest"
)

func BenchmarkNewBrief(b *testing.B) {
	for _, n := range []int{200, 2000} {
		r := publishtest.Large(n)
		b.Run(fmt.Sprint(n, "-reports"), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				publish.NewBrief(r, nil, publish.Options{})
			}
		})
	}
}
