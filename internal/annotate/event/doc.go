// Package event finds who did, does or will do what to or with whom, where
// and when: PLOVER 2.0 types and modes, with a status.
//
//	Envoys of Varnia and Ostrel will meet in Lutava on Tuesday .
//	       \_actor_/     \actor_/      |       \place/  \time_/
//	                              trigger "meet": CONSULT, planned
//
// In go all layers up to Positions; out comes the Events layer. It works in
// three steps: triggers (triggers.txt) are found and their participants, place,
// time and status read off the grammar; what a report tells twice becomes one
// event (merge.go); what cannot stand is left out. Whether two reports tell of
// one event is not decided here.
//
// Where to look for what:
//
//	which words make an event    trigger, idiom, need, noun, deed, words; the lists of data/
//	who acts and who suffers     party, whom, nounparty, further, deep, states, gain, breach, arms,
//	                             bearer and sides (whom a noun, pronoun or "the two sides" stands for)
//	how far it has come          status, verbstatus, gerund, fate, aftermath, settle
//	when                         when, opening, set, saying, lasting, carry, sequel, reply
//	where                        where, whereclause, town, site
//	what positions are as acts   spoken
//	told twice in one report     same, merge, second, apiece, attend
//	slips of the grammar         slip, lone, behind, sayer
//	how sure it is               sure
//	level and label of a meeting level, what
package event
