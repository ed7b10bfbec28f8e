// Package intake turns what a person has, files, folders and standard input,
// into Documents, one report each.
//
//	wire.txt    --sniff--> plain  -\
//	page.html   --sniff--> html   --> draft --clean--> *news.Document
//	feed.jsonl  --sniff--> jsonl  -/
//	photo.jpg   --sniff--> *Problem "unread-type"; the other files are read on
//
// In go paths; out come frozen Documents and Problems, in a fixed order that
// depends on nothing but the paths and the folders' contents. What a file is,
// is read from its first bytes, never from its name alone. Nothing here looks
// at two reports together, and nothing understands a sentence.
package intake

import (
	"bufio"
	"context"
	"errors"
	"io"
	"iter"
	"os"

	"rapporteur/internal/news"
)

// Options are the caps that keep a hostile or mistaken file from taking the
// machine. The zero Options stands for the defaults beside each field.
type Options struct {
	MaxReport int64 // bytes of one report, after decompression: 16 MiB
	MaxFile   int64 // bytes of a file of many reports, after decompression: 16 GiB
}

func (o Options) filled() Options {
	if o.MaxReport <= 0 {
		o.MaxReport = 16 << 20
	}
	if o.MaxFile <= 0 {
		o.MaxFile = 16 << 30
	}
	return o
}

// Read yields every report under paths, in order: files as given, folders by
// name, "-" from stdin. A *Problem in the error position names what gave no
// report and is never the end; any other error (ctx's) is the last thing
// yielded.
func Read(ctx context.Context, paths []string, stdin io.Reader, opt Options) iter.Seq2[*news.Document, error] {
	return func(yield func(*news.Document, error) bool) {
		s := &source{ctx: ctx, opt: opt.filled(), yield: yield}
		for _, path := range paths {
			if s.stopped() || !s.path(path, stdin) {
				break
			}
		}
		if err := ctx.Err(); err != nil && !s.over {
			yield(nil, err)
		}
	}
}

// source reads for one call of Read.
type source struct {
	ctx   context.Context
	opt   Options
	yield func(*news.Document, error) bool
	over  bool // the consumer wants no more
	given int  // Documents and Problems yielded
}

func (s *source) stopped() bool { return s.over || s.ctx.Err() != nil }

// give hands a report on; false when the reading ends.
func (s *source) give(d *news.Document) bool { return s.hand(d, nil) }

// fail hands a Problem on; false when the reading ends.
func (s *source) fail(p *Problem) bool { return s.hand(nil, p) }

func (s *source) hand(d *news.Document, p *Problem) bool {
	if s.stopped() {
		return false
	}
	s.given++
	if p != nil {
		s.over = !s.yield(nil, p)
	} else {
		s.over = !s.yield(d, nil)
	}
	return !s.over
}

// path reads one argument.
func (s *source) path(path string, stdin io.Reader) bool {
	if path == "-" {
		if stdin == nil {
			return s.fail(problem("-", NotFound, "there is no standard input to read", nil))
		}
		return s.stream("-", stdin)
	}
	info, err := os.Stat(path)
	if err != nil {
		return s.fail(ioProblem(path, err, false))
	}
	if !info.IsDir() {
		return s.file(path, false)
	}
	before := s.given
	if !s.folder(path, nil) {
		return false
	}
	if s.given == before {
		return s.fail(problem(path, NoReports, "the folder holds no file to read; name a folder with text, HTML or JSON files", nil))
	}
	return true
}

// file opens and reads one file. seen says that a folder's listing named it.
func (s *source) file(path string, seen bool) bool {
	f, err := os.Open(path)
	if err != nil {
		return s.fail(ioProblem(path, err, seen))
	}
	defer f.Close()
	return s.stream(path, f)
}

// stream sniffs r and hands it to the reader of its form.
func (s *source) stream(path string, r io.Reader) bool {
	in := bufio.NewReaderSize(r, 64<<10)
	head, err := in.Peek(sniffed)
	if len(head) == 0 {
		if err != nil && !errors.Is(err, io.EOF) {
			return s.fail(ioProblem(path, err, true))
		}
		return s.fail(problem(path, EmptyFile, "the file is empty; fetch it again", nil))
	}
	return s.open(path, in, head, false)
}
