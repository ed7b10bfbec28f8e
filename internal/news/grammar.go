package news

// UPOS is a universal part-of-speech tag (Universal Dependencies v2).
type UPOS uint8

// The seventeen tags; 0 is none.
const (
	NoUPOS UPOS = iota
	ADJ
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
	X
)

var uposNames = [...]string{"_", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"}

func (u UPOS) String() string { return uposNames[u] }

// XPOS is a Penn Treebank tag by its place in XPOSNames; 0 is none.
type XPOS uint8

// XPOSNames lists the tags of the English treebanks in a fixed order.
var XPOSNames = [...]string{"_", "NN", "IN", "DT", "NNP", "JJ", "PRP", ".", "RB", ",", "NNS", "VB", "CC", "VBD", "VBP", "VBZ", "CD", "VBN", "VBG", "TO", "PRP$", "MD", "-RRB-", "-LRB-", ":", "WDT", "UH", "WRB", "HYPH", "``", "''", "WP", "POS", "RP", "NNPS", "JJR", "JJS", "EX", "RBR", "SYM", "NFP", "FW", "$", "GW", "ADD", "PDT", "RBS", "LS", "AFX", "WP$", "XX"}

func (x XPOS) String() string { return XPOSNames[x] }

// The Penn tags that stages ask for by name.
const (
	NN   XPOS = 1
	IN   XPOS = 2
	NNP  XPOS = 4
	NNS  XPOS = 10
	VB   XPOS = 11
	VBD  XPOS = 13
	VBP  XPOS = 14
	VBZ  XPOS = 15
	CD   XPOS = 16
	VBN  XPOS = 17
	VBG  XPOS = 18
	MD   XPOS = 21
	WDT  XPOS = 25
	WRB  XPOS = 27
	POS  XPOS = 32
	NNPS XPOS = 34
	JJR  XPOS = 35
	JJS  XPOS = 36
)

// Feats is a set of morphological features (Universal Dependencies names).
type Feats uint32

// The features that later stages read.
const (
	NumberSing Feats = 1 << iota
	NumberPlur
	Person1
	Person2
	Person3
	TensePast
	TensePres
	VerbFormFin
	VerbFormInf
	VerbFormPart
	VerbFormGer
	VoicePass
	MoodImp
	GenderMasc
	GenderFem
	GenderNeut
	CaseNom
	CaseAcc
	CaseGen
	PolarityNeg
	DegreeCmp
	DegreeSup
	PronTypeRel
	PronTypeInt
	PossYes
	NumTypeOrd
	DefiniteDef
	DefiniteInd
)

// FeatNames gives bit i of Feats its Universal Dependencies name.
var FeatNames = [...]string{"Number=Sing", "Number=Plur", "Person=1", "Person=2", "Person=3", "Tense=Past", "Tense=Pres", "VerbForm=Fin", "VerbForm=Inf", "VerbForm=Part", "VerbForm=Ger", "Voice=Pass", "Mood=Imp", "Gender=Masc", "Gender=Fem", "Gender=Neut", "Case=Nom", "Case=Acc", "Case=Gen", "Polarity=Neg", "Degree=Cmp", "Degree=Sup", "PronType=Rel", "PronType=Int", "Poss=Yes", "NumType=Ord", "Definite=Def", "Definite=Ind"}

// Rel is a Universal Dependencies relation with its subtype; 0 is none.
type Rel uint8

// The relations of the English treebanks.
const (
	NoRel Rel = iota
	Root
	Punct
	Case
	Det
	Nsubj
	Advmod
	Amod
	Obj
	Obl
	Nmod
	Conj
	Compound
	Cc
	Mark
	Aux
	Cop
	NmodPoss
	Advcl
	Xcomp
	Flat
	AclRelcl
	Ccomp
	Acl
	Appos
	AuxPass
	Nummod
	Parataxis
	NsubjPass
	NmodUnmarked
	OblUnmarked
	Discourse
	CompoundPrt
	Expl
	Fixed
	Iobj
	List
	OblAgent
	Dep
	NmodDesc
	Csubj
	NsubjOuter
	AdvclRelcl
	DetPredet
	Vocative
	Reparandum
	Goeswith
	CcPreconj
	Orphan
	Dislocated
	CsubjPass
	CsubjOuter
)

// RelNames gives each Rel its name in CoNLL-U.
var RelNames = [...]string{"_", "root", "punct", "case", "det", "nsubj", "advmod", "amod", "obj", "obl", "nmod", "conj", "compound", "cc", "mark", "aux", "cop", "nmod:poss", "advcl", "xcomp", "flat", "acl:relcl", "ccomp", "acl", "appos", "aux:pass", "nummod", "parataxis", "nsubj:pass", "nmod:unmarked", "obl:unmarked", "discourse", "compound:prt", "expl", "fixed", "iobj", "list", "obl:agent", "dep", "nmod:desc", "csubj", "nsubj:outer", "advcl:relcl", "det:predet", "vocative", "reparandum", "goeswith", "cc:preconj", "orphan", "dislocated", "csubj:pass", "csubj:outer"}

func (r Rel) String() string { return RelNames[r] }
