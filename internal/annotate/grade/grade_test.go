package grade

import "testing"

func TestDataLoads(t *testing.T) {
	if _, err := read(); err != nil {
		t.Fatal(err)
	}
}

func TestOf(t *testing.T) {
	tab := &table{map[string]share{}, map[string]float32{}}
	for _, line := range [][]string{{"target", "event", "0.80"}, {"event/seek", "0", "2"}, {"event/of-position/*", "18", "31"}, {"event/*", "98", "108"}} {
		if err := tab.add(line); err != nil {
			t.Fatal(err)
		}
	}
	for rule, want := range map[string]string{"event/seek": "event/seek", "event/of-position/must": "event/of-position/", "event/meet": "event/"} {
		key := rule
		for tab.rules[key].kind == "" {
			key = family(key)
		}
		if key != want {
			t.Errorf("%q is counted by %q, want %q", rule, key, want)
		}
	}
	if err := tab.add([]string{"figure/count", "1", "2"}); err == nil {
		t.Error("a rule of a kind without target is taken")
	}
	if got := Of("nothing/known", .7); got != .7 {
		t.Errorf("a rule that nobody counted has %v", got)
	}
	if got := Of("event/seek", .85); got >= .5 {
		t.Errorf("a rule that was never right has %v", got)
	}
}
