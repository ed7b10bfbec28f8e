package pipeline

import (
	"math"
	"runtime/debug"
)

const (
	enoughMemory = 1200 << 20 // bytes that relating may take without a word
	byReport     = 12 << 10   // bytes that it may take a report: half as much again as a Desk holds
	many         = 1000       // reports that are related at once; few are to be had soon, and take little
)

// frugal has garbage collected early while many reports are related, or their
// Desk is made of what was kept: left to itself, the collector lets a process
// grow to twice what it needs, and what it needs grows with the record. Who set a limit (GOMEMLIMIT) is obeyed. The func
// that it returns ends it. Of reports on the desk, arrived are new.
func frugal(reports, arrived int) (end func()) {
	was := debug.SetMemoryLimit(-1)
	if was != math.MaxInt64 || arrived < many {
		return func() {}
	}
	debug.SetMemoryLimit(max(enoughMemory, byReport*int64(reports)))
	return func() { debug.SetMemoryLimit(was) }
}
