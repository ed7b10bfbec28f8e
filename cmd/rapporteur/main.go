// Command rapporteur reads news reports and says who met, said and wants what,
// and which sentence of which report says so.
//
// The rules of this command line, kept by every subcommand:
//
//   - Data goes to standard output, messages to standard error. What is printed
//     may be piped; what went wrong may be read.
//   - Nothing is asked. What is missing is said, with what to do about it.
//   - A report that cannot be read never stops the others: it is named, and the
//     exit code says that something was left out (docs/cli.md lists the codes).
//   - Colour is for terminals, and NO_COLOR turns it off there.
//   - `--json` prints lines of the record (docs/record.md), nothing else.
//   - An interrupt lets the reports in flight end; a second one ends at once.
//
// One file here is one subcommand: it turns flags into a call and the answer
// into text. What is to be known about reports is known below, in internal.
package main

import "os"

func main() {
	os.Exit(run(os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}))
}
