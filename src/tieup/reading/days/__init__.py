"""Days: when what a text tells happened, or will."""
