package rulings

import (
	"slices"
	"testing"
)

func TestLaterRulingsHold(t *testing.T) {
	one := Ruling{false, []int32{3}, []int32{7}}
	two := Ruling{true, []int32{7}, []int32{3, 4}}
	apart := New([]Ruling{one, two})
	if !apart.Apart([]int32{4}, []int32{7, 9}) || apart.Apart([]int32{3}, []int32{4}) || apart.Apart([]int32{9}, []int32{7}) {
		t.Error("3 and 4 must not be with 7, and nothing else is forbidden")
	}
	for g := range apart.Together {
		t.Error("together, though ruled apart later:", g)
	}
	var got [][]int32
	set := New([]Ruling{two, one, {false, []int32{1}, nil}, {false, []int32{1}, []int32{2}}})
	for g := range set.Together {
		got = append(got, g)
	}
	if len(got) != 2 || !slices.Equal(got[0], []int32{3, 7}) || set.Apart([]int32{3}, []int32{7}) || set.Empty() {
		t.Error("the later ruling is that they are one:", got)
	}
}

func TestNoRulings(t *testing.T) {
	for _, s := range []*Set{nil, {}, New(nil)} {
		rest, leave := s.Leaving([]int32{1, 2})
		if !s.Empty() || s.Apart([]int32{1}, []int32{1}) || len(rest) != 2 || leave != nil {
			t.Error("nothing was ruled")
		}
		for range s.Together {
			t.Error("nothing was ruled")
		}
	}
}

func TestLeaving(t *testing.T) {
	s := New([]Ruling{{true, []int32{2, 3}, []int32{1, 4}}, {true, []int32{5}, []int32{1}}})
	rest, leave := s.Leaving([]int32{1, 2, 3, 5, 6})
	if !slices.Equal(rest, []int32{1, 6}) || len(leave) != 2 || !slices.Equal(leave[0], []int32{2, 3}) || !slices.Equal(leave[1], []int32{5}) {
		t.Error(rest, leave)
	}
	if rest, leave = s.Leaving([]int32{2, 3, 6}); len(rest) != 3 || leave != nil {
		t.Error("nobody is left whom they must leave:", rest, leave)
	}
}
