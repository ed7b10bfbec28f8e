package intake

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
)

const prose = "The crews of the ferries went back to work on Monday, the company said.\n\nTickets are on sale again in all the ports of the islands.\n"

// files writes a folder: names and contents in turn.
func files(t *testing.T, pairs ...string) string {
	t.Helper()
	dir := t.TempDir()
	for i := 0; i < len(pairs); i += 2 {
		path := filepath.Join(dir, pairs[i])
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(pairs[i+1]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// read shows what Read yields: the base names of reports, the codes of
// Problems behind the base names of theirs.
func read(t *testing.T, opt Options, paths ...string) string {
	t.Helper()
	var out []string
	for d, err := range Read(context.Background(), paths, strings.NewReader(""), opt) {
		var p *Problem
		switch {
		case errors.As(err, &p):
			if p.Message == "" || strings.ContainsAny(p.Message, "\n") || !strings.HasPrefix(p.Error(), p.Path) {
				t.Errorf("the problem %q is no line that names the thing", p)
			}
			out = append(out, filepath.Base(p.Path)+"!"+p.Code)
		case err != nil:
			t.Fatalf("an error that is no Problem: %v", err)
		default:
			out = append(out, filepath.Base(d.Source))
		}
	}
	return strings.Join(out, " ")
}

func zipped(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	io.WriteString(w, s)
	w.Close()
	return b.String()
}

func TestBadInput(t *testing.T) {
	long := zipped(strings.Repeat("The crews went back to work. ", 4000))
	opt := Options{MaxReport: 64 << 10}
	for _, c := range []struct{ name, content, want string }{
		{"empty.txt", "", "empty.txt!empty-file"},
		{"blank.txt", " \n\n ", "blank.txt!no-text"},
		{"picture.txt", "\x89PNG\r\n\x1a\n\x00\x00\x00\x0d", "picture.txt!unread-type"},
		{"paper.pdf", "%PDF-1.7\n1 0 obj", "paper.pdf!unread-type"},
		{"office.docx", "PK\x03\x04\x14\x00", "office.docx!unread-type"},
		{"bytes.txt", strings.Repeat("\x01\x9f\x00\xe3\x05", 400), "bytes.txt!binary-file"},
		{"cut.txt.gz", long[:len(long)/2], "cut.txt.gz!truncated-gzip"},
		{"head.gz", long[:5], "head.gz!truncated-gzip"},
		{"damaged.gz", long[:40] + "\xff\xff\xff\xff" + long[44:], "damaged.gz!damaged-gzip"},
		{"twice.gz", zipped(zipped("x")), "twice.gz!unread-type"},
		{"hollow.gz", zipped(""), "hollow.gz!empty-file"},
		{"line.txt", strings.Repeat("word ", 40_000), "line.txt!too-large"},
		{"bomb.gz", zipped(strings.Repeat("word ", 40_000)), "bomb.gz!too-large"},
		{"page.html", "<html><head><title></title></head><body><script>x()</script></body></html>", "page.html!no-text"},
		{"menus.txt", "Share\nAdvertisement\n", "menus.txt!no-text"},
		{"sitemap.xml", `<?xml version="1.0"?><urlset><url><loc>https://post.example</loc></url></urlset>`, "sitemap.xml!unread-type"},
		{"none.json", "[]", "none.json!no-text"},
		{"untold.json", `{"title":"x"}`, "untold.json:1!no-text"},
		{"cut.jsonl", `{"text":"x`, "cut.jsonl:1!truncated-json"},
		{"bad.rss", "<rss><channel><title>x", "bad.rss!bad-feed"},
		{"none.rss", "<rss version='2.0'><channel><title>x</title></channel></rss>", "none.rss!no-text"},
		{"cut.rss", "<rss version='2.0'><channel><item><title>x</title><description>The crews went back.</description></item><item><tit", "cut.rss#1 cut.rss!truncated-feed"},
		{"none.warc", "WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n", "none.warc!no-text"},
		{"cut.warc", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 100\r\n\r\nHTTP/1.1", "cut.warc#1!truncated-archive"},
		{"long.jsonl", `{"text":"` + strings.Repeat("word ", 40_000) + `"}`, "long.jsonl:1!line-too-long"},
	} {
		// The bad file stands between two good ones, which are read.
		dir := files(t, "0.txt", prose, c.name, c.content, "z.txt", prose)
		if got, want := read(t, opt, dir), "0.txt "+c.want+" z.txt"; got != want {
			t.Errorf("%s: %s, want %s", c.name, got, want)
		}
	}
}

func TestFolders(t *testing.T) {
	dir := files(t, "b.txt", prose, "a/2.txt", prose, "a/1.txt", prose, ".hidden", "x", "draft.txt~", "x", "c/d/e.txt", prose)
	if got, want := read(t, Options{}, dir), "1.txt 2.txt b.txt e.txt"; got != want {
		t.Errorf("order %s, want %s", got, want)
	}
	empty := files(t)
	if got, want := read(t, Options{}, empty), filepath.Base(empty)+"!no-reports"; got != want {
		t.Errorf("an empty folder: %s, want %s", got, want)
	}
	if got, want := read(t, Options{}, filepath.Join(dir, "nowhere")), "nowhere!not-found"; got != want {
		t.Errorf("no such name: %s, want %s", got, want)
	}
}

func TestLinks(t *testing.T) {
	dir := files(t, "a/1.txt", prose)
	for name, to := range map[string]string{"a/up": dir, "a/self": filepath.Join(dir, "a/self"), "a/nowhere": "nothing", "b": filepath.Join(dir, "a")} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Skip("no links here: ", err)
		}
	}
	// The folder b is a link to a, not into itself: it is read as well.
	one := "1.txt nowhere!link-loop self!link-loop up!link-loop"
	if got, want := read(t, Options{}, dir), one+" "+one; got != want {
		t.Errorf("links: %s, want %s", got, want)
	}
}

func TestNotPermitted(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("the superuser may read everything")
	}
	dir := files(t, "0.txt", prose, "shut.txt", prose)
	if err := os.Chmod(filepath.Join(dir, "shut.txt"), 0); err != nil {
		t.Fatal(err)
	}
	if got, want := read(t, Options{}, dir), "0.txt shut.txt!not-permitted"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

func TestAFileVanishesWhileTheFolderIsRead(t *testing.T) {
	dir := files(t, "0.txt", prose, "1.txt", prose, "2.txt", prose)
	var got []string
	for d, err := range Read(context.Background(), []string{dir}, nil, Options{}) {
		os.Remove(filepath.Join(dir, "1.txt"))
		var p *Problem
		if errors.As(err, &p) {
			got = append(got, p.Code)
			continue
		}
		got = append(got, filepath.Base(d.Source))
	}
	if want := "0.txt vanished 2.txt"; strings.Join(got, " ") != want {
		t.Errorf("%v, want %s", got, want)
	}
}

func TestTheEndOfTheContextIsTheLastError(t *testing.T) {
	dir := files(t, "0.txt", prose, "1.txt", prose)
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	n := 0
	var last error
	for _, err := range Read(ctx, []string{dir}, nil, Options{}) {
		n++
		last = err
		cancel()
	}
	if n != 2 || !errors.Is(last, context.Canceled) {
		t.Errorf("%d yielded, the last %v", n, last)
	}
}

func TestSourcesAndKeys(t *testing.T) {
	dir := files(t, "one.txt", prose, "two.json", `{"text":"The crews went back to work.","url":" https://post.example/2 "}`,
		"three.jsonl", "{\"text\":\"The crews went back.\",\"id\":7}\n{\"text\":\"The crews stayed at home.\"}\n")
	var got []string
	for d, err := range Read(context.Background(), []string{dir, "-"}, strings.NewReader(prose), Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, filepath.Base(d.Source)+"="+d.Key+"="+d.Outlet)
	}
	want := "one.txt=one.txt= three.jsonl#1=7= three.jsonl#2== two.json=https://post.example/2=post.example -=="
	if strings.Join(got, " ") != want {
		t.Errorf("%s\nwant %s", strings.Join(got, " "), want)
	}
}

// A packed archive is read a member at a time, each page in its encoding.
func TestArchive(t *testing.T) {
	page := "<html><head><title>Забастовка</title></head><body><article><p>" + strings.Repeat("Экипажи паромов в понедельник вернулись к работе, сообщила компания. ", 6) + "</p></article></body></html>"
	b, err := charmap.Windows1251.NewEncoder().String(page)
	if err != nil {
		t.Fatal(err)
	}
	answer := "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1251\r\n\r\n" + b
	file := zipped("WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 2\r\n\r\nxx\r\n\r\n") +
		zipped(fmt.Sprintf("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://post.example/2031/05/03/strike\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", len(answer), answer))
	n := 0
	for d, err := range Read(context.Background(), []string{"-"}, strings.NewReader(file), Options{}) {
		n++
		if err != nil || d.Title != "Забастовка" || d.Key != "https://post.example/2031/05/03/strike" || d.Outlet != "post.example" || d.Published.Value != "2031-05-03" || d.Source != "-#2" {
			t.Errorf("%v %+v", err, d)
		}
	}
	if n != 1 {
		t.Errorf("%d reports", n)
	}
}

// A line of 200 MB is not read into memory.
func TestAHugeLineCostsNoMemory(t *testing.T) {
	huge := io.MultiReader(strings.NewReader(`{"text":"`), io.LimitReader(zeroes{}, 200<<20), strings.NewReader("\"}\n{\"text\":\"The crews went back.\"}"))
	var got []string
	for d, err := range Read(context.Background(), []string{"-"}, huge, Options{MaxReport: 1 << 20}) {
		var p *Problem
		if errors.As(err, &p) {
			got = append(got, p.Code)
			continue
		}
		got = append(got, d.Text)
	}
	if want := "line-too-long|The crews went back."; strings.Join(got, "|") != want {
		t.Errorf("%v, want %s", got, want)
	}
}

// zeroes is an endless run of the digit.
type zeroes struct{}

func (zeroes) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = '0'
	}
	return len(p), nil
}

