package learn

import (
	"bytes"
	"compress/flate"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
)

// magic begins every weight file; the digit is the version of the layout.
const magic = "rapw1"

// largest bounds what a weight file may unpack to.
const largest = 256 << 20

// Section is one named part of a weight file.
type Section struct {
	Name string
	Data []byte
}

// Pack makes a weight file: the sections in order, compressed, behind the
// digest of what they unpack to. The same sections give the same bytes.
func Pack(sections []Section) ([]byte, error) {
	var raw []byte
	for _, s := range sections {
		raw = binary.AppendUvarint(raw, uint64(len(s.Name)))
		raw = append(raw, s.Name...)
		raw = binary.AppendUvarint(raw, uint64(len(s.Data)))
		raw = append(raw, s.Data...)
	}
	sum := sha256.Sum256(raw)
	out := bytes.NewBufferString(magic)
	out.Write(sum[:])
	z, err := flate.NewWriter(out, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(raw); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// File is an unpacked weight file.
type File struct{ sections []Section }

// Unpack reads what Pack wrote and checks its digest.
func Unpack(packed []byte) (*File, error) {
	if len(packed) < len(magic)+sha256.Size || string(packed[:len(magic)]) != magic {
		return nil, errors.New("unpack weights: not a weight file of this version")
	}
	z := flate.NewReader(bytes.NewReader(packed[len(magic)+sha256.Size:]))
	raw, err := io.ReadAll(io.LimitReader(z, largest))
	if err != nil {
		return nil, fmt.Errorf("unpack weights: %w", err)
	}
	if sum := sha256.Sum256(raw); string(sum[:]) != string(packed[len(magic):len(magic)+sha256.Size]) {
		return nil, errors.New("unpack weights: the digest does not fit")
	}
	return readSections(raw)
}

func readSections(raw []byte) (*File, error) {
	f := &File{}
	for len(raw) > 0 {
		name, rest, err := chunk(raw)
		if err != nil {
			return nil, err
		}
		data, rest, err := chunk(rest)
		if err != nil {
			return nil, err
		}
		f.sections = append(f.sections, Section{string(name), data})
		raw = rest
	}
	return f, nil
}

// chunk reads a length and that many bytes.
func chunk(raw []byte) (data, rest []byte, err error) {
	n, rest, err := uvarint(raw)
	if err != nil {
		return nil, nil, err
	}
	if n > uint64(len(rest)) {
		return nil, nil, errShort
	}
	return rest[:n:n], rest[n:], nil
}

// Data is the section of that name, or an error that names it.
func (f *File) Data(name string) ([]byte, error) {
	for _, s := range f.sections {
		if s.Name == name {
			return s.Data, nil
		}
	}
	return nil, fmt.Errorf("weights have no section %q", name)
}

// Linear reads the section of that name as a linear model.
func (f *File) Linear(name string) (*Linear, error) { return section(f, name, ReadLinear) }

// section reads the section of that name with the reader of its kind of model.
func section[M any](f *File, name string, read func([]byte) (*M, error)) (*M, error) {
	data, err := f.Data(name)
	if err != nil {
		return nil, err
	}
	m, err := read(data)
	if err != nil {
		return nil, fmt.Errorf("section %q: %w", name, err)
	}
	return m, nil
}

// Lines reads the section of that name as lines of text.
func (f *File) Lines(name string) ([]string, error) {
	data, err := f.Data(name)
	if err != nil {
		return nil, err
	}
	if len(data) == 0 {
		return nil, nil
	}
	return strings.Split(strings.TrimSuffix(string(data), "\n"), "\n"), nil
}
