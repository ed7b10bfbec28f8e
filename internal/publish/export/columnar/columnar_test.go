package columnar

import (
	"bytes"
	"math"
	"testing"

	"github.com/parquet-go/parquet-go"

	"rapporteur/internal/publish/export/exporttest"
	"rapporteur/internal/publish/publishtest"
	"rapporteur/internal/record"
	"rapporteur/internal/store"
)

// same holds Parquet files, read by Apache Arrow, to the lines of the record
// on standard input: every field of every line is there, and nothing else. A
// party within a party within a party is not followed.
const same = `
import glob, json, sys, datetime
import pyarrow.parquet as pq

def plain(v):
    if isinstance(v, datetime.date): return v.isoformat()
    if isinstance(v, dict): return {k: plain(x) for k, x in v.items()}
    if isinstance(v, list): return [plain(x) for x in v]
    return v

def day(s):
    try: datetime.date.fromisoformat(s); return True
    except (ValueError, TypeError): return False

DAYS = {'from', 'to', 'anchor', 'first_seen', 'last_seen'}

def compare(path, got, want):
    if isinstance(got, dict):
        want = want if isinstance(want, dict) else {}
        extra = set(want) - set(got) - {'type'}
        assert not extra, (path, extra)
        for k, x in got.items():
            w = want.get(k)
            if k == 'found' and x is not None: x = json.loads(x)
            if k in DAYS and w is not None and not day(w): w = None
            compare(path + '.' + k, x, w)
    elif isinstance(got, list):
        want = want or []
        assert len(got) == len(want), (path, got, want)
        for i, (a, b) in enumerate(zip(got, want)): compare(path + '[%d]' % i, a, b)
    else:
        if isinstance(want, str): want = want.encode('utf-8', 'replace').decode('utf-8')
        assert got == want, (path, got, want)

lines = {}
for line in sys.stdin.buffer.read().decode('utf-8').split('\n'):
    if line:
        o = json.loads(line)
        lines.setdefault(o['type'], []).append(o)
n = 0
for name in sorted(glob.glob('*.parquet')):
    kind = name.split('.')[0]
    rows = plain(pq.read_table(name).to_pylist())
    want = lines.get(kind, [])
    assert len(rows) == len(want), (kind, len(rows), len(want))
    for got, w in zip(rows, want):
        compare(kind, got, w)
        n += 1
assert b'codebook' in pq.read_schema('event.parquet').metadata
print(n)
`

// TestArrowReadsTheRecord reads every file back with Apache Arrow.
func TestArrowReadsTheRecord(t *testing.T) {
	rich := publishtest.Rich()
	corrected := record.Corrected
	rich.Figures[1].Reviewed = record.Reviewed{Review: &corrected, Decisions: []record.ID{"k1"}, Corrections: []record.Correction{{Field: "said_by", Found: []byte(`"the mayor"`), Decision: "k1"}}}
	rich.Merged = []record.Merged{{Type: record.KindMerged, ID: "e0", Into: "karsk", Decision: "k2"}}
	for name, r := range map[string]*record.Record{"rich": rich, "hostile": publishtest.Hostile(), "empty": {}} {
		for i := range r.Quotes { // rejected ones stand in JSON Lines alone
			r.Quotes[i].Review = nil
		}
		t.Run(name, func(t *testing.T) {
			src := exporttest.Of(t, r, store.Filter{})
			files := map[string][]byte{}
			for _, kind := range record.Kinds {
				files[kind+".parquet"] = exporttest.Bytes(t, func(b *bytes.Buffer) error { return Write(b, src, kind) })
			}
			var lines bytes.Buffer
			if err := record.WriteLines(&lines, r.Lines()); err != nil {
				t.Fatal(err)
			}
			t.Log("lines compared: ", exporttest.Python(t, "pyarrow", same, lines.Bytes(), files))
		})
	}
}

func TestRowsAndTypesOfAFile(t *testing.T) {
	src := exporttest.Of(t, publishtest.Rich(), store.Filter{})
	b := exporttest.Bytes(t, func(b *bytes.Buffer) error { return Write(b, src, record.KindFigure) })
	f, err := parquet.OpenFile(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	if f.NumRows() != 4 {
		t.Errorf("%d rows, want 4", f.NumRows())
	}
	want := map[string]string{"id": "STRING", "value": "DOUBLE", "confidence": "DOUBLE"}
	for _, c := range f.Root().Columns() {
		if w, ok := want[c.Name()]; ok && c.Type().String() != w {
			t.Errorf("%s is a %s, want %s", c.Name(), c.Type(), w)
		}
	}
	if first := f.Root().Columns()[0].Name(); first != "id" {
		t.Errorf("the first column is %s: the order of the record is lost", first)
	}
}

// TestInfinityIsWritten: Parquet has numbers that JSON has not.
func TestInfinityIsWritten(t *testing.T) {
	r := publishtest.Rich()
	inf := math.Inf(1)
	r.Figures[0].High = &inf
	src := exporttest.Of(t, r, store.Filter{})
	exporttest.Bytes(t, func(b *bytes.Buffer) error { return Write(b, src, record.KindFigure) })
}

func TestSeveralRowGroups(t *testing.T) {
	r := &record.Record{}
	text := string(bytes.Repeat([]byte("word "), 1<<20))
	for i := range 6 {
		r.Reports = append(r.Reports, record.Report{Type: record.KindReport, ID: record.ID("r" + string(rune('1'+i))), Text: text, Published: record.Published{Time: record.Time{Precision: "unknown"}}})
	}
	src := exporttest.Of(t, r, store.Filter{})
	b := exporttest.Bytes(t, func(b *bytes.Buffer) error { return Write(b, src, record.KindReport) })
	f, err := parquet.OpenFile(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	if n := len(f.RowGroups()); n < 2 || f.NumRows() != 6 {
		t.Errorf("%d row groups of %d rows", n, f.NumRows())
	}
}
