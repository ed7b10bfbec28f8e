// Package gdelt writes events as rows of the GDELT 2.0 event table (GDELT Event
// Codebook V2.0): tab-separated, the 61 columns of that table under their names,
// and after them what the record says beyond them. In goes a source; out come
// the bytes, the same for the same record.
//
//	event held on 12 March, actors A and B, recipient C
//	  ->  two rows: A to C, B to C
//	meeting of A and B
//	  ->  one row: A with B
//
// A column is filled where the record knows it, and empty else: no Goldstein
// score, no tone, no coordinates, no code of a country is made up. What did not
// happen (cancelled, postponed, denied) is no row. A plan has the CAMEO code of
// an intent where there is one.
package gdelt

import (
	"bufio"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"rapporteur/internal/news"
	"rapporteur/internal/publish"
	"rapporteur/internal/publish/export/source"
	"rapporteur/internal/record"
)

// columns are the names of GDELT, then our own.
var columns = strings.Fields(`GlobalEventID Day MonthYear Year FractionDate
Actor1Code Actor1Name Actor1CountryCode Actor1KnownGroupCode Actor1EthnicCode Actor1Religion1Code Actor1Religion2Code Actor1Type1Code Actor1Type2Code Actor1Type3Code
Actor2Code Actor2Name Actor2CountryCode Actor2KnownGroupCode Actor2EthnicCode Actor2Religion1Code Actor2Religion2Code Actor2Type1Code Actor2Type2Code Actor2Type3Code
IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale NumMentions NumSources NumArticles AvgTone
Actor1Geo_Type Actor1Geo_Fullname Actor1Geo_CountryCode Actor1Geo_ADM1Code Actor1Geo_ADM2Code Actor1Geo_Lat Actor1Geo_Long Actor1Geo_FeatureID
Actor2Geo_Type Actor2Geo_Fullname Actor2Geo_CountryCode Actor2Geo_ADM1Code Actor2Geo_ADM2Code Actor2Geo_Lat Actor2Geo_Long Actor2Geo_FeatureID
ActionGeo_Type ActionGeo_Fullname ActionGeo_CountryCode ActionGeo_ADM1Code ActionGeo_ADM2Code ActionGeo_Lat ActionGeo_Long ActionGeo_FeatureID
DATEADDED SOURCEURL
PloverType PloverMode Status History RecordID Says Sentence Outlet`)

// Write writes the events of what src lets through, under a row of names.
func Write(w io.Writer, src *source.Source) error {
	cast, err := src.Cast()
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	out.WriteString(strings.Join(columns, "\t") + "\n")
	for l, err := range src.Lines(record.KindEvent) {
		if err != nil {
			return err
		}
		e := l.(*record.Event)
		if !happens(e.Status) {
			continue
		}
		row := rowOf(cast, e)
		for i, pair := range pairs(cast, e) {
			row["GlobalEventID"], row["Actor1Name"], row["Actor2Name"] = number(e.ID, i), pair[0], pair[1]
			if err := write(out, row); err != nil {
				return fmt.Errorf("write event %s: %w", e.ID, err)
			}
		}
	}
	return out.Flush()
}

// write puts a row to its columns. No cell may have a tab or a line end: Plain
// has taken them away.
func write(out *bufio.Writer, row map[string]string) error {
	for i, c := range columns {
		if i > 0 {
			out.WriteByte('\t')
		}
		out.WriteString(publish.Plain(row[c]))
	}
	return out.WriteByte('\n')
}

// happens says whether an event is told as something that happens.
func happens(s *news.Status) bool {
	return s == nil || *s == news.Held || *s == news.UnderWay || *s == news.Planned || *s == news.Possible
}

// rowOf is all of a row but its actors.
func rowOf(cast *source.Cast, e *record.Event) map[string]string {
	row := map[string]string{
		"NumMentions": strconv.Itoa(len(e.Evidence)), "NumSources": strconv.Itoa(e.Support.Outlets), "NumArticles": strconv.Itoa(e.Support.Reports),
		"ActionGeo_Fullname": cast.Name(e.Place), "PloverType": e.Class, "PloverMode": source.Str(e.Mode), "Status": source.Str(e.Status),
		"History": strconv.FormatBool(e.Background), "RecordID": string(e.ID), "Says": cast.Words(e), "DATEADDED": added(e.Support.FirstSeen),
	}
	row["EventCode"], row["EventBaseCode"], row["EventRootCode"], row["QuadClass"] = codeOf(e.Class, source.Str(e.Mode), e.Status)
	days(row, e.Time)
	for i, ev := range e.Evidence {
		if i == 0 {
			row["Sentence"], row["Outlet"] = strings.ToValidUTF8(ev.Sentence, "\uFFFD"), cast.ReportName(ev.Report)
		}
		if row["SOURCEURL"] == "" {
			row["SOURCEURL"] = cast.Link(ev.Report)
		}
	}
	return row
}

// days fills the columns of the day as far as it is known.
func days(row map[string]string, t *record.Time) {
	if t == nil || t.Approximate != nil {
		return
	}
	from, errFrom := time.Parse(time.DateOnly, source.Str(t.From))
	to, errTo := time.Parse(time.DateOnly, source.Str(t.To))
	if errFrom != nil || errTo != nil || !from.Before(to) {
		return
	}
	last := to.AddDate(0, 0, -1)
	if last.Year() != from.Year() {
		return
	}
	if row["Year"] = from.Format("2006"); last.Month() != from.Month() {
		return
	}
	if row["MonthYear"] = from.Format("200601"); last.After(from) {
		return
	}
	row["Day"] = from.Format("20060102")
	row["FractionDate"] = strconv.FormatFloat(float64(from.Year())+float64(int(from.Month())*30+from.Day())/365, 'f', 4, 64) // as the codebook has it
}

// added is the first day that tells of an event, as DATEADDED has it.
func added(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return t.Format("20060102") + "000000"
}

// maxParties bounds the rows of one event: no more parties of a role are paired.
const maxParties = 12

// pairs are the names of who acts and who it is done to or with, a pair a row.
func pairs(cast *source.Cast, e *record.Event) (out [][2]string) {
	var actors, recipients []string
	for i := range e.Participants {
		p := &e.Participants[i]
		name := cast.Name(&p.Party)
		switch {
		case p.Role == news.Recipient && len(recipients) < maxParties:
			recipients = append(recipients, name)
		case (p.Role == news.Actor || p.Role == news.Host) && len(actors) < maxParties:
			actors = append(actors, name)
		}
	}
	switch {
	case len(recipients) == 0 && len(actors) > 1:
		for i := range actors {
			for _, b := range actors[i+1:] {
				out = append(out, [2]string{actors[i], b})
			}
		}
		return out
	case len(actors) == 0:
		actors = []string{""}
	}
	if len(recipients) == 0 {
		recipients = []string{""}
	}
	for _, a := range actors {
		for _, b := range recipients {
			out = append(out, [2]string{a, b})
		}
	}
	return out
}

// number is a number for row i of an event: the table wants a whole one.
func number(id record.ID, i int) string {
	sum := sha256.Sum256([]byte(string(id) + "/" + strconv.Itoa(i)))
	return strconv.FormatUint(binary.BigEndian.Uint64(sum[:8])>>1, 10)
}
