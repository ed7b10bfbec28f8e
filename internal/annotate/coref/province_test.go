package coref

import "testing"

func TestProvinces(t *testing.T) {
	if n := len(provinces); n < 120 {
		t.Fatalf("provinces.txt gives %d forms", n)
	}
	for form, e := range provinces {
		if form == "" || e.Name == "" || e.Canon == "" || e.Kind != "place" {
			t.Errorf("%q names %+v", form, e)
		}
	}
	for form, want := range map[string]string{"Vt.": "Vermont", "W.Va.": "West Virginia", "Ga.": "Georgia", "Fla.": "Florida"} {
		if e := provinces[form]; e == nil || e.Canon != want {
			t.Errorf("%q is %+v, want %s", form, e, want)
		}
	}
	if provinces["Georgia"] != nil {
		t.Error("Georgia may be the state")
	}
}
