"""The API: what the command line prints as JSON, for programs."""
