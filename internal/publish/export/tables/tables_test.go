package tables

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"rapporteur/internal/publish/export/exporttest"
	"rapporteur/internal/publish/export/source"
	"rapporteur/internal/publish/publishtest"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

func written(t testing.TB, src *source.Source, kind string) []byte {
	return exporttest.Bytes(t, func(b *bytes.Buffer) error { return Write(b, src, kind) })
}

// read reads a table back with encoding/csv, as rows by name of the column.
func read(t testing.TB, b []byte) (names []string, rows []map[string]string) {
	t.Helper()
	all, err := csv.NewReader(bytes.NewReader(b)).ReadAll() // wants as many cells in every row
	if err != nil {
		t.Fatal(err)
	}
	for _, cells := range all[1:] {
		row := map[string]string{}
		for i, c := range cells {
			row[all[0][i]] = c
		}
		rows = append(rows, row)
	}
	return all[0], rows
}

// TestTablesHoldTheRecord reads every table back and holds it to the record.
func TestTablesHoldTheRecord(t *testing.T) {
	r := publishtest.Rich()
	src := exporttest.Of(t, r, store.Filter{})
	for _, kind := range record.Kinds {
		_, rows := read(t, written(t, src, kind))
		var ids []string
		for l, err := range src.Lines(kind) {
			if err != nil {
				t.Fatal(err)
			}
			ids = append(ids, string(l.LineID()))
		}
		for i, row := range rows {
			if i >= len(ids) || row["id"] != ids[i] {
				t.Errorf("%s: row %d has the id %s; want those of %v", kind, i, row["id"], ids)
			}
		}
		if len(rows) != len(ids) {
			t.Errorf("%s: %d rows, want %d", kind, len(rows), len(ids))
		}
	}
}

func TestCellsOfAQuote(t *testing.T) {
	_, rows := read(t, written(t, exporttest.Of(t, publishtest.Rich(), store.Filter{}), record.KindQuote))
	row := rows[0]
	for name, want := range map[string]string{
		"id": "q1", "form": "direct", "speaker_entity": "toland", "speaker_name": "Mira Toland", "speaker_text": "Toland", "speaker_anonymous": "false",
		"via": `["Meridian"]`, "addressee_text": "", "negated": "false", "support_reports": "2", "support_origin_ids": `["o1"]`, "confidence": "0.95",
		"first_outlet": "Ilvane Courier", "first_published": "2031-05-12", "first_link": "https://courier.example/2031/05/12/toland", "review": "",
	} {
		if row[name] != want {
			t.Errorf("%s is %q, want %q", name, row[name], want)
		}
	}
	var ev []record.Evidence
	if err := json.Unmarshal([]byte(row["evidence"]), &ev); err != nil || len(ev) != 2 || ev[0].Exact != row["text"] {
		t.Errorf("evidence: %v, %+v", err, ev)
	}
	if !strings.HasPrefix(row["says"], "Mira Toland: ") {
		t.Errorf("says %q", row["says"])
	}
}

func TestParticipantsOfAnEvent(t *testing.T) {
	_, rows := read(t, written(t, exporttest.Of(t, publishtest.Rich(), store.Filter{}), record.KindEvent))
	at := slices.IndexFunc(rows, func(r map[string]string) bool { return r["id"] == "ev9" })
	if row := rows[at]; row["actors"] != "Veldamar" || row["recipients"] != "Karsk" || row["hosts"] != "" {
		t.Errorf("actors %q, recipients %q, hosts %q", row["actors"], row["recipients"], row["hosts"])
	}
}

// TestNoCellIsAFormula: what a spreadsheet would reckon out gets an apostrophe,
// and all else stays as it is.
func TestNoCellIsAFormula(t *testing.T) {
	for _, s := range []string{"=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1+1", "'=1", "=cmd|' /C calc'!A0"} {
		got := text(s)
		if got != "'"+s {
			t.Errorf("%q became %q", s, got)
		}
	}
	for _, s := range []string{"", "a=b", "1", "“x”", " ", "{}", "Élan"} {
		if got := text(s); got != s {
			t.Errorf("%q became %q", s, got)
		}
	}
	if got := text("a\x00b\xffc"); got != "a\uFFFDb\uFFFDc" {
		t.Errorf("got %q", got)
	}
}

