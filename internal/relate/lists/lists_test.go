package lists

import "testing"

func TestCommon(t *testing.T) {
	for _, c := range []struct {
		a, b []int32
		want int
	}{
		{nil, nil, 0},
		{[]int32{1}, nil, 0},
		{[]int32{1, 3, 5}, []int32{3, 4, 5}, 2},
		{[]int32{1, 2}, []int32{3, 4}, 0},
		{[]int32{7}, []int32{7}, 1},
	} {
		if got := Common(c.a, c.b); got != c.want {
			t.Errorf("%v and %v: %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func TestMeet(t *testing.T) {
	for _, c := range []struct {
		a, b []string
		want bool
	}{
		{nil, []string{"b"}, false},
		{[]string{"a", "c"}, []string{"b", "d"}, false},
		{[]string{"a", "c", "e"}, []string{"b", "e"}, true},
		{[]string{"a"}, []string{"a"}, true},
	} {
		if got := Meet(c.a, c.b); got != c.want || Meet(c.b, c.a) != got {
			t.Errorf("%v and %v meet: %v", c.a, c.b, got)
		}
	}
}

func TestReach(t *testing.T) {
	a, b := []uint32{1, 3, 5, 9}, []uint32{3, 4, 5, 10}
	for n, want := range map[int]bool{0: true, 1: true, 2: true, 3: false} {
		if Reach(a, b, n) != want {
			t.Errorf("%d in common: %v", n, !want)
		}
	}
}
