package store

import (
	"reflect"
	"testing"

	"rapporteur/internal/news"
)

// TestEveryFieldIsKept fills an Analysis with values unlike zero wherever its
// type has room for one, and wants all of them back.
func TestEveryFieldIsKept(t *testing.T) {
	var a news.Analysis
	n := int64(0)
	fillAll(t, reflect.ValueOf(&a).Elem(), &n)
	if n < 100 {
		t.Fatalf("only %d values were set", n)
	}
	a.Doc = nil
	got, err := unpackAnalysis(packAnalysis(&a), nil)
	if err != nil || !reflect.DeepEqual(*got, a) {
		t.Errorf("got %+v, %v, want %+v", got, err, a)
	}
}

func fillAll(t *testing.T, v reflect.Value, n *int64) {
	*n++
	if !v.CanSet() {
		t.Fatalf("a field of type %s cannot be set: the store would lose it", v.Type())
	}
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(-*n % 100)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(uint64(*n % 200))
	case reflect.Float32, reflect.Float64:
		v.SetFloat(float64(*n) / 2)
	case reflect.String:
		v.SetString("é" + v.Type().Name())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fillAll(t, v.Index(0), n)
		fillAll(t, v.Index(1), n)
	case reflect.Array:
		for i := range v.Len() {
			fillAll(t, v.Index(i), n)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if !skipped(v.Type().Field(i)) {
				fillAll(t, v.Field(i), n)
			}
		}
	default:
		t.Fatalf("a field of kind %s cannot be kept", v.Kind())
	}
}

// FuzzUnpack: whatever stands in the file, reading it ends, within bounds.
func FuzzUnpack(f *testing.F) {
	a := news.Analysis{Sentences: make([]news.Sentence, 3), Quotes: []news.Quote{{CueLemma: "say"}}}
	whole := packAnalysis(&a)
	f.Add(whole)
	f.Add(whole[:len(whole)/2])
	f.Add([]byte{0, 0xff, 0xff, 0xff, 0xff, 0x7f})
	f.Fuzz(func(t *testing.T, b []byte) {
		got, err := unpackAnalysis(b, nil)
		if err == nil {
			if again, err := unpackAnalysis(packAnalysis(got), nil); err != nil || again == nil {
				t.Errorf("what was read cannot be kept: %v", err)
			}
		}
	})
}
