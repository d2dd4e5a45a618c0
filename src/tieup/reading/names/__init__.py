"""Names: who is named in a text, and which party or person each name is on that day."""
