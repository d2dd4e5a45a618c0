"""Results: what a text claims came of elections already held."""
