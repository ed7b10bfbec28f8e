package intake

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strings"

	"rapporteur/internal/intake/clean"
	"rapporteur/internal/intake/draft"
	"rapporteur/internal/intake/html"
	"rapporteur/internal/intake/jsonl"
	"rapporteur/internal/intake/plain"
	"rapporteur/internal/news"
)

// open hands in, whose first bytes are head, to the reader of its form.
// inside says that in is already the inside of a gzip file.
func (s *source) open(path string, in *bufio.Reader, head []byte, inside bool) bool {
	f, what := sniff(head)
	switch f {
	case gzipped:
		if inside {
			return s.fail(problem(path, UnreadType, "the file is compressed twice; unpack it first", nil))
		}
		return s.unzip(path, in)
	case jsonValues:
		return s.records(path, in, head)
	case htmlPage:
		return s.one(path, in, readPage)
	case plainText:
		return s.one(path, in, plain.Read)
	case feedXML:
		return s.feed(path, in)
	case warcFile:
		return s.archive(path, in)
	case otherXML:
		return s.fail(problem(path, UnreadType, "this is XML that holds no report of its own and was passed over; save the pages it names", nil))
	case unread:
		return s.fail(problem(path, UnreadType, "this is "+what+" and was passed over", nil))
	}
	return s.fail(problem(path, BinaryFile, "this is no text and was passed over; name text, HTML or JSON files", nil))
}

func readPage(page string) *draft.Report { return html.Read(page) }

// unzip reads what is inside a gzip file.
func (s *source) unzip(path string, in io.Reader) bool {
	z, err := gzip.NewReader(in)
	if err != nil {
		return s.fail(readProblem(path, err))
	}
	inner := bufio.NewReaderSize(z, 64<<10)
	head, err := inner.Peek(sniffed)
	if len(head) == 0 {
		if err != nil && !errors.Is(err, io.EOF) {
			return s.fail(readProblem(path, err))
		}
		return s.fail(problem(path, EmptyFile, "there is nothing inside the compressed file; fetch it again", nil))
	}
	return s.open(path, inner, head, true)
}

// readProblem words an error that came while reading.
func readProblem(path string, err error) *Problem {
	var p *Problem
	switch {
	case errors.As(err, &p):
		return p
	case errors.Is(err, io.ErrUnexpectedEOF):
		return problem(path, TruncatedGzip, "the compressed file ends too early and its last report was not read; fetch it again", err)
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), strings.HasPrefix(err.Error(), "flate:"):
		return problem(path, DamagedGzip, "the compressed file is damaged; fetch it again", err)
	}
	return ioProblem(path, err, true)
}

// one reads a file of one report.
func (s *source) one(path string, in io.Reader, read func(string) *draft.Report) bool {
	data, p := s.whole(path, in)
	if p != nil {
		return s.fail(p)
	}
	r, p := guard(path, func() *draft.Report { return read(decode(data)) })
	if p != nil {
		return s.fail(p)
	}
	if len(r.Blocks) == 0 {
		return s.fail(problem(path, NoText, "no text was found in it; save the page again once it has loaded, or paste its text into a file", nil))
	}
	return s.finish(path, path, r)
}

// whole reads a file that must fit into memory.
func (s *source) whole(path string, in io.Reader) ([]byte, *Problem) {
	data, err := io.ReadAll(io.LimitReader(in, s.opt.MaxReport+1))
	if err != nil {
		return nil, readProblem(path, err)
	}
	if int64(len(data)) > s.opt.MaxReport {
		return nil, problem(path, TooLarge, fmt.Sprintf("the file holds more than %s, and no report is that long; split it, or write one JSON record a line", size(s.opt.MaxReport)), nil)
	}
	return data, nil
}

// finish cleans a report and hands it on. source is how the user finds it.
func (s *source) finish(path, source string, r *draft.Report) bool {
	d, p := guard(source, func() *news.Document { return clean.Document(r) })
	if p != nil {
		return s.fail(p)
	}
	if d.Text == "" {
		return s.fail(problem(source, NoText, "nothing but menus and notices was found in it; save the page again once it has loaded", nil))
	}
	d.Source = source
	d.Key = key(path, r)
	return s.give(d)
}

// key tells a report from another with the same words: its address, else what
// its file calls it, else the file's name where the file is its own.
func key(path string, r *draft.Report) string {
	switch {
	case r.URL != "":
		return strings.TrimSpace(r.URL)
	case r.ID != "":
		return r.ID
	case r.Number > 0 || path == "-":
		return ""
	}
	return filepath.Base(path)
}

// records reads a file of JSON. A file of one record is named as it is; the
// records of a file of several get their number behind the file's name.
func (s *source) records(path string, in *bufio.Reader, head []byte) bool {
	capped := &capReader{in: decoding(in, head), left: s.opt.MaxFile, path: path}
	var held *jsonl.Record // the last one, until it is known whether it is the only one
	several, before := false, s.given
	for rec, err := range jsonl.Records(capped, int(s.opt.MaxReport)) {
		several = several || held != nil
		if held != nil && !s.record(path, held, several) {
			return false
		}
		held = rec
		if err != nil && !s.fault(path, err) {
			return false
		}
	}
	if held != nil {
		return s.record(path, held, several || held.Number > 1)
	}
	if s.given == before {
		return s.fail(problem(path, NoText, "the file holds no record; fetch it again", nil))
	}
	return true
}

// record finishes one record.
func (s *source) record(path string, rec *jsonl.Record, several bool) bool {
	source := path
	if several {
		source = fmt.Sprintf("%s#%d", path, rec.Number)
	} else {
		rec.Number = 0
	}
	blocks, p := guard(source, func() []draft.Block { return body(rec.Body) })
	if p != nil {
		return s.fail(p)
	}
	rec.Blocks = blocks
	fromAddress(&rec.Report)
	return s.finish(path, source, &rec.Report)
}

// fromAddress fills a date and an outlet that the file does not state from the
// report's address.
func fromAddress(r *draft.Report) {
	r.Publish(html.DayIn(r.URL), news.Page)
	if u, err := url.Parse(r.URL); err == nil && r.Outlet == "" {
		r.Outlet = u.Hostname()
	}
}

// body cuts the text of a record into blocks: HTML by its elements, plain text
// by its lines.
func body(text string) []draft.Block {
	if html.IsMarkup(text) {
		return html.Fragment(text)
	}
	return plain.Body(text)
}

func (s *source) fault(path string, err error) bool {
	var f *jsonl.Fault
	if errors.As(err, &f) {
		return s.fail(problem(fmt.Sprintf("%s:%d", path, f.Line), f.Code, f.Message, f.Err))
	}
	return s.fail(readProblem(path, err))
}
