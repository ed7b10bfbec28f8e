package par

import (
	"context"
	"errors"
	"iter"
	"slices"
	"testing"
	"time"
)

func count(n int) iter.Seq2[int, error] {
	return func(yield func(int, error) bool) {
		for i := range n {
			if !yield(i, nil) {
				return
			}
		}
	}
}

func TestMapKeepsOrderWhateverTheWorkers(t *testing.T) {
	for _, workers := range []int{0, 1, 2, 7, 64} {
		var got []int
		for v, err := range Map(t.Context(), workers, count(100), func(i int) (int, error) {
			time.Sleep(time.Duration((i*7)%5) * 10 * time.Microsecond)
			return i * i, nil
		}) {
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, v)
		}
		if len(got) != 100 || !slices.IsSorted(got) {
			t.Errorf("workers %d: got %d values, sorted %v", workers, len(got), slices.IsSorted(got))
		}
	}
}

func TestMapPassesErrorsInTheirPlace(t *testing.T) {
	bad := errors.New("bad")
	var at []int
	i := 0
	for _, err := range Map(t.Context(), 3, count(5), func(i int) (int, error) {
		if i == 2 {
			return 0, bad
		}
		return i, nil
	}) {
		if errors.Is(err, bad) {
			at = append(at, i)
		}
		i++
	}
	if !slices.Equal(at, []int{2}) || i != 5 {
		t.Errorf("errors at %v of %d results, want [2] of 5", at, i)
	}
}

func TestMapStopsWithTheContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var last error
	n := 0
	for _, err := range Map(ctx, 2, count(1_000_000), func(i int) (int, error) { return i, nil }) {
		if n++; n == 10 {
			cancel()
		}
		last = err
	}
	if !errors.Is(last, context.Canceled) || n > 100 {
		t.Errorf("after cancel: %d results, last error %v", n, last)
	}
}
