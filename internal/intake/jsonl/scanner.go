package jsonl

import (
	"bufio"
	"io"
	"strconv"
)

// scanner cuts a stream into JSON values: whole lines that are objects, and
// the members of a top-level array. It looks at quotes and brackets only; what
// the value means is for encoding/json.
//
//	[{"a":1}, {"b":2}]      ->  {"a":1}   {"b":2}
//	{"a":1}\n{"b":2}\n      ->  {"a":1}   {"b":2}
type scanner struct {
	in   *bufio.Reader
	most int
	line int // of the next byte, from 1
	buf  []byte
}

func newScanner(r io.Reader, most int) *scanner {
	return &scanner{in: bufio.NewReaderSize(r, 64<<10), most: most, line: 1}
}

// next is the next value and the line it starts on. raw is only good until the
// next call. io.EOF ends the stream.
func (s *scanner) next() (raw []byte, line int, err error) {
	c, err := s.skip()
	if err != nil {
		return nil, s.line, err
	}
	line = s.line
	if c != '{' {
		return s.stray(c, line)
	}
	return s.object(line)
}

// skip passes over what may stand between values and gives the byte after it.
func (s *scanner) skip() (byte, error) {
	for {
		c, err := s.in.ReadByte()
		if err != nil {
			return 0, err
		}
		switch c {
		case '\n':
			s.line++
		case ' ', '\t', '\r', ',', '[', ']', 0x1e: // 0x1e: RFC 7464
		default:
			return c, nil
		}
	}
}

// stray passes over something that is no object: to the end of its line.
func (s *scanner) stray(c byte, line int) ([]byte, int, error) {
	s.buf = append(s.buf[:0], c)
	for {
		c, err := s.in.ReadByte()
		if err != nil || c == '\n' {
			if c == '\n' {
				s.line++
			}
			return nil, line, &Fault{Line: line, Code: BadRecord, Message: "what stands here is no record, a JSON object, and was passed over"}
		}
	}
}

// object reads to the bracket that closes the object. A line that ends while
// the brackets are open, with the next one starting a new record, is a record
// cut short: the scanner goes on with the new one.
func (s *scanner) object(line int) ([]byte, int, error) {
	s.buf = append(s.buf[:0], '{')
	st := state{depth: 1}
	tooLong := false
	for st.depth > 0 {
		c, err := s.in.ReadByte()
		if err == io.EOF {
			return nil, line, &Fault{Line: line, Code: TruncatedJSON, Message: "the file ends inside this record, which was passed over; fetch the file again", Err: io.ErrUnexpectedEOF}
		}
		if err != nil {
			return nil, line, err
		}
		if c == '\n' {
			s.line++
			if st.inString && s.freshRecord() {
				return nil, line, &Fault{Line: line, Code: BadRecord, Message: "the record is cut short and was passed over; the records after it are read"}
			}
		}
		st.step(c)
		if len(s.buf) >= s.most {
			tooLong = true
			continue
		}
		s.buf = append(s.buf, c)
	}
	if tooLong {
		s.buf = nil // give the memory back
		return nil, line, &Fault{Line: line, Code: LineTooLong, Message: tooLongMessage(s.most)}
	}
	return s.buf, line, nil
}

// freshRecord reports whether the next bytes open an object as records do.
func (s *scanner) freshRecord() bool {
	next, _ := s.in.Peek(2)
	return len(next) == 2 && next[0] == '{' && next[1] == '"'
}

// state follows the brackets of a value.
type state struct {
	depth    int
	inString bool
	escaped  bool
}

func (st *state) step(c byte) {
	switch {
	case st.escaped:
		st.escaped = false
	case st.inString:
		st.escaped = c == '\\'
		st.inString = c != '"'
	case c == '"':
		st.inString = true
	case c == '{' || c == '[':
		st.depth++
	case c == '}' || c == ']':
		st.depth--
	}
}

func tooLongMessage(most int) string {
	return "the record is longer than " + size(most) + " and was passed over; no report is that long, so look at what made it"
}

func size(n int) string {
	if n >= 1<<20 {
		return strconv.Itoa(n>>20) + " MiB"
	}
	return strconv.Itoa(n) + " bytes"
}
