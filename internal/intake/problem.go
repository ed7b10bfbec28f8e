package intake

import (
	"errors"
	"fmt"
	"io/fs"
)

// Codes of Problems; docs/findings.md explains each.
const (
	EmptyFile     = "empty-file"
	BinaryFile    = "binary-file"
	UnreadType    = "unread-type"
	TruncatedGzip = "truncated-gzip"
	DamagedGzip   = "damaged-gzip"
	TooLarge      = "too-large"
	NotFound      = "not-found"
	Vanished      = "vanished"
	NotPermitted  = "not-permitted"
	ReadFailed    = "read-failed"
	NoReports     = "no-reports"
	LinkLoop      = "link-loop"
	NotAFile      = "not-a-file"
	NoText        = "no-text"
	BadFeed       = "bad-feed"
	TruncatedFeed = "truncated-feed"
	OurFault      = "our-fault"
)

// Problem is a file, or a record of one, that gave no report. It stands in the
// error position of the sequence, and reading goes on after it.
type Problem struct {
	Path    string // as the user gave it, or below a folder that was given; "-" is standard input
	Code    string // kebab-case, listed in docs/findings.md
	Message string // one line: what is the matter, and what to do
	Err     error  // the cause from the operating system or a parser, where there is one
}

// Error is one line that names the thing and what to do.
func (p *Problem) Error() string { return p.Path + ": " + p.Message }

// Unwrap is the cause.
func (p *Problem) Unwrap() error { return p.Err }

func problem(path, code, message string, err error) *Problem {
	return &Problem{Path: path, Code: code, Message: message, Err: err}
}

// ioProblem words an error of the operating system. seen says that a folder's
// listing named the file a moment ago.
func ioProblem(path string, err error, seen bool) *Problem {
	switch {
	case errors.Is(err, fs.ErrNotExist) && seen:
		return problem(path, Vanished, "the file went away while it was being read; read the folder again when nothing writes to it", err)
	case errors.Is(err, fs.ErrNotExist):
		return problem(path, NotFound, "there is no such file or folder; check the name", err)
	case errors.Is(err, fs.ErrPermission):
		return problem(path, NotPermitted, "you may not read this; change its permissions or copy it", err)
	}
	return problem(path, ReadFailed, fmt.Sprintf("reading failed (%v); check the disk or copy the file", cause(err)), err)
}

// cause is err without the operation and path, which the Problem names itself.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// guard runs a reader on bytes from outside. Readers do not panic; should one
// show that it does, its file is named and the others are read.
func guard[T any](path string, read func() T) (v T, p *Problem) {
	defer func() {
		if fault := recover(); fault != nil {
			p = problem(path, OurFault, fmt.Sprintf("Rapporteur failed on this file (%v); please send it to its makers", fault), nil)
		}
	}()
	return read(), nil
}
