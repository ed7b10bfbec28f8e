package warc

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"strings"
	"testing"
)

func record(kind, address, contentType, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, address, contentType, len(block), block)
}

func answer(status, head, body string) string {
	return "HTTP/1.1 " + status + "\r\n" + head + "\r\n\r\n" + body
}

func packed(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write([]byte(s))
	w.Close()
	return b.String()
}

func show(s string, most int64) string {
	var b strings.Builder
	for p, err := range Pages(strings.NewReader(s), most) {
		var f *Fault
		if errors.As(err, &f) {
			fmt.Fprintf(&b, "%d!%s\n", f.Number, f.Code)
			continue
		}
		fmt.Fprintf(&b, "%d %s %s %s %s\n", p.Number, p.Address, p.Type, p.Charset, p.Body)
	}
	return b.String()
}

func TestPages(t *testing.T) {
	const info, http = "application/warc-fields", "application/http; msgtype=response"
	const a = "https://post.example/1"
	page := answer("200 OK", "Content-Type: text/html; charset=windows-1251", "<p>x</p>")
	good := record("response", a, http, page)
	for _, c := range []struct{ name, in, want string }{
		{"a page", record("warcinfo", "", info, "software: x\r\n") + good, "2 " + a + " text/html windows-1251 <p>x</p>\n"},
		{"packed", record("response", a, http, answer("200 OK", "Content-Type: text/html\r\nContent-Encoding: gzip", packed("<p>x</p>"))), "1 " + a + " text/html  <p>x</p>\n"},
		{"said to be packed", record("response", a, http, answer("200 OK", "Content-Type: text/html\r\nContent-Encoding: gzip", "<p>x</p>")), "1 " + a + " text/html  <p>x</p>\n"},
		{"in chunks", record("response", a, http, answer("200 OK", "Content-Type: text/html\r\nTransfer-Encoding: chunked", "8\r\n<p>x</p>\r\n0\r\n\r\n")), "1 " + a + " text/html  <p>x</p>\n"},
		{"a text made of a page", record("conversion", a, "text/plain", "x"), "1 " + a + " text/plain  x\n"},
		{"not found, a picture, a visit again", record("response", a, http, answer("404 Not Found", "Content-Type: text/html", "no")) + record("response", a, http, answer("200 OK", "Content-Type: image/png", "x")) + record("revisit", a, http, page), ""},
		{"no length, then a good one", strings.Replace(good, "Content-Length", "Content-Width", 1) + good, "1!bad-record\n2 " + a + " text/html windows-1251 <p>x</p>\n"},
		{"a wrong length, then a good one", strings.Replace(good, fmt.Sprint("Content-Length: ", len(page)), "Content-Length: 70", 1) + good, "1 " + a + " text/html windows-1251 <p>x\n2 " + a + " text/html windows-1251 <p>x</p>\n"},
		{"a broken answer", record("response", a, http, "nothing of the kind") + good, "1!bad-record\n2 " + a + " text/html windows-1251 <p>x</p>\n"},
		{"packed in another way", record("response", a, http, answer("200 OK", "Content-Type: text/html\r\nContent-Encoding: br", "x")), "1!unread-body\n"},
		{"too long", record("conversion", a, "text/plain", strings.Repeat("x", 200)), "1!too-large\n"},
		{"cut off", good[:len(good)-12], "1!truncated-archive\n"},
		{"cut off in the head", good[:30], "1!bad-record\n"},
		{"nothing", "", ""},
	} {
		if got := show(c.in, 100); got != c.want {
			t.Errorf("%s:\n%swant\n%s", c.name, got, c.want)
		}
	}
}

func FuzzPages(f *testing.F) {
	f.Add([]byte(record("response", "http://x", "application/http", answer("200 OK", "Content-Type: text/html", "x"))))
	f.Add([]byte("WARC/1.0\r\nContent-Length: -1\r\n\r\nWARC/"))
	f.Fuzz(func(t *testing.T, data []byte) {
		n := 0
		for p, err := range Pages(bytes.NewReader(data), 1000) {
			if (p == nil) == (err == nil) {
				t.Fatal("neither a page nor an error, or both")
			}
			if n++; n > len(data) {
				t.Fatal("more pages than bytes")
			}
		}
	})
}

func BenchmarkPages(b *testing.B) {
	s := strings.Repeat(record("response", "https://post.example/1", "application/http", answer("200 OK", "Content-Type: text/html", strings.Repeat("<p>The crews went back.</p>", 2000))), 50)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		for range Pages(strings.NewReader(s), 1<<20) {
		}
	}
}
