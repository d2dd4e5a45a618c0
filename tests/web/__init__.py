"""The web desk, tried from outside."""