func TestGuardNamesTheFile(t *testing.T) {
	_, p := guard("x.txt", func() int { panic("oops") })
	if p == nil || p.Code != OurFault || !strings.HasPrefix(p.Error(), "x.txt: ") {
		t.Errorf("got %v", p)
	}
	if v, p := guard("x.txt", func() int { return 7 }); v != 7 || p != nil {
		t.Errorf("got %d, %v", v, p)
	}
}

func TestSniff(t *testing.T) {
	for _, c := range []struct {
		in   string
		want form
	}{
		{"The crews went back.", plainText},
		{"[Updated] The crews went back.", plainText},
		{"{sic} the crews went back", plainText},
		{"<image>x</image> The crews went back.", plainText},
		{"\ufeff  <!DOCTYPE html><html>", htmlPage},
		{"<!-- x --><html><body>", htmlPage},
		{"<?xml version='1.0'?><html xmlns='x'><head></head><body>", htmlPage},
		{"<?xml version='1.0'?><rss version='2.0'>", feedXML},
		{"<feed xmlns='http://www.w3.org/2005/Atom'>", feedXML},
		{"WARC/1.0\r\n", warcFile},
		{`{"text": 1}`, jsonValues},
		{"[\n {\"text\": 1}]", jsonValues},
		{"<?xml version='1.0'?><urlset>", otherXML},
		{"\x1f\x8b\x08", gzipped},
		{"\x00\x01\x02\x03\x04\x05\x06\x07\x08", binary},
	} {
		if got, _ := sniff([]byte(c.in)); got != c.want {
			t.Errorf("sniff(%q) = %d, want %d", c.in, got, c.want)
		}
	}
}

