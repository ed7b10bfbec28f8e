package record

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// maxLine bounds one line of a file of decisions.
const maxLine = 4 << 20

// ReadDecisions reads JSON Lines of decisions: all of them, or an error that
// names the line. Lines without id get theirs; empty lines are passed over.
func ReadDecisions(r io.Reader) ([]Decision, error) {
	in := bufio.NewReaderSize(r, 64<<10)
	var all []Decision
	for n := 1; ; n++ {
		line, err := readLine(in)
		if err != nil && err != io.EOF {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			d, bad := parseDecision(line)
			if bad != nil {
				return nil, fmt.Errorf("line %d: %w", n, bad)
			}
			all = append(all, d)
		}
		if err == io.EOF {
			return all, nil
		}
	}
}

// readLine reads up to the end of a line, and no more than may stand in one.
func readLine(in *bufio.Reader) (line []byte, err error) {
	for {
		part, err := in.ReadSlice('\n')
		if len(line)+len(part) > maxLine {
			return nil, fmt.Errorf("longer than %d bytes: no decision is", maxLine)
		}
		if line = append(line, part...); err != bufio.ErrBufferFull {
			return line, err
		}
	}
}

// parseDecision reads one line. A field that is not known is refused: what it
// means would be lost.
func parseDecision(line []byte) (d Decision, err error) {
	dec := json.NewDecoder(bytes.NewReader(line))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&d); err != nil {
		return d, plain(err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return d, errors.New("more than one object")
	}
	if d.ID == "" {
		d.Seal()
	} else {
		normal := d
		normal.Seal()
		d.At = normal.At
	}
	return d, d.Check()
}

// plain puts an error of the JSON reader into words about the line.
func plain(err error) error {
	var wrong *json.UnmarshalTypeError
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &wrong):
		return fmt.Errorf("%s cannot be %s", cmp.Or(clip(wrong.Field), "a line"), withArticle(wrong.Value))
	case errors.As(err, &syntax), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return errors.New("no JSON object")
	}
	return errors.New(clip(err.Error()))
}

// WriteDecisions writes decisions as JSON Lines.
func WriteDecisions(w io.Writer, all []Decision) error {
	return WriteLines(w, func(yield func(Line) bool) { _ = each(all, yield) })
}
