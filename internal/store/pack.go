package store

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"math"
	"reflect"
	"strings"

	"rapporteur/internal/news"
)

// An analysis is kept as its fields in order, without names: numbers as
// varints, strings and lists behind their length. What the bytes mean is said
// by the shape of news.Analysis alone, so the shape's digest is kept with them,
// and a program with another shape does not try to read them: the Document is
// kept apart, as JSON, and can always be annotated again.
//
//	Mention{Span{0, 6}, First 1, ...}  ->  00 0c 02 ...

// shape is the digest of the layout of news.Analysis in this program.
var shape = func() string {
	var b strings.Builder
	describe(&b, reflect.TypeFor[news.Analysis](), map[reflect.Type]bool{})
	sum := sha256.Sum256([]byte(b.String()))
	return hex.EncodeToString(sum[:6])
}()

// describe writes the layout of t.
func describe(b *strings.Builder, t reflect.Type, above map[reflect.Type]bool) {
	if above[t] {
		b.WriteString(t.String())
		return
	}
	switch t.Kind() {
	case reflect.Struct:
		above[t] = true
		b.WriteByte('{')
		for i := range t.NumField() {
			if f := t.Field(i); !skipped(f) {
				b.WriteString(f.Name)
				b.WriteByte(' ')
				describe(b, f.Type, above)
				b.WriteByte(';')
			}
		}
		b.WriteByte('}')
		delete(above, t)
	case reflect.Slice, reflect.Array, reflect.Pointer:
		fmt.Fprintf(b, "%s %d ", t.Kind(), arrayLen(t))
		describe(b, t.Elem(), above)
	default:
		b.WriteString(t.Kind().String())
	}
}

func arrayLen(t reflect.Type) int {
	if t.Kind() == reflect.Array {
		return t.Len()
	}
	return 0
}

// skipped is the one field that is kept apart: the Document of an Analysis.
func skipped(f reflect.StructField) bool { return f.Type == reflect.TypeFor[*news.Document]() }

// pack appends the fields of v to b.
func pack(b []byte, v reflect.Value) []byte {
	switch v.Kind() {
	case reflect.Bool:
		if v.Bool() {
			return append(b, 1)
		}
		return append(b, 0)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return binary.AppendVarint(b, v.Int())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return binary.AppendUvarint(b, v.Uint())
	case reflect.Float32, reflect.Float64:
		return binary.LittleEndian.AppendUint64(b, math.Float64bits(v.Float()))
	case reflect.String:
		b = binary.AppendUvarint(b, uint64(v.Len()))
		return append(b, v.String()...)
	case reflect.Slice:
		b = binary.AppendUvarint(b, uint64(v.Len()))
		return packAll(b, v)
	case reflect.Array:
		return packAll(b, v)
	case reflect.Pointer:
		if v.IsNil() {
			return append(b, 0)
		}
		return pack(append(b, 1), v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			if !skipped(v.Type().Field(i)) {
				b = pack(b, v.Field(i))
			}
		}
		return b
	}
	panic("store: news.Analysis has a field of kind " + v.Kind().String()) // seen by every test
}

func packAll(b []byte, v reflect.Value) []byte {
	for i := range v.Len() {
		b = pack(b, v.Index(i))
	}
	return b
}

var errShort = errors.New("the analysis ends too early")

// unpacker reads what pack wrote. Its input may be damaged: every length is
// held against what is left before anything is allocated.
type unpacker struct {
	b   []byte
	err error
}

func (u *unpacker) uvarint() uint64 {
	v, n := binary.Uvarint(u.b)
	if n <= 0 {
		u.err, u.b = errShort, nil
		return 0
	}
	u.b = u.b[n:]
	return v
}

func (u *unpacker) varint() int64 {
	v, n := binary.Varint(u.b)
	if n <= 0 {
		u.err, u.b = errShort, nil
		return 0
	}
	u.b = u.b[n:]
	return v
}

// take is the next n bytes; nil when there are fewer.
func (u *unpacker) take(n uint64) []byte {
	if n > uint64(len(u.b)) {
		u.err, u.b = errShort, nil
		return nil
	}
	t := u.b[:n]
	u.b = u.b[n:]
	return t
}

// length is a number of elements; each takes at least one byte.
func (u *unpacker) length() int {
	n := u.uvarint()
	if n > uint64(len(u.b)) {
		u.err, u.b = errShort, nil
		return 0
	}
	return int(n)
}

// unpack fills v.
func (u *unpacker) unpack(v reflect.Value) {
	if u.err != nil {
		return
	}
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(u.uvarint() != 0)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(u.varint())
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(u.uvarint())
	case reflect.Float32, reflect.Float64:
		if t := u.take(8); t != nil {
			v.SetFloat(math.Float64frombits(binary.LittleEndian.Uint64(t)))
		}
	case reflect.String:
		v.SetString(string(u.take(u.uvarint())))
	case reflect.Slice:
		u.unpackSlice(v)
	case reflect.Array:
		u.unpackAll(v)
	case reflect.Pointer:
		if u.uvarint() != 0 && u.err == nil {
			v.Set(reflect.New(v.Type().Elem()))
			u.unpack(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if !skipped(v.Type().Field(i)) {
				u.unpack(v.Field(i))
			}
		}
	}
}

func (u *unpacker) unpackSlice(v reflect.Value) {
	if n := u.length(); n > 0 {
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		u.unpackAll(v)
	}
}

func (u *unpacker) unpackAll(v reflect.Value) {
	for i := range v.Len() {
		u.unpack(v.Index(i))
	}
}

// packAnalysis is a without its Document.
func packAnalysis(a *news.Analysis) []byte {
	return pack(nil, reflect.ValueOf(a).Elem())
}

// unpackAnalysis is the inverse of packAnalysis; the result belongs to doc.
func unpackAnalysis(b []byte, doc *news.Document) (*news.Analysis, error) {
	a := &news.Analysis{}
	u := unpacker{b: b}
	u.unpack(reflect.ValueOf(a).Elem())
	if u.err == nil && len(u.b) > 0 {
		u.err = fmt.Errorf("%d bytes stand after the analysis", len(u.b))
	}
	a.Doc = doc
	return a, u.err
}
