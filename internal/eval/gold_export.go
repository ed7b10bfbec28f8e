package eval

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"

	"rapporteur/internal/record"
)

// maxExportLine bounds one line of an export: the longest is a report's text.
const maxExportLine = 64 << 20

// ReadExport reads what `rapporteur export --format jsonl` printed. It fails
// on a line that is no line of a record, naming it.
func ReadExport(r io.Reader) (*record.Record, error) {
	rec := new(record.Record)
	sc := bufio.NewScanner(r)
	sc.Buffer(make([]byte, 1<<16), maxExportLine)
	for n := 1; sc.Scan(); n++ {
		if err := exportLine(rec, sc.Bytes()); err != nil {
			return nil, fmt.Errorf("read export: line %d: %w", n, err)
		}
	}
	return rec, sc.Err()
}

func exportLine(rec *record.Record, line []byte) error {
	var is struct {
		Type string `json:"type"`
	}
	if len(line) == 0 {
		return nil
	}
	if err := json.Unmarshal(line, &is); err != nil {
		return err
	}
	switch is.Type {
	case record.KindReport:
		return addLine(&rec.Reports, line)
	case record.KindOrigin:
		return addLine(&rec.Origins, line)
	case record.KindStory:
		return addLine(&rec.Stories, line)
	case record.KindEntity:
		return addLine(&rec.Entities, line)
	case record.KindTime:
		return addLine(&rec.Times, line)
	case record.KindQuote:
		return addLine(&rec.Quotes, line)
	case record.KindPosition:
		return addLine(&rec.Positions, line)
	case record.KindEvent:
		return addLine(&rec.Events, line)
	case record.KindFigure:
		return addLine(&rec.Figures, line)
	case record.KindDifference:
		return addLine(&rec.Differences, line)
	}
	return nil // a type that a later version adds
}

func addLine[T any](list *[]T, line []byte) error {
	var v T
	if err := json.Unmarshal(line, &v); err != nil {
		return err
	}
	*list = append(*list, v)
	return nil
}
