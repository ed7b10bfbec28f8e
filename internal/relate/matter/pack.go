package matter

import (
	"encoding/binary"
	"errors"

	"rapporteur/internal/record"
	"rapporteur/internal/relate/reuse"
	"rapporteur/internal/relate/story"
)

// A card is kept as its fields in order: strings and lists behind their length,
// numbers of one width.

// Pack is c as bytes.
func (c *Card) Pack() []byte {
	b := appendString(nil, string(c.ID))
	b = appendString(b, c.Prints.Outlet)
	b = binary.LittleEndian.AppendUint32(b, uint32(c.Day))
	b = appendWords(appendWords(b, c.Names), c.Prints.Terms)
	b = appendString(b, string(c.Words.Append(nil)))
	b = binary.AppendUvarint(b, uint64(len(c.Prints.Marks)))
	for i, m := range c.Prints.Marks {
		b = binary.LittleEndian.AppendUint64(b, m)
		b = binary.LittleEndian.AppendUint16(b, c.Prints.Near[i])
	}
	return b
}

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

func appendWords(b []byte, words []uint32) []byte {
	b = binary.AppendUvarint(b, uint64(len(words)))
	for _, w := range words {
		b = binary.LittleEndian.AppendUint32(b, w)
	}
	return b
}

var errShort = errors.New("a card ends too early")

// Unpack is the inverse of Pack.
func Unpack(b []byte) (*Card, error) {
	u := unpacker{b: b}
	c := &Card{ID: record.ID(u.string()), Prints: &reuse.Prints{Outlet: u.string()}}
	c.Day = int32(u.uint32())
	c.Names, c.Prints.Terms = u.words(), u.words()
	c.Words = story.VectorFrom([]byte(u.string()))
	c.Prints.Marks = make([]uint64, u.length(10))
	c.Prints.Near = make([]uint16, len(c.Prints.Marks))
	for i := range c.Prints.Marks {
		c.Prints.Marks[i] = binary.LittleEndian.Uint64(u.take(8))
		c.Prints.Near[i] = binary.LittleEndian.Uint16(u.take(2))
	}
	if u.short || len(u.b) > 0 {
		return nil, errShort
	}
	c.marks = c.Prints.Short()
	return c, nil
}

// unpacker reads what Pack wrote. Its input may be damaged: once it is too
// short, all that is read is zero.
type unpacker struct {
	b     []byte
	short bool
}

var zeros [8]byte

func (u *unpacker) take(n int) []byte {
	if n > len(u.b) {
		u.short, u.b = true, nil
		return zeros[:n]
	}
	t := u.b[:n]
	u.b = u.b[n:]
	return t
}

// length is that of a list of elements of some size.
func (u *unpacker) length(size int) int {
	n, used := binary.Uvarint(u.b)
	if used <= 0 || n > uint64(len(u.b)/size) {
		u.short, u.b = true, nil
		return 0
	}
	u.b = u.b[used:]
	return int(n)
}

func (u *unpacker) uint32() uint32 { return binary.LittleEndian.Uint32(u.take(4)) }

func (u *unpacker) string() string {
	n := u.length(1)
	if n > len(u.b) {
		u.short, u.b = true, nil
		return ""
	}
	s := string(u.b[:n])
	u.b = u.b[n:]
	return s
}

func (u *unpacker) words() []uint32 {
	out := make([]uint32, u.length(4))
	for i := range out {
		out[i] = u.uint32()
	}
	return out
}
