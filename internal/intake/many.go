package intake

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"rapporteur/internal/intake/draft"
	"rapporteur/internal/intake/feed"
	"rapporteur/internal/intake/html"
	"rapporteur/internal/intake/plain"
	"rapporteur/internal/intake/warc"
)

// feed reads the entries of a feed.
func (s *source) feed(path string, in io.Reader) bool {
	data, p := s.whole(path, in)
	if p != nil {
		return s.fail(p)
	}
	items, cut, err := feed.Read(decode(data))
	if err != nil {
		return s.fail(problem(path, BadFeed, "the feed could not be read; fetch it again", err))
	}
	for _, it := range items {
		if !s.entryOf(path, it) {
			return false
		}
	}
	switch {
	case cut:
		return s.fail(problem(path, TruncatedFeed, "the feed breaks off; the entries before the break were read, fetch it again for the others", nil))
	case len(items) == 0:
		return s.fail(problem(path, NoText, "the feed has no entries; fetch it again", nil))
	}
	return true
}

// entryOf reads one entry of a feed.
func (s *source) entryOf(path string, it *feed.Item) bool {
	source := fmt.Sprintf("%s#%d", path, it.Number)
	if strings.TrimSpace(it.Body) == "" {
		return s.fail(problem(source, NoText, "the entry has a headline and no text; save the page itself", nil))
	}
	blocks, p := guard(source, func() []draft.Block { return body(it.Body) })
	if p != nil {
		return s.fail(p)
	}
	it.Blocks = blocks
	fromAddress(&it.Report)
	return s.finish(path, source, &it.Report)
}

// archive reads the pages of a web archive.
func (s *source) archive(path string, in *bufio.Reader) bool {
	capped := &capReader{in: in, left: s.opt.MaxFile, path: path}
	before := s.given
	for page, err := range warc.Pages(capped, s.opt.MaxReport) {
		var f *warc.Fault
		switch {
		case errors.As(err, &f):
			if !s.fail(problem(fmt.Sprintf("%s#%d", path, f.Number), f.Code, f.Message, f.Err)) {
				return false
			}
		case err != nil:
			return s.fail(readProblem(path, err))
		case !s.page(path, page):
			return false
		}
	}
	if s.given == before {
		return s.fail(problem(path, NoText, "the archive holds no page with text; name another", nil))
	}
	return true
}

// page reads one page of an archive. Pages without a report, menus and
// listings, are what archives mostly hold; they are passed over.
func (s *source) page(path string, p *warc.Page) bool {
	source := fmt.Sprintf("%s#%d", path, p.Number)
	r, fault := guard(source, func() *draft.Report {
		text := decodeAs(p.Body, p.Charset)
		if p.Type == "text/plain" {
			return plain.Read(text)
		}
		return html.Read(text)
	})
	if fault != nil {
		return s.fail(fault)
	}
	if len(r.Blocks) == 0 {
		return !s.stopped()
	}
	if r.Number = p.Number; r.URL == "" {
		r.URL = p.Address
	}
	fromAddress(r)
	return s.finish(path, source, r)
}

// capReader ends in a Problem after left bytes.
type capReader struct {
	in   io.Reader
	left int64
	path string
}

func (c *capReader) Read(p []byte) (int, error) {
	if c.left <= 0 {
		return 0, problem(c.path, TooLarge, "the file holds more than may be read from one file; split it", nil)
	}
	n, err := c.in.Read(p[:min(int64(len(p)), c.left)])
	c.left -= int64(n)
	return n, err
}

func size(n int64) string {
	if n >= 1<<20 {
		return fmt.Sprintf("%d MiB", n>>20)
	}
	return fmt.Sprintf("%d bytes", n)
}
