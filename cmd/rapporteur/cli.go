package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"

	"github.com/alecthomas/kong"
)

// streams are the three ends of the command.
type streams struct {
	in       io.Reader
	out, err io.Writer
}

// cli is the command line: one field a subcommand, one file each.
type cli struct {
	Brief   briefCmd   `cmd:"" help:"Say what reports say: who met, said and wants what, and where they differ."`
	Export  exportCmd  `cmd:"" help:"Print the record, one JSON object a line."`
	Version versionCmd `cmd:"" help:"Print which program this is."`
}

// The exit codes (docs/cli.md).
const (
	exitOK          = 0
	exitLeftOut     = 1 // done, but something was left out or does not hold
	exitUsage       = 2
	exitStore       = 3
	exitInterrupted = 130
)

// leave carries an exit code through kong, which ends --help by a call.
type leave int

// run is the whole command: arguments and streams in, exit code out.
func run(args []string, std streams) (code int) {
	defer func() {
		switch v := recover().(type) {
		case nil:
		case leave:
			code = int(v)
		default:
			panic(v)
		}
	}()
	var c cli
	parser, err := kong.New(&c,
		kong.Name("rapporteur"),
		kong.Description("Reads news reports and says who met, said and wants what, and which sentence says so."),
		kong.Writers(std.out, std.err),
		kong.Exit(func(code int) { panic(leave(code)) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 80}),
	)
	if err != nil {
		panic(err) // the struct above is wrong: a mistake of ours, seen by every test
	}
	ctx, err := parser.Parse(args)
	if err != nil {
		return std.fail(withHint(exitUsage, err, "try: rapporteur --help"))
	}
	d := newDesk(std)
	defer d.close()
	return std.fail(ctx.Run(d))
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
	signal.Notify(signals, os.Interrupt)
	go d.heed(signals, cancel)
	d.done = append(d.done, cancel, func() { signal.Stop(signals) })
	return d
}

// heed closes stop at the first interrupt and ends ctx at the second.
func (d *desk) heed(signals <-chan os.Signal, cancel func()) {
	select {
	case <-signals:
		close(d.stop)
		fmt.Fprintln(d.err, "rapporteur: finishing the reports in flight (interrupt again to end at once)")
	case <-d.ctx.Done():
		return
	}
	select {
	case <-signals:
		cancel()
	case <-d.ctx.Done():
	}
}

func (d *desk) close() {
	for _, f := range d.done {
		f()
	}
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

// fail prints err as one line, a second one with the hint, and says the code.
func (std streams) fail(err error) int {
	if err == nil {
		return exitOK
	}
	f := &fault{code: exitLeftOut, err: err}
	errors.As(err, &f)
	if errors.Is(err, context.Canceled) {
		f.code = exitInterrupted
	}
	if f.err != errQuiet {
		fmt.Fprintf(std.err, "rapporteur: %v\n", err)
	}
	if f.hint != "" {
		fmt.Fprintf(std.err, "  %s\n", f.hint)
	}
	return f.code
}

// errQuiet ends a command whose messages are already printed.
var errQuiet = errors.New("already said")
