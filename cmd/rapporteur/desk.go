package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"golang.org/x/term"

	terminal "rapporteur/internal/publish/term"
	"rapporteur/internal/store"
)

// streams are the three ends of the command.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// desk is what a subcommand works at: its streams, and the two ways to stop.
type desk struct {
	streams
	ctx  context.Context
	stop chan struct{} // closed by the first interrupt
	done []func()
}

func newDesk(std streams) *desk {
	ctx, cancel := context.WithCancel(context.Background())
	d := &desk{streams: std, ctx: ctx, stop: make(chan struct{})}
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go d.heed(signals)
	d.done = append(d.done, cancel, func() { signal.Stop(signals) })
	return d
}

// heed closes stop at the first interrupt; the second ends the program where it
// stands, which a store survives as it survives a crash.
func (d *desk) heed(signals <-chan os.Signal) {
	select {
	case <-signals:
		d.note("finishing what is in flight; interrupt again to end at once")
		close(d.stop)
	case <-d.ctx.Done():
		return
	}
	select {
	case <-signals:
		os.Exit(exitInterrupted)
	case <-d.ctx.Done():
	}
}

func (d *desk) close() {
	for i := len(d.done) - 1; i >= 0; i-- {
		d.done[i]()
	}
}

// note prints a message.
func (d *desk) note(format string, args ...any) {
	fmt.Fprintf(d.err, "rapporteur: "+format+"\n", args...)
}

// style is how text looks on the output: colour and width only on a terminal.
func (d *desk) style() terminal.Style {
	f, ok := d.out.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return terminal.Style{Width: 80}
	}
	s := terminal.Style{Width: 80, Color: os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"}
	if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
		s.Width = min(max(width, 80), 160)
	}
	return s
}

// watched reports whether messages go to a terminal.
func (std streams) watched() bool {
	f, ok := std.err.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// fault is an error with its exit code and what to do about it.
type fault struct {
	code int
	err  error
	hint string
}

func (f *fault) Error() string { return f.err.Error() }
func (f *fault) Unwrap() error { return f.err }

func withHint(code int, err error, hint string) error { return &fault{code, err, hint} }

// usage is a fault in what was asked.
func usage(hint, format string, args ...any) error {
	return &fault{exitUsage, fmt.Errorf(format, args...), hint}
}

// errQuiet ends a command whose messages are already printed.
var errQuiet = errors.New("already said")

// fail prints err as one line, a second one with the hint, and says the code.
func (std streams) fail(err error) int {
	if err == nil {
		return exitOK
	}
	f := faultOf(err)
	if !errors.Is(err, errQuiet) {
		fmt.Fprintf(std.err, "rapporteur: %v\n", f.err)
	}
	if f.hint != "" {
		fmt.Fprintf(std.err, "  %s\n", f.hint)
	}
	return f.code
}

func faultOf(err error) *fault {
	var f *fault
	var trouble *store.Trouble
	switch {
	case errors.As(err, &f):
		return f
	case errors.As(err, &trouble):
		return &fault{exitStore, err, trouble.Hint()}
	case errors.Is(err, context.Canceled):
		return &fault{exitInterrupted, errors.New("interrupted"), ""}
	}
	return &fault{exitLeftOut, err, ""}
}
