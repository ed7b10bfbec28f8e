package lex

import (
	"unicode"
	"unicode/utf8"

	"rapporteur/internal/learn"
	"rapporteur/internal/news"
	"rapporteur/internal/text"
)

// Form is what the learned stages see of a word: hashes of its letters and of
// its parts, its shape, and a few yes-or-no marks. Digits count as "0", curly
// quotes as straight ones.
//
//	"Brightwater" -> Word Lower Shape("Xx") Prefix(b br bri) Suffix(r er ter ater) Title
type Form struct {
	Word, Lower uint64    // as written, in lower case
	Shape       uint64    // "Xx", "X.X.", "00:00", "XX-xx": runs longer than two shortened to two
	Prefix      [3]uint64 // first one to three bytes in lower case
	Suffix      [4]uint64 // last one to four bytes in lower case
	Marks       Marks
}

// Marks are yes-or-no properties of a word.
type Marks uint8

// The marks of a word.
const (
	Upper  Marks = 1 << iota // no small letter, and a capital
	Title                    // a capital in front, small letters behind
	Digit                    // has a digit
	Hyphen                   // has a hyphen
	Small                    // begins with a small letter
	Punct                    // neither letter nor digit
)

// Forms gives the Form of every token of a.
func Forms(a *news.Analysis) []Form {
	out := make([]Form, len(a.Tokens))
	var buf [longestForm]byte
	for i := range a.Tokens {
		out[i] = formOf(a.Tokens[i].Span.Of(a.Doc.Text), &buf)
	}
	return out
}

// Loudness is 1 where a sentence is written in capitals, 2 where it is in title
// case: where fewer than one in part of its words begins small. Capitals say
// little there. It is 0 for all else, and below three words.
func Loudness(forms []Form, part int) uint64 {
	upper, title, small := 0, 0, 0
	for i := range forms {
		switch m := forms[i].Marks; {
		case m&Upper != 0:
			upper++
		case m&Title != 0:
			title++
		case m&Small != 0:
			small++
		}
	}
	switch words := upper + title + small; {
	case words < 3:
		return 0
	case upper*5 > words*4:
		return 1
	case small*part < words:
		return 2
	}
	return 0
}

// FormOf is the Form of one word.
func FormOf(w string) Form {
	var buf [longestForm]byte
	return formOf(w, &buf)
}

// longestForm is how many bytes of a word are looked at; what is longer than
// that is no word.
const longestForm = 64

// walker builds a Form letter by letter.
type walker struct {
	word, shape  uint64
	run          int  // length of the current run of one class
	last         byte // class of the letter before
	n            int  // bytes in buf
	upper, small int
	marks        Marks
	firstUpper   bool
	other        bool // a letter or digit was met
}

func formOf(w string, buf *[longestForm]byte) Form {
	k := walker{word: learn.HashStart, shape: learn.HashStart}
	for i := 0; i < len(w) && k.n < longestForm-utf8.UTFMax; {
		if c := w[i]; c < utf8.RuneSelf {
			k.ascii(c, buf)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(w[i:])
		k.wide(text.Plain(r), buf)
		i += n
	}
	return k.form(buf[:k.n])
}

func (k *walker) ascii(c byte, buf *[longestForm]byte) {
	class, low := c, c
	switch {
	case c >= 'a' && c <= 'z':
		class = 'x'
		k.lower()
	case c >= 'A' && c <= 'Z':
		class, low = 'X', c+'a'-'A'
		k.capital()
	case c >= '0' && c <= '9':
		class, low, c = '0', '0', '0'
		k.marks |= Digit
		k.other = true
	case c == '-':
		k.marks |= Hyphen
	}
	k.put(class, c)
	buf[k.n] = low
	k.n++
}

func (k *walker) wide(r rune, buf *[longestForm]byte) {
	if r < utf8.RuneSelf {
		k.ascii(byte(r), buf)
		return
	}
	class := byte('*')
	switch {
	case unicode.IsUpper(r):
		class = 'X'
		k.capital()
	case unicode.IsLetter(r):
		class = 'x'
		k.lower()
	case unicode.IsDigit(r):
		class = '0'
		k.marks |= Digit
		k.other = true
	}
	k.put(class, byte(r))
	k.word = learn.HashByte(k.word, byte(r>>8))
	k.n += utf8.EncodeRune(buf[k.n:], unicode.ToLower(r))
}

func (k *walker) capital() {
	if k.n == 0 {
		k.firstUpper = true
	}
	k.upper++
}

func (k *walker) lower() {
	if k.n == 0 {
		k.marks |= Small
	}
	k.small++
}

// put adds a letter to the hashes of word and shape.
func (k *walker) put(class, letter byte) {
	k.word = learn.HashByte(k.word, letter)
	if class == k.last {
		k.run++
	} else {
		k.run, k.last = 1, class
	}
	if k.run <= 2 {
		k.shape = learn.HashByte(k.shape, class)
	}
}

func (k *walker) form(low []byte) Form {
	f := Form{Word: learn.Stir(k.word), Shape: learn.Stir(k.shape), Marks: k.marks}
	switch {
	case k.upper > 0 && k.small == 0:
		f.Marks |= Upper
	case k.firstUpper:
		f.Marks |= Title
	}
	if k.upper == 0 && k.small == 0 && !k.other {
		f.Marks |= Punct
	}
	h := uint64(learn.HashStart)
	for i, b := range low {
		h = learn.HashByte(h, b)
		if i < len(f.Prefix) {
			f.Prefix[i] = h
		}
	}
	f.Lower = learn.Stir(h)
	h = learn.HashStart
	for i := range f.Suffix {
		if i < len(low) {
			h = learn.HashByte(h, low[len(low)-1-i])
		}
		f.Suffix[i] = h
	}
	return f
}
