// Package warc reads the pages of a web archive: WARC files as crawlers write
// them, and the plain texts that are made of them (WET).
//
//	WARC/1.0
//	WARC-Type: response                            Address "https://post.example/1"
//	WARC-Target-URI: https://post.example/1   ->   Type    "text/html"
//	Content-Length: 1234                           Charset "utf-8"
//	                                               Body    "<html>..."
//	HTTP/1.1 200 OK ...
//
// In goes the archive, unpacked; out come the bodies of its pages, one in
// memory at a time. What is no page, pictures, failed answers, repeated visits,
// is passed over in silence; what is broken is a Fault, and reading goes on at
// the next record.
package warc

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"iter"
	"mime"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"
)

// Page is one captured page.
type Page struct {
	Number  int    // of its record, from 1
	Address string // of the page
	Type    string // "text/html", "text/plain"
	Charset string // as its server declared it; "" when it did not
	Body    []byte // good until the next Page
}

// Codes of Faults; docs/findings.md explains each.
const (
	BadRecord   = "bad-record"
	TooLarge    = "too-large"
	Truncated   = "truncated-archive"
	UnknownBody = "unread-body"
)

// Fault is a record that gave no page although it should have.
type Fault struct {
	Number  int
	Code    string
	Message string
	Err     error
}

func (f *Fault) Error() string { return fmt.Sprintf("record %d: %s", f.Number, f.Message) }

// Unwrap is the cause.
func (f *Fault) Unwrap() error { return f.Err }

const headMost = 64 << 10 // bytes of a record's head

// Pages yields the pages of r. No page of more than most bytes is kept: a
// longer one is passed over as a Fault. An error of r that is not the end ends
// the sequence and is yielded as it is.
func Pages(r io.Reader, most int64) iter.Seq2[*Page, error] {
	return func(yield func(*Page, error) bool) {
		a := &archive{in: bufio.NewReaderSize(r, headMost), most: most}
		for {
			page, err := a.next()
			switch {
			case errors.Is(err, io.EOF):
				return
			case err != nil:
				var f *Fault
				if !yield(nil, err) || !errors.As(err, &f) || f.Code == Truncated {
					return
				}
			case page != nil && !yield(page, nil):
				return
			}
		}
	}
}

// archive reads one record after the other.
type archive struct {
	in     *bufio.Reader
	most   int64
	number int
}

// next is the page of the next record, nil when the record holds none.
func (a *archive) next() (*Page, error) {
	if err := a.seek(); err != nil {
		return nil, err
	}
	a.number++
	head, err := a.head()
	if err != nil {
		return nil, err
	}
	length, err := strconv.ParseInt(strings.TrimSpace(head.Get("Content-Length")), 10, 64)
	if err != nil || length < 0 {
		return nil, a.fault(BadRecord, "the record does not say how long it is and was passed over", err)
	}
	block := &io.LimitedReader{R: a.in, N: length}
	page, fault := a.page(head, block)
	if _, err := io.Copy(io.Discard, block); err != nil {
		return nil, err
	}
	if block.N > 0 {
		return nil, a.fault(Truncated, "the archive ends inside this record, which was passed over; fetch the file again", io.ErrUnexpectedEOF)
	}
	if fault != nil {
		return nil, fault
	}
	return page, nil
}

// seek goes to the next line that opens a record, past whatever stands before.
func (a *archive) seek() error {
	for {
		line, err := a.in.ReadSlice('\n')
		if bytes.HasPrefix(line, []byte("WARC/")) {
			return nil
		}
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return err
		}
	}
}

// head reads the fields of a record.
func (a *archive) head() (textproto.MIMEHeader, error) {
	limited := &io.LimitedReader{R: onlyLines{a.in}, N: headMost}
	head, err := textproto.NewReader(bufio.NewReaderSize(limited, 16)).ReadMIMEHeader()
	if err != nil {
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			return nil, a.fault(Truncated, "the archive ends inside a record's head; fetch the file again", err)
		}
		return nil, a.fault(BadRecord, "the record's head is broken and was passed over", err)
	}
	return head, nil
}

// onlyLines hands out no more than up to the next line end at once, so that a
// buffered reader on top of it takes nothing that belongs to what follows.
type onlyLines struct{ in *bufio.Reader }

func (o onlyLines) Read(p []byte) (int, error) {
	for n := range p {
		c, err := o.in.ReadByte()
		if err != nil {
			return n, err
		}
		if p[n] = c; c == '\n' {
			return n + 1, nil
		}
	}
	return len(p), nil
}

func (a *archive) fault(code, message string, err error) *Fault {
	return &Fault{Number: a.number, Code: code, Message: message, Err: err}
}

// page reads the page of a record that holds one.
func (a *archive) page(head textproto.MIMEHeader, block *io.LimitedReader) (*Page, *Fault) {
	address := strings.Trim(head.Get("WARC-Target-URI"), "<> ")
	switch head.Get("WARC-Type") {
	case "response":
		return a.answer(address, block)
	case "conversion", "resource":
		return a.body(address, head.Get("Content-Type"), block)
	}
	return nil, nil
}

// answer reads the page out of a server's answer.
func (a *archive) answer(address string, block *io.LimitedReader) (*Page, *Fault) {
	if !strings.HasPrefix(address, "http") {
		return nil, nil // an answer to a name server's question
	}
	resp, err := http.ReadResponse(bufio.NewReader(block), nil)
	if err != nil {
		return nil, a.fault(BadRecord, "the server's answer is broken and was passed over", err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, nil
	}
	body, known := unpack(resp.Body, resp.Header.Get("Content-Encoding"))
	if !known {
		return nil, a.fault(UnknownBody, "the page is packed in a way that is not read ("+clip(resp.Header.Get("Content-Encoding"))+") and was passed over", nil)
	}
	return a.body(address, resp.Header.Get("Content-Type"), body)
}

// unpack undoes a content encoding.
func unpack(r io.Reader, encoding string) (io.Reader, bool) {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "", "identity":
		return r, true
	case "gzip", "x-gzip":
		in := bufio.NewReader(r)
		if head, _ := in.Peek(2); !bytes.Equal(head, []byte{0x1f, 0x8b}) {
			return in, true // crawlers unpack and forget to say so
		}
		z, err := gzip.NewReader(in)
		return z, err == nil
	case "deflate":
		return flate.NewReader(r), true
	}
	return nil, false
}

// body reads a page's text, nil when it is no text. A page that ends too early
// is read as far as it goes.
func (a *archive) body(address, contentType string, r io.Reader) (*Page, *Fault) {
	media, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		media, _, _ = strings.Cut(contentType, ";")
	}
	media = strings.ToLower(strings.TrimSpace(media))
	switch media {
	case "text/html", "application/xhtml+xml", "text/plain":
	default:
		return nil, nil
	}
	data, err := io.ReadAll(io.LimitReader(r, a.most+1))
	if int64(len(data)) > a.most {
		return nil, a.fault(TooLarge, "the page is longer than any report and was passed over", nil)
	}
	if err != nil && len(data) == 0 {
		return nil, a.fault(BadRecord, "the page's body is broken and was passed over", err)
	}
	return &Page{Number: a.number, Address: address, Type: media, Charset: params["charset"], Body: data}, nil
}

func clip(s string) string { return s[:min(len(s), 30)] }
