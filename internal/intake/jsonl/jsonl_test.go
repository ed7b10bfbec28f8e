package jsonl

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// read shows each record and fault of s in a line.
func read(s string, most int) string {
	var b strings.Builder
	for r, err := range Records(strings.NewReader(s), most) {
		var f *Fault
		switch {
		case errors.As(err, &f):
			fmt.Fprintf(&b, "line %d %s\n", f.Line, f.Code)
		case err != nil:
			fmt.Fprintf(&b, "error %v\n", err)
		default:
			fmt.Fprintf(&b, "%d %s|%s|%s|%s|%s|%s|%s\n", r.Number, r.Title, r.Published.Value, r.Outlet, r.URL, r.Byline, r.Language, r.Body)
		}
	}
	return b.String()
}

func TestRecords(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"names of one scraper",
			`{"title":"Strike ends","maintext":"The crews went back.","date_publish":"2031-05-03T06:00:00","source_domain":"www.post.example","url":"https://post.example/1","authors":["Ada Poole","Per Dahl"],"language":"en"}`,
			"1 Strike ends|2031-05-03T06:00|www.post.example|https://post.example/1|Ada Poole, Per Dahl|en|The crews went back.\n"},
		{"names of others",
			`{"headline":"Strike ends","articleBody":"The crews went back.","datePublished":"3 May 2031","publisher":{"@type":"Organization","name":"Vell Post"},"link":"https://post.example/1","author":{"name":"Ada Poole"}}`,
			"1 Strike ends|2031-05-03|Vell Post|https://post.example/1|Ada Poole||The crews went back.\n"},
		{"a name before a domain",
			`{"text":"x","source_domain":"post.example","source":"Vell Post"}`, "1 ||Vell Post||||x\n"},
		{"seconds since 1970", `{"text":"x","timestamp":1935589500}`, "1 |2031-05-03T15:45|||||x\n"},
		{"an array", `[{"text":"a"},{"text":"b"}]`, "1 |||||" + "|a\n2 ||||||b\n"},
		{"lines", "{\"text\":\"a\"}\n\n{\"text\":\"b\"}\n", "1 ||||||a\n2 ||||||b\n"},
		{"objects over several lines", "{\n \"text\": \"a\"\n}\n{\n \"text\": \"b\"\n}", "1 ||||||a\n2 ||||||b\n"},
		{"a list under a name", `{"status":"ok","articles":[{"content":"a"},{"content":"b"}]}`, "1 ||||||a\n2 ||||||b\n"},
		{"paragraphs as a list", `{"text":["` + strings.Repeat("a", 90) + `","b"]}`, "1 ||||||" + strings.Repeat("a", 90) + "\n\nb\n"},
		{"no text", `{"title":"x","text":null}`, "line 1 no-text\n"},
		{"a text below another field", `{"doc":{"text":"a"}}`, "line 1 no-text\n"},
		{"no object", "[1, 2]\n{\"text\":\"a\"}", "line 1 bad-record\n2 ||||||a\n"},
		{"one broken line", "{\"text\":\"a\"}\n{\"text\" \"b\"}\n{\"text\":\"c\"}", "1 ||||||a\nline 2 bad-record\n3 ||||||c\n"},
		{"one line cut short", "{\"text\":\"a\n{\"text\":\"b\"}\n{\"text\":\"c\"}", "line 1 bad-record\n2 ||||||b\n3 ||||||c\n"},
		{"the end cut off", "{\"text\":\"a\"}\n{\"text\":\"b", "1 ||||||a\nline 2 truncated-json\n"},
		{"a record too long", "{\"text\":\"" + strings.Repeat("x", 400) + "\"}\n{\"text\":\"b\"}", "line 1 line-too-long\n2 ||||||b\n"},
		{"nothing", "", ""},
		{"an empty list", "[]", ""},
	} {
		if got := read(c.in, 300); got != c.want {
			t.Errorf("%s:\n%swant\n%s", c.name, got, c.want)
		}
	}
}

func TestAnErrorOfTheReaderEndsTheSequence(t *testing.T) {
	var got []string
	for r, err := range Records(io.MultiReader(strings.NewReader(`{"text":"a"}`), iotest.ErrReader(io.ErrClosedPipe)), 1000) {
		if err != nil {
			got = append(got, err.Error())
			continue
		}
		got = append(got, r.Body)
	}
	if want := "a io: read/write on closed pipe"; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTheConsumerMayStop(t *testing.T) {
	for _, in := range []string{"{\"text\":\"a\"}\n{\"text\":\"b\"}", `{"items":[{"text":"a"},{"text":"b"}]}`} {
		n := 0
		for range Records(strings.NewReader(in), 1000) {
			n++
			break
		}
		if n != 1 {
			t.Errorf("%d records after a stop", n)
		}
	}
}

// Whatever stands in the file, reading ends, and no record is longer than it
// may be.
func FuzzRecords(f *testing.F) {
	f.Add("{\"title\":\"x\",\"text\":\"y\"}\n[{\"body\":[\"a\",{\"value\":1}]}]")
	f.Add("{\"a\":{\"a\":{\"a\":[[[1]]]}}}}}{")
	f.Add("{\"text\":\"\\u0000\\\"\n{\"")
	f.Fuzz(func(t *testing.T, s string) {
		n := 0
		for r, err := range Records(strings.NewReader(s), 500) {
			if (r == nil) == (err == nil) {
				t.Fatal("neither a record nor an error, or both")
			}
			if n++; n > len(s)+1 {
				t.Fatal("more records than bytes")
			}
		}
	})
}

func BenchmarkRecords(b *testing.B) {
	line := `{"title":"Strike ends","maintext":"` + strings.Repeat("The crews went back to work on Monday. ", 80) + `","date_publish":"2031-05-03T06:00:00","url":"https://post.example/1"}` + "\n"
	file := strings.Repeat(line, 100)
	b.SetBytes(int64(len(file)))
	b.ReportAllocs()
	for b.Loop() {
		for range Records(strings.NewReader(file), 1<<20) {
		}
	}
}
