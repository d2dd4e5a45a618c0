"""Every compiled pattern of the reading rooms, with where it is kept and how it is used."""

import ast
import gc
import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType, FunctionType, MethodType, ModuleType

import tieup.reading
from tieup.reading.text.sought import Sought

_LEAVES = (str, bytes, int, float, ModuleType, FrameType)


@dataclass(frozen=True, slots=True)
class Kept:
    """A pattern.

    Attributes:
        place: "module.name" of what keeps it, or "module:line" where it stands in a call.
        searched: whether it is tried from every place of a text, and not only from one.
    """

    place: str
    pattern: re.Pattern[str]
    searched: bool


def kept() -> tuple[Kept, ...]:
    """All of them, those of rules and regions included once something was read."""
    found: dict[re.Pattern[str], Kept] = {}
    seen: set[int] = set()
    modules = [
        importlib.import_module(info.name)
        for info in pkgutil.walk_packages(tieup.reading.__path__, "tieup.reading.")
    ]
    trees = {
        module: ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
        for module in modules
    }
    elsewhere = set().union(*(_otherwise_used(tree) for tree in trees.values()))
    for module, tree in trees.items():
        room = module.__name__.rpartition(".")[2]
        otherwise = _otherwise_used(tree)
        for name, value in vars(module).items():
            for pattern in () if name.startswith("__") else _patterns(value, seen):
                used = otherwise if name.startswith("_") else elsewhere
                searched = name in used or pattern is not value
                found.setdefault(pattern, Kept(f"{room}.{name}", pattern, searched))
        for line, pattern in _in_calls(tree):
            found.setdefault(pattern, Kept(f"{room}:{line}", pattern, searched=True))
    return tuple(found.values())


def _patterns(thing: object, seen: set[int]) -> Iterator[re.Pattern[str]]:
    """The patterns that a thing leads to: through containers, caches and objects, no other code."""
    if isinstance(thing, re.Pattern | Sought):
        yield thing.pattern if isinstance(thing, Sought) else thing
        return
    if id(thing) in seen or isinstance(thing, _LEAVES):
        return
    seen.add(id(thing))
    code = isinstance(thing, type | FunctionType | MethodType)
    if code and not str(getattr(thing, "__module__", "")).startswith("tieup"):
        return
    if isinstance(thing, FunctionType):
        return
    for part in gc.get_referents(thing):
        yield from _patterns(part, seen)


def _otherwise_used(tree: ast.AST) -> set[str]:
    """Names with another use in a module than ``match`` and ``fullmatch``."""
    matched = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"match", "fullmatch"}
    }
    return {
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and id(node) not in matched
    }


def _in_calls(tree: ast.AST) -> Iterator[tuple[int, re.Pattern[str]]]:
    """Patterns written where they are used: ``re.search("...", text)``."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        of, first = node.func.value, node.args[0]
        used = isinstance(of, ast.Name) and of.id == "re" and node.func.attr != "compile"
        if used and isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield node.lineno, re.compile(first.value)
