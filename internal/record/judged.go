package record

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
