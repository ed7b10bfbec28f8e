package news

// legalForms are what company law adds to the end of a firm's name, in lower
// case and without dots: words that name nothing of their own. "Company",
// "Group" and "Holdings" are parts of names.
var legalForms = map[string]bool{"inc": true, "incorporated": true, "ltd": true, "limited": true, "corp": true, "plc": true, "llc": true, "llp": true, "lp": true,
	"nv": true, "bv": true, "ag": true, "gmbh": true, "kg": true, "ab": true, "asa": true, "oyj": true, "aps": true, "sarl": true, "spa": true, "srl": true,
	"pty": true, "pte": true, "pjsc": true, "ojsc": true, "pao": true, "oao": true, "ooo": true}

// LegalForm reports whether word w, in lower case and without dots, is the
// legal form of a firm: "Orlo Ltd" and "Orlo" are one name.
func LegalForm(w string) bool { return legalForms[w] }
