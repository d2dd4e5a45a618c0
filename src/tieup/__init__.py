"""tieup: who is allying with whom, who says so, and what it would be worth in seats."""


def __getattr__(name: str) -> str:
    """The version, looked up when it is asked for: that takes as long as loading a pack."""
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415 - see above

        return version("tieup")
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
