package intake

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// form is what a file turns out to hold.
type form uint8

const (
	plainText form = iota
	htmlPage
	jsonValues
	feedXML
	warcFile
	gzipped
	otherXML // a sitemap or some other XML that holds no report
	unread   // known for what it is, and not read: see magic
	binary
)

const sniffed = 16 << 10 // bytes looked at

// magic are the first bytes of files that are no reports, with words for them.
var magic = [...]struct{ start, what string }{
	{"%PDF-", "a PDF document; save its text, or the page it came from, as text or HTML"},
	{"PK\x03\x04", "a zip archive or an office document; unpack it, or save it as text or HTML"},
	{"PK\x05\x06", "an empty zip archive"},
	{"\xd0\xcf\x11\xe0", "an old office document; save it as text or HTML"},
	{"{\\rtf", "a rich text document; save it as text or HTML"},
	{"\x89PNG", "a picture"}, {"\xff\xd8\xff", "a picture"}, {"GIF8", "a picture"}, {"RIFF", "a picture or sound"}, {"\x00\x00\x01\x00", "a picture"},
	{"ID3", "sound"}, {"OggS", "sound or video"}, {"\x1aE\xdf\xa3", "video"},
	{"\x7fELF", "a program"}, {"MZ\x90\x00", "a program"}, {"\xfe\xed\xfa", "a program"},
	{"BZh", "a bzip2 archive; unpack it first"}, {"\xfd7zXZ\x00", "an xz archive; unpack it first"}, {"7z\xbc\xaf", "a 7z archive; unpack it first"},
	{"Rar!", "a rar archive; unpack it first"}, {"\x28\xb5\x2f\xfd", "a zstd archive; unpack it first"},
	{"SQLite format 3\x00", "a SQLite database; name it with --db"},
}

// sniff tells from the first bytes what a file holds; what is for unread.
func sniff(head []byte) (f form, what string) {
	if bytes.HasPrefix(head, []byte{0x1f, 0x8b}) {
		return gzipped, ""
	}
	for _, m := range magic {
		if bytes.HasPrefix(head, []byte(m.start)) {
			return unread, m.what
		}
	}
	if len(head) > 262 && string(head[257:262]) == "ustar" {
		return unread, "a tar archive; unpack it first"
	}
	if len(head) > 11 && string(head[4:8]) == "ftyp" {
		return unread, "video"
	}
	if wide(head) == "" && isBinary(head) {
		return binary, ""
	}
	return sniffText(strings.TrimLeft(strings.TrimPrefix(ascii(head), "\ufeff"), " \t\r\n\f")), ""
}

// ascii is head as text, with the NULs of UTF-16 left out: enough to know
// brackets and tags.
func ascii(head []byte) string {
	if wide(head) == "" {
		return string(head)
	}
	head = bytes.ReplaceAll(head, []byte{0}, nil)
	return string(bytes.TrimPrefix(bytes.TrimPrefix(head, []byte{0xfe, 0xff}), []byte{0xff, 0xfe}))
}

func sniffText(s string) form {
	switch {
	case strings.HasPrefix(s, "WARC/1.") || strings.HasPrefix(s, "WARC/0."):
		return warcFile
	case startsJSON(s):
		return jsonValues
	case !strings.HasPrefix(s, "<"):
		return plainText
	}
	low := strings.ToLower(s)
	for _, mark := range [...]string{"<rss", "<feed", "<rdf:rdf"} {
		if at := strings.Index(low, mark); at >= 0 && !strings.Contains(low[:at], "<html") {
			return feedXML
		}
	}
	if isPage(low) {
		return htmlPage
	}
	if strings.HasPrefix(low, "<?xml") {
		return otherXML
	}
	return plainText
}

// startsJSON reports whether s opens as an object with a field, or as a list of
// objects. "[Updated] ..." is text.
func startsJSON(s string) bool {
	if s == "" || s[0] != '{' && s[0] != '[' {
		return false
	}
	rest := strings.TrimLeft(s[1:], " \t\r\n")
	if s[0] == '[' {
		return strings.HasPrefix(rest, "{") && startsJSON(rest) || strings.HasPrefix(rest, "]") && strings.TrimSpace(rest[1:]) == ""
	}
	return strings.HasPrefix(rest, `"`) || strings.HasPrefix(rest, "}")
}

// isPage reports whether text that begins with "<" is HTML: it says so, or it
// holds several of the elements that pages are made of.
func isPage(low string) bool {
	for _, start := range [...]string{"<!doctype html", "<html", "<head", "<body", "<article", "<main", "<meta", "<title", "<section", "<div", "<p>", "<p ", "<h1"} {
		if strings.HasPrefix(low, start) {
			return true
		}
	}
	kinds := 0
	for _, tag := range [...]string{"<html", "</head>", "<body", "</p>", "</div>", "</a>", "</h1>", "</li>", "</script>", "</title>"} {
		if strings.Contains(low, tag) {
			kinds++
		}
	}
	return kinds >= 2
}

// wide is "utf-16le" or "utf-16be" for text of two bytes a character, told by
// its mark or, without one, by where the NULs stand; "" for other text.
func wide(head []byte) string {
	switch {
	case bytes.HasPrefix(head, []byte{0xff, 0xfe}):
		return "utf-16le"
	case bytes.HasPrefix(head, []byte{0xfe, 0xff}):
		return "utf-16be"
	case len(head) < 8:
		return ""
	}
	var nuls [2]int
	for i, c := range head {
		if c == 0 {
			nuls[i&1]++
		}
	}
	half := len(head) / 2
	switch {
	case nuls[1] > half*6/10 && nuls[0]*20 < half:
		return "utf-16le"
	case nuls[0] > half*6/10 && nuls[1]*20 < half:
		return "utf-16be"
	}
	return ""
}

// isBinary reports whether head is no text in any encoding of one byte or more
// a character: too many control characters.
func isBinary(head []byte) bool {
	controls := 0
	for _, c := range head {
		if c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1b || c == 0x7f {
			controls++
		}
	}
	if utf8.Valid(bytes.TrimRight(head, "\x80\xbf\xc0\xe0\xf0")) {
		return controls*20 > len(head)
	}
	return controls*100 > len(head)
}
