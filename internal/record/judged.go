package record

// BaseOf is what every statement carries; nil for a line that is none.
func BaseOf(l Line) *Base {
	switch v := l.(type) {
	case *Quote:
		return &v.Base
	case *Position:
		return &v.Base
	case *Event:
		return &v.Base
	case *Figure:
		return &v.Base
	case *Difference:
		return &v.Base
	}
	return nil
}

// ReviewedOf is what reviewers made of l; nil for a kind that is not reviewed.
func ReviewedOf(l Line) *Reviewed {
	switch v := l.(type) {
	case *Story:
		return &v.Reviewed
	case *Entity:
		return &v.Reviewed
	}
	if b := BaseOf(l); b != nil {
		return &b.Reviewed
	}
	return nil
}
