"""What pages show, worked out of what the desk answers, before any template."""
