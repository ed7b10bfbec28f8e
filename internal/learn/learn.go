// Package learn is the arithmetic of learning: features hashed to keys, linear
// models over them, the trainer that makes them and the file that keeps them.
//
//	"the" -> Hash -> Key2(template, hash, tag) -> Linear.Scores -> [3 -7 120 ...]
//
// In go numbers and out come numbers; what they stand for, words or tags or
// moves of a parser, is the caller's. Nothing here is random: the same calls in
// the same order give the same weights, byte for byte.
package learn
