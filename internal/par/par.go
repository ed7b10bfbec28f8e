// Package par runs a bounded number of calls at once and hands the results on
// in the order of the input, so that parallel work cannot be told from serial.
package par

import (
	"context"
	"iter"
	"sync"
)

// All calls every one of fs at once, and returns the first error in their order.
func All(fs ...func() error) error {
	errs := make([]error, len(fs))
	var running sync.WaitGroup
	for i, f := range fs {
		running.Go(func() { errs[i] = f() })
	}
	running.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// Map calls f on every value of in, at most workers at once, and yields the
// results in input order. An error of in is passed through in its place. When
// ctx ends, Map stops taking input, finishes nothing more, and yields ctx's
// error last. Breaking out of the loop stops the workers.
func Map[T, R any](ctx context.Context, workers int, in iter.Seq2[T, error], f func(T) (R, error)) iter.Seq2[R, error] {
	return func(yield func(R, error) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		queue := start(ctx, max(1, workers), in, f)
		for slot := range queue {
			select {
			case r := <-slot:
				if !yield(r.value, r.err) {
					return
				}
			case <-ctx.Done():
				var zero R
				yield(zero, ctx.Err())
				return
			}
		}
		if err := ctx.Err(); err != nil {
			var zero R
			yield(zero, err)
		}
	}
}

type result[R any] struct {
	value R
	err   error
}

// start feeds a queue of slots, one a value and in order; each slot receives
// its result when its worker is done. The queue's capacity bounds the work.
func start[T, R any](ctx context.Context, workers int, in iter.Seq2[T, error], f func(T) (R, error)) <-chan chan result[R] {
	queue := make(chan chan result[R], workers)
	gate := make(chan struct{}, workers)
	go func() {
		defer close(queue)
		var running sync.WaitGroup
		defer running.Wait()
		for v, err := range in {
			slot := make(chan result[R], 1)
			select {
			case gate <- struct{}{}:
			case <-ctx.Done():
				return
			}
			running.Go(func() {
				defer func() { <-gate }()
				var r result[R]
				if r.err = err; err == nil {
					r.value, r.err = f(v)
				}
				slot <- r
			})
			select {
			case queue <- slot:
			case <-ctx.Done():
				return
			}
		}
	}()
	return queue
}
