package event

import "testing"

func TestDataLoads(t *testing.T) {
	if _, err := read(); err != nil {
		t.Fatal(err)
	}
}
