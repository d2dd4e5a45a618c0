"""Relations: between whom a clause may stand, and which of them is meant."""
