//go:build unix

package relate

import "syscall"

// usage is the processor time that the process has used, in milliseconds.
func usage() float64 {
	var r syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &r) != nil {
		return 0
	}
	return float64(r.Utime.Nano()+r.Stime.Nano()) / 1e6
}
