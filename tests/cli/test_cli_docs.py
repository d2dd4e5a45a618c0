"""docs/commands.md: a section for every command."""

import re

from cli.conftest import TESTS
from tieup.cli import main

PAGE = (TESTS.parent / "docs" / "commands.md").read_text(encoding="utf-8")


def test_every_command_has_its_section() -> None:
    headings = [line for line in PAGE.splitlines() if line.startswith("## ")]
    assert [f"## tieup {name}" for name in main.commands] == [
        heading for heading in headings if heading.startswith("## tieup ")
    ]


def test_every_section_has_its_help() -> None:
    for name in main.commands:
        assert f"\nUsage: tieup {name} " in PAGE


def test_nothing_of_a_machine_is_shown() -> None:
    assert not re.search(r"(?<!\w)/(?:home|root|tmp|work|usr|var)\b", PAGE)
