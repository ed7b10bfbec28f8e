// Package intake turns what a person has, files, folders and standard input,
// into Documents, one report each.
//
//	wire.txt    --sniff--> plain  -\
//	page.html   --sniff--> html   --> draft --clean--> *news.Document
//	feed.jsonl  --sniff--> jsonl  -/
//	photo.jpg   --sniff--> *Problem "binary"; the other files are read on
//
// In go paths; out come frozen Documents and Problems, in a fixed order that
// depends on nothing but the paths and the folders' contents. What a file is,
// is read from its first bytes, never from its name alone. Nothing here looks
// at two reports together, and nothing understands a sentence.
package intake

import (
	"context"
	"io"
	"iter"

	"rapporteur/internal/news"
)

// Options are the caps that keep a hostile or mistaken file from taking the
// machine. The zero Options stands for the defaults beside each field.
type Options struct {
	MaxReport int64 // bytes of one report, after decompression: 16 MiB
	MaxFile   int64 // bytes of a file of many reports, after decompression: 16 GiB
}

// Problem is a file, or a record of one, that gave no report. It stands in the
// error position of the sequence, and reading goes on after it.
type Problem struct {
	Path    string // as the user gave it, or below a folder that was given; "-" is standard input
	Code    string // kebab-case, listed in docs/findings.md
	Message string // one line: what is the matter, and what to do
	Err     error  // the cause from the operating system, where there is one
}

// Error is one line that names the thing and what to do.
func (p *Problem) Error() string { return p.Path + ": " + p.Message }

// Unwrap is the cause.
func (p *Problem) Unwrap() error { return p.Err }

// Read yields every report under paths, in order: files as given, folders by
// name, "-" from stdin. A *Problem in the error position names what gave no
// report and is never the end; any other error (ctx's) is the last thing
// yielded.
func Read(ctx context.Context, paths []string, stdin io.Reader, opt Options) iter.Seq2[*news.Document, error] {
	return func(yield func(*news.Document, error) bool) {
		if err := ctx.Err(); err != nil {
			yield(nil, err)
		}
	}
}
