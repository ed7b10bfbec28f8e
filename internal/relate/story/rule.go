package story

import (
	"slices"

	"rapporteur/internal/relate/rulings"
)

// rule carries out what reviewers ruled on reports: which leave a story, and
// which stories are one. It comes last, so that it holds whatever the words say.
func (c *clusters) rule(rs *rulings.Set) {
	if rs.Empty() {
		return
	}
	for k := range c.list {
		rest, leave := rs.Leaving(c.list[k].members)
		if len(leave) > 0 {
			c.refill(int32(k), rest)
		}
		for _, members := range leave {
			c.list = append(c.list, &cluster{})
			c.refill(int32(len(c.list)-1), members)
		}
	}
	for group := range rs.Together {
		for _, i := range group[1:] {
			c.makeOne(rs, c.of[group[0]], c.of[i])
		}
	}
}

// refill makes story k anew of the reports of members.
func (c *clusters) refill(k int32, members []int32) {
	*c.list[k] = cluster{}
	for _, i := range members {
		c.add(k, i)
	}
}

// makeOne makes stories a and b one.
func (c *clusters) makeOne(rs *rulings.Set, a, b int32) {
	x, y := c.list[a].members, c.list[b].members
	if a == b || rs.Apart(x, y) {
		return
	}
	both := append(slices.Clone(x), y...)
	*c.list[max(a, b)] = cluster{}
	c.refill(min(a, b), both)
}
