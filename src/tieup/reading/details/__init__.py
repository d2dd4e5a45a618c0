"""Details: what a statement carries beside its act and its parties, each from its own words."""
