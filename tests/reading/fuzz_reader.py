"""Fuzz the reader, guided by coverage: every text must be read without an exception, and soundly.

    python tests/reading/fuzz_reader.py [--seconds 60] [--seed 7] [--findings DIR]

Needs atheris, which the locked packages leave out for its size: ``pip install atheris``. A text that
fails is written to the folder of findings; its shortest form belongs into test_robust.py.
"""

import argparse
import importlib
import sys
import tempfile
from pathlib import Path

#: No text is longer, in bytes: long ones are for test_patterns.py.
LONGEST = 1500
#: What mutations put in whole.
PIECES = (
    "Congress", "Left Front", "CPI(M)", "ISF", "Trinamool", "alliance", "seat-sharing", "said", "told",
    "not", "no talks", "unless", "45 seats", "on Sunday", "2021", "“", "”", "’s", "''", "\u202e", "\u200b",
    "\n", " – ", "; ", "Md.", "K. C.", "who", "according to", "\u00df", "\u0130", "\U0001f600",
)  # fmt: skip


def main() -> None:
    """Fuzz for so many seconds."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--findings", type=Path, default=Path("fuzz-findings"))
    args = parser.parse_args()
    try:
        atheris = importlib.import_module("atheris")
    except ModuleNotFoundError:
        sys.exit("fuzzing needs atheris: pip install atheris")
    with atheris.instrument_imports(include=["tieup"]):
        soundness = importlib.import_module("soundness")
        regions = importlib.import_module("tieup.regions")
    region = regions.load_region("west-bengal")

    def once(data: bytes) -> None:
        soundness.sound(data.decode("utf-8", "ignore"), region)

    with tempfile.TemporaryDirectory() as folder:
        corpus = Path(folder, "corpus")
        corpus.mkdir()
        for number, text in enumerate(soundness.SEEDS):
            (corpus / str(number)).write_text(text, encoding="utf-8")
        words = Path(folder, "words")
        words.write_text("".join(f'"{_escaped(piece)}"\n' for piece in PIECES), encoding="ascii")
        args.findings.mkdir(parents=True, exist_ok=True)
        options = {
            "max_total_time": args.seconds,
            "seed": args.seed,
            "max_len": LONGEST,
            "dict": words,
            "artifact_prefix": f"{args.findings}/",
        }
        given = [f"-{name}={value}" for name, value in options.items()]
        atheris.Setup([sys.argv[0], *given, str(corpus)], once)
        atheris.Fuzz()


def _escaped(piece: str) -> str:
    """A piece as a dictionary of libFuzzer writes it."""
    return "".join(f"\\x{byte:02x}" for byte in piece.encode())


if __name__ == "__main__":
    main()
