package gen

import "strings"

// What the example's names are, so that they can be told apart from its words.

var exampleStates = []struct{ name, demonym, suffix string }{
	{"Keldria", "Keldrian", "ian"},
	{"Morvania", "Morvanian", "ian"},
	{"Sindara", "Sindaran", "ian"},
	{"Halmar", "Halmari", "i"},
}

var examplePlaces = []string{"Ostrel", "Sarn", "Maruk", "Lisel", "Brenn", "Osk", "Dorva", "Tessen", "Inner Sea", "Halden"}

// exampleAgency is a state's news agency, named after the state.
const exampleAgency = "Keldrinform"

var examplePeople = []struct{ full, short []string }{
	{[]string{"Joran Pelc", "Joran Plec", "Yoran Pelts"}, []string{"Pelc", "Pelts"}},
	{[]string{"Ilse Tarnow"}, []string{"Tarnow"}},
	{[]string{"Mirela Dostan"}, []string{"Dostan"}},
	{[]string{"Edvan Sorrel"}, []string{"Sorrel"}},
	{[]string{"Tomas Ilvek"}, []string{"Ilvek"}},
	{[]string{"Petra Loew"}, []string{"Loew"}},
	{[]string{"Idris Kalloum"}, []string{"Kalloum"}},
	{[]string{"Naila Omrane", "Nayla Omrane"}, []string{"Omrane"}},
	{[]string{"Kasimir Wend"}, []string{"Wend"}},
	{[]string{"Mattis Ruun"}, []string{"Ruun"}},
	{[]string{"Gerrit Aldous"}, []string{"Aldous"}},
	{[]string{"Viktor Hasek"}, []string{"Hasek"}},
	{[]string{"Ilko Zavel"}, []string{"Zavel"}},
	{[]string{"Vera Maslin"}, []string{"Maslin"}},
	{[]string{"Astrid Holm"}, []string{"Holm"}},
	{[]string{"Freya Sand"}, []string{"Sand"}},
	{[]string{"Ruth Abel"}, []string{"Abel"}},
	{[]string{"Denis Varga"}, []string{"Varga"}},
	{[]string{"Paul Reiter"}, []string{"Reiter"}},
}

// exampleDates are the days that the example writes out, longer ones first.
var exampleDates = []string{"March 11", "March 12", "March 21", "21 March", "March 2", "March 4"}

// What names are made of.
var (
	onsets     = []string{"b", "br", "d", "dr", "f", "g", "gr", "h", "k", "kl", "l", "m", "n", "p", "r", "s", "st", "t", "tr", "v", "z"}
	vowels     = []string{"a", "e", "i", "o", "u", "ai", "ei"}
	codas      = []string{"l", "n", "nd", "r", "rk", "s", "st", "t", "v", "x"}
	givenNames = []string{"Adan", "Anna", "Bela", "Carla", "Daria", "Emil", "Eva", "Felix", "Greta", "Hana", "Igor", "Ines", "Jakob", "Jana", "Karim", "Klara", "Leon", "Lena", "Marek", "Maria", "Nadia", "Niklas", "Olga", "Omar", "Pavel", "Paula", "Rami", "Rosa", "Samir", "Sara", "Simon", "Sofia", "Tarek", "Tanja", "Viktor", "Vera", "Yusuf", "Zora"}
	agencies   = []string{"TPA", "NCA", "OPB", "Corvin", "Lodestar", "Meridian"}
)

var outlets = []string{
	"Harbour Times", "The Sindara Daily", "Keldria Today", "The Halden Courier", "The Evening Ledger", "Lakeland Radio", "Inner Sea Monitor",
	"The Northern Post", "Capital Gazette", "The Morning Standard", "Coastline News", "The Weekly Observer", "Valley Tribune", "Metro Dispatch",
	"The Lantern", "Eastgate Herald", "The Quayside Mail", "Riverland Broadcasting", "The Upland Argus", "Channel Nine", "The Border Record",
	"Southport Echo", "The Daily Compass", "National Wire Online", "The Old Town Crier", "Plains Radio", "The Beacon", "Straits Review",
}

// clutter is what pages put between paragraphs.
var clutter = []string{
	"Advertisement",
	"Sign up for our newsletter and never miss a story.",
	"Follow us on WhatsApp for breaking news, straight to your phone.",
	"Support our journalism. We have no owner to please. Please consider a donation.",
	"Share this article: Facebook | X | Email",
}

// rewording is what an editor does to an agency's text: words for words.
var rewording = strings.NewReplacer(
	"are expected to", "are due to", "failed to reach", "could not agree on", "agreed", "consented",
	"was arranged by", "was brought about by", "killing", "leaving dead", "wounding", "injuring",
	"in return for", "in exchange for", "demanded that", "insisted that", "discuss", "talk about",
	"meter", "metre", "kilometers", "kilometres", "Defense", "Defence", "told reporters", "said to journalists",
)