func TestLinesEndAsTheStandardSays(t *testing.T) {
	b := written(t, exporttest.Of(t, publishtest.Rich(), store.Filter{}), record.KindReport)
	if !bytes.HasSuffix(b, []byte("\r\n")) || bytes.Count(b, []byte("\r\n")) != 7 {
		t.Errorf("%d lines end in CRLF, want a head and 6 reports", bytes.Count(b, []byte("\r\n")))
	}
	_, rows := read(t, b)
	if r := publishtest.Rich().Reports[0]; rows[0]["text"] != r.Text {
		t.Errorf("line ends of a text have changed:\n%q\n%q", rows[0]["text"], r.Text)
	}
}

// TestPythonReadsHostileTables: another reader finds the same cells, however
// the words of a report try to break out of theirs.
func TestPythonReadsHostileTables(t *testing.T) {
	const script = `
import csv, glob, json
out = {}
for name in glob.glob('*.csv'):
    rows = list(csv.reader(open(name, encoding='utf-8', newline=''), strict=True))
    assert all(len(r) == len(rows[0]) for r in rows), (name, [len(r) for r in rows])
    for row in rows[1:]:
        for cell in row:
            assert cell.lstrip()[:1] not in tuple('=+-@') or cell.lstrip('-')[:1].isdigit(), cell
    out[name] = [dict(zip(rows[0], r)) for r in rows[1:]]
print(json.dumps(out))
`
	r := publishtest.Hostile()
	r.Quotes[0].Text = "=HYPERLINK(\"http://x\")\r\n,\"\" " + publishtest.Attack
	src := exporttest.Of(t, r, store.Filter{})
	files := map[string][]byte{}
	for _, kind := range record.Kinds {
		files[kind+".csv"] = written(t, src, kind)
	}
	var tables map[string][]map[string]string
	if err := json.Unmarshal([]byte(exporttest.Python(t, "csv", script, nil, files)), &tables); err != nil {
		t.Fatal(err)
	}
	if len(tables) != len(record.Kinds) {
		t.Errorf("%d tables", len(tables))
	}
	if got := tables["quote.csv"][0]["text"]; got != "'"+r.Quotes[0].Text {
		t.Errorf("the quote came back as %q", got)
	}
	if got := tables["report.csv"][0]["text"]; got != r.Reports[0].Text {
		t.Errorf("the report came back as %q", got)
	}
}

// TestCodebookNamesEveryColumn, and no other.
func TestCodebookNamesEveryColumn(t *testing.T) {
	_, rows := read(t, exporttest.Bytes(t, func(b *bytes.Buffer) error { return Codebook(b) }))
	src := exporttest.Of(t, publishtest.Rich(), store.Filter{})
	for _, kind := range record.Kinds {
		var want []string
		for _, row := range rows {
			if row["table"] == kind {
				want = append(want, row["column"])
				if row["meaning"] == "" || row["type"] == "" {
					t.Errorf("%s.%s has no meaning or type", kind, row["column"])
				}
			}
		}
		if got, _ := read(t, written(t, src, kind)); !slices.Equal(got, want) {
			t.Errorf("%s has the columns\n%v\nthe codebook\n%v", kind, got, want)
		}
	}
}

// TestPageOfTheCodebook holds docs/exports.md to the tables. With UPDATE_DOCS
// set it writes that part of the page.
func TestPageOfTheCodebook(t *testing.T) {
	const file, begin, end = "../../../../docs/exports.md", "<!-- codebook -->\n", "<!-- end of the codebook -->"
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(b), begin)
	old, tail, closed := strings.Cut(rest, end)
	if !ok || !closed {
		t.Fatalf("docs/exports.md has no part from %q to %q", begin, end)
	}
	if old == Page() {
		return
	}
	if os.Getenv("UPDATE_DOCS") == "" {
		t.Fatal("docs/exports.md is not what the tables are: UPDATE_DOCS=1 go test ./internal/publish/export/tables")
	}
	if err := os.WriteFile(file, []byte(head+begin+Page()+end+tail), 0o644); err != nil {
		t.Fatal(err)
	}
}

// FuzzText: any words come back from a table as they were, but for bytes that
// are no text.
func FuzzText(f *testing.F) {
	for _, s := range []string{"", "=1", "a,b\r\n\"c\"", "\x00", "'", publishtest.Attack} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		r := publishtest.Hostile()
		r.Reports[0].Outlet = &s
		_, rows := read(t, written(t, exporttest.Of(t, r, store.Filter{}), record.KindReport))
		want := strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "\uFFFD")
		if guarded := text(s); guarded != want {
			want = "'" + want
		}
		want = strings.ReplaceAll(want, "\r\n", "\n") // encoding/csv reads it so
		if got := rows[0]["outlet"]; got != want {
			t.Errorf("%q came back as %q, want %q", s, got, want)
		}
	})
}
