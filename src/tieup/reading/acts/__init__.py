"""Acts: what a clause does to an alliance, by rules, words and fitted weights."""