// Every code that the source names is explained.
func TestCodesAreExplained(t *testing.T) {
	doc, err := os.ReadFile("../../docs/findings.md")
	if err != nil {
		t.Fatal(err)
	}
	known := 0
	for _, name := range []string{"problem.go", "draft/draft.go", "clean/clean.go", "jsonl/jsonl.go", "feed/feed.go", "warc/warc.go"} {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`\t[A-Z]\w+ += "([a-z]+(?:-[a-z]+)+)"`).FindAllSubmatch(src, -1) {
			known++
			if !bytes.Contains(doc, fmt.Appendf(nil, "| `%s` |", m[1])) {
				t.Errorf("%s: the code %s is not in docs/findings.md", name, m[1])
			}
		}
	}
	if known < 25 {
		t.Errorf("only %d codes found", known)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(prose))
	f.Add([]byte(`{"title":"x","text":"<p>The crews went back.</p>"}`))
	f.Add([]byte("<html><body><p>The crews went back to work.</p></body></html>"))
	f.Add([]byte(zipped("[{\"text\":\"x\"},{}]")))
	f.Add([]byte("\xff\xfeT\x00h\x00e\x00 \x00c\x00r\x00e\x00w\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		n := 0
		for d, err := range Read(context.Background(), []string{"-"}, bytes.NewReader(data), Options{MaxReport: 1 << 20}) {
			n++
			var p *Problem
			if err != nil && (!errors.As(err, &p) || p.Code == OurFault) {
				t.Fatalf("a fault of ours, or an error that is no Problem: %v", err)
			}
			if err == nil && (d.Text == "" || d.Source == "" || !d.Blocks[0].Span.Fits(d.Text)) {
				t.Fatalf("no report: %+v", d)
			}
		}
		if n == 0 {
			t.Fatal("neither a report nor a Problem")
		}
	})
}

func BenchmarkReadText(b *testing.B) {
	text := strings.Repeat(prose, 20)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range Read(context.Background(), []string{"-"}, strings.NewReader(text), Options{}) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}
