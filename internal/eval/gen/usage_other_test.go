//go:build !unix

package gen_test

// usage is not told here.
func usage() float64 { return 0 }
