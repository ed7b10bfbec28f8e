// Package lists compares sorted lists without a repeated element, by which the
// steps of relate hold words, parties and shingles.
//
//	Common([1 3 5], [3 4 5]) = 2
//
// In go sorted lists, out come counts and answers; nothing is allocated.
package lists

import "cmp"

// Common is the number of elements that two sorted lists have in common.
func Common[T interface{ ~int32 | ~uint32 }](a, b []T) (n int) {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n, i, j = n+1, i+1, j+1
		}
	}
	return n
}

// Reach reports whether two sorted lists have n elements in common, or more.
func Reach[T cmp.Ordered](a, b []T, n int) bool {
	for i, j := 0, 0; i < len(a) && j < len(b) && n > 0; {
		switch x, y := a[i], b[j]; {
		case x < y:
			i++
		case x > y:
			j++
		default:
			n, i, j = n-1, i+1, j+1
		}
	}
	return n <= 0
}

// Meet reports whether two sorted lists have an element in common.
func Meet[T cmp.Ordered](a, b []T) bool { return Reach(a, b, 1) }
