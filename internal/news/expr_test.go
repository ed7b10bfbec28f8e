package news

import (
	"encoding/json"
	"reflect"
	"testing"
	"time"
)

func mustDay(t testing.TB, s string) Day {
	t.Helper()
	d, ok := ParseDay(s)
	if !ok {
		t.Fatalf("ParseDay(%q) fails", s)
	}
	return d
}

// The calendar agrees with the standard library over 800 years.
func TestDayArithmetic(t *testing.T) {
	d := mustDay(t, "1600-01-01")
	ref := time.Date(1600, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range 800 * 366 {
		if got, want := d.String(), ref.Format("2006-01-02"); got != want {
			t.Fatalf("day %d: %s, want %s", i, got, want)
		}
		y, w := d.ISOWeek()
		ry, rw := ref.ISOWeek()
		if y != ry || w != rw || d.Weekday() != ref.Weekday() {
			t.Fatalf("%s: week %d-%d %v, want %d-%d %v", d, y, w, d.Weekday(), ry, rw, ref.Weekday())
		}
		d, ref = d.Add(1), ref.AddDate(0, 0, 1)
	}
	if got := mustDay(t, "2025-03-01").Sub(mustDay(t, "2024-02-28")); got != 367 {
		t.Errorf("Sub = %d, want 367", got)
	}
	if got := mustDay(t, "9999-12-31").Add(1); !got.IsZero() {
		t.Errorf("the day after the last is %v", got)
	}
}

func TestParseDay(t *testing.T) {
	for _, s := range []string{"", "2025-2-17", "2025-02-30", "2025-13-01", "0000-01-01", "2025-02-17T", "2025/02/17", "20x5-02-17"} {
		if d, ok := ParseDay(s); ok || !d.IsZero() {
			t.Errorf("ParseDay(%q) = %v, %v", s, d, ok)
		}
	}
}

func TestInterval(t *testing.T) {
	for _, c := range [][4]string{
		{"2025-02-17", "2025-02-17", "2025-02-18", DayLong},
		{"2025-02-12TMO", "2025-02-12", "2025-02-13", PartOfDay},
		{"2017-08-28T21:07Z", "2017-08-28", "2017-08-29", Minute},
		{"2017-09-15T15:00-04:00", "2017-09-15", "2017-09-16", Minute},
		{"2017-09-15T15", "2017-09-15", "2017-09-16", Hour},
		{"2025-W08", "2025-02-17", "2025-02-24", Week},
		{"2020-W53", "2020-12-28", "2021-01-04", Week},
		{"2017-W39-WE", "2017-09-30", "2017-10-02", Week},
		{"2025-W08-2", "2025-02-18", "2025-02-19", DayLong},
		{"2022-02", "2022-02-01", "2022-03-01", Month},
		{"2022-12", "2022-12-01", "2023-01-01", Month},
		{"2025-Q1", "2025-01-01", "2025-04-01", Quarter},
		{"2025-Q4", "2025-10-01", "2026-01-01", Quarter},
		{"2025-H2", "2025-07-01", "2026-01-01", Year},
		{"2025-SU", "2025-06-01", "2025-09-01", Quarter},
		{"2025-WI", "2025-12-01", "2026-03-01", Quarter},
		{"2014", "2014-01-01", "2015-01-01", Year},
		{"199", "1990-01-01", "2000-01-01", Decade},
		{"19", "1900-01-01", "2000-01-01", Decade},
	} {
		from, to, p, ok := Interval(c[0])
		if !ok || from.String() != c[1] || to.String() != c[2] || p != c[3] {
			t.Errorf("Interval(%q) = %v %v %v %v, want %v", c[0], from, to, p, ok, c[1:])
		}
	}
	for _, v := range []string{"", "P4Y", "PT24H", "PRESENT_REF", "XXXX-07", "XXXX-WXX-1", "2021-W53", "2025-13", "2025-02-30",
		"2025-02T12:00", "2025-02-17T25:00", "2025-02-17T12:61", "2025-02-17Tfoo", "2025-02-17T", "BC0490", "0000", "2025-", "2025-W", "9999-12"} {
		if from, to, p, ok := Interval(v); ok || !from.IsZero() || !to.IsZero() || p != Imprecise {
			t.Errorf("Interval(%q) = %v %v %v %v, want none", v, from, to, p, ok)
		}
	}
}

func TestExprAt(t *testing.T) {
	// Tuesday 18 February 2025; times[0] is leaned on.
	day := mustDay(t, "2025-02-18")
	for _, c := range []struct {
		e    Expr
		want string
	}{
		{Expr{}, ""},
		{Expr{Fixed: "P4Y"}, "P4Y"},
		{Expr{Unit: Days}, "2025-02-18"},
		{Expr{Unit: Days, Part: "TNI"}, "2025-02-18TNI"},
		{Expr{Unit: Days, Shift: -1, Part: "T21:00Z"}, "2025-02-17T21:00Z"},
		{Expr{Unit: Weeks, Shift: -1}, "2025-W07"},
		{Expr{Unit: Weeks, Shift: -8}, "2024-W52"},
		{Expr{Unit: Months, Shift: -2}, "2024-12"},
		{Expr{Unit: Quarters, Shift: -1}, "2024-Q4"},
		{Expr{Unit: Years, Shift: 1}, "2026"},
		{Expr{Unit: Decades, Shift: -1}, "201"},
		{Expr{Unit: Centuries}, "20"},
		{Expr{Unit: Months, Part: "TMO"}, ""},
		{Expr{Pick: "XXXX-WXX-1", Side: Past}, "2025-02-17"},
		{Expr{Pick: "XXXX-WXX-2", Side: Past}, "2025-02-18"},
		{Expr{Pick: "XXXX-WXX-2", Side: Before}, "2025-02-11"},
		{Expr{Pick: "XXXX-WXX-2", Side: Future}, "2025-02-18"},
		{Expr{Pick: "XXXX-WXX-2", Side: After}, "2025-02-25"},
		{Expr{Pick: "XXXX-WXX-7", Side: Near}, "2025-02-16"},
		{Expr{Pick: "XXXX-WXX-1", Side: Past, Part: "TAF"}, "2025-02-17TAF"},
		{Expr{Unit: Weeks, Shift: 1, Pick: "XXXX-WXX-5", Side: Within}, "2025-02-28"},
		{Expr{Pick: "XXXX-WXX-WE", Side: Before}, "2025-W07-WE"},
		{Expr{Unit: Years, Shift: -1, Pick: "XXXX-07", Side: Within}, "2024-07"},
		{Expr{Pick: "XXXX-02", Side: Past}, "2025-02"},
		{Expr{Pick: "XXXX-02", Side: Before}, "2024-02"},
		{Expr{Pick: "XXXX-12", Side: Near}, "2024-12"},
		{Expr{Pick: "XXXX-02-29", Side: Past}, "2024-02-29"},
		{Expr{Pick: "XXXX-XX-31", Side: Past}, "2025-01-31"},
		{Expr{Pick: "XXXX-SU", Side: Past}, "2024-SU"},
		{Expr{Pick: "XXXX-Q1", Side: After}, "2026-Q1"},
		{Expr{Pick: "NTH-11-4-4", Side: Past}, "2024-11-28"},
		{Expr{Pick: "NTH-05-5-1", Side: Future}, "2025-05-26"},
		{Expr{Pick: "EASTER-02", Side: Future}, "2025-04-18"},
		{Expr{Of: 1, Unit: Days, Shift: 1}, "2024-12-25"},
		{Expr{Of: 1, Unit: Years, Pick: "XXXX-07", Side: Within}, "2024-07"},
		{Expr{Of: 2, Unit: Days, Shift: 1}, ""},
		{Expr{Of: 2, Unit: Years, Shift: 3}, "1917"},
		{Expr{Of: 3}, ""},
		{Expr{Of: -1}, ""},
		{Expr{Of: 4}, ""}, // leans on itself
		{Expr{Pick: "nonsense", Side: Past}, ""},
		{Expr{Unit: Days, Shift: 1 << 30}, ""},
	} {
		times := []Time{{Expr: Expr{Fixed: "2024-12-24"}}, {Expr: Expr{Fixed: "1914"}}, {Expr: Expr{Fixed: "P1D"}}, {}}
		times[3].Expr = c.e
		if got := times[3].At(day, times); got != c.want {
			t.Errorf("%+v = %q, want %q", c.e, got, c.want)
		}
		if got := times[3].At(Day{}, times); c.e.Of == 0 && c.e.Fixed == "" && got != "" {
			t.Errorf("%+v without a day = %q", c.e, got)
		}
		b, err := json.Marshal(c.e)
		var back Expr
		if err != nil || json.Unmarshal(b, &back) != nil || !reflect.DeepEqual(back, c.e) {
			t.Errorf("%+v does not survive JSON: %s %v", c.e, b, err)
		}
	}
}

// Whatever an Expr holds, it yields "" or a value that Interval reads.
func FuzzExpr(f *testing.F) {
	f.Add("", int32(0), "W", int32(-1), "XXXX-WXX-1", "past", "TAF", int16(2025), uint8(2), uint8(18))
	f.Add("", int32(1), "Y", int32(3), "EASTER-02", "within", "", int16(9999), uint8(12), uint8(31))
	f.Fuzz(func(t *testing.T, fixed string, of int32, unit string, shift int32, tmpl, side, part string, y int16, m, d uint8) {
		day, ok := NewDay(int(y), int(m), int(d))
		if !ok {
			day = Day{}
		}
		e := Expr{Fixed: fixed, Of: TimeID(of), Unit: Unit(unit), Shift: shift, Pick: tmpl, Side: Side(side), Part: part}
		times := []Time{{Expr: Expr{Fixed: fixed}}, {Expr: e}}
		v := times[1].At(day, times)
		if v == "" || fixed != "" || part != "" {
			return
		}
		from, to, _, ok := Interval(v)
		if !ok || to.Sub(from) < 1 {
			t.Fatalf("%+v at %v = %q, which is no range", e, day, v)
		}
	})
}

func FuzzInterval(f *testing.F) {
	for _, v := range []string{"2025-02-12TMO", "2025-W08", "199", "P4Y", "2025-WI", "2017-09-15T15:00-04:00"} {
		f.Add(v)
	}
	f.Fuzz(func(t *testing.T, v string) {
		from, to, p, ok := Interval(v)
		if ok != (!from.IsZero() && to.Sub(from) > 0 && p != Imprecise) {
			t.Fatalf("Interval(%q) = %v %v %q %v", v, from, to, p, ok)
		}
	})
}
