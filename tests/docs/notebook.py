"""A page as a notebook: its Python blocks run in order, what they print stands below each.

python tests/docs/notebook.py docs/tutorial.md     # renews the outputs
"""

import re
import sys
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

#: A block of Python, and the block of text that shows what it prints, where one follows.
BLOCK = re.compile(
    r"^```python\n(?P<code>.*?)^```\n(?P<shown>\n```text\n(?P<output>.*?)^```\n)?",
    re.MULTILINE | re.DOTALL,
)


def renewed(page: str, name: str) -> str:
    """The page with what its blocks print now; each runs in the names that those before it made.

    A block that prints gets its output below it; one that prints nothing has none.
    """
    names: dict[str, object] = {"__name__": name}

    def run(block: re.Match[str]) -> str:
        printed = StringIO()
        line = page.count("\n", 0, block.start("code"))
        # Blank lines put the block where it stands on the page, so that a traceback names its line.
        code = compile("\n" * line + block["code"], name, "exec")
        with redirect_stdout(printed):
            exec(code, names)  # noqa: S102 - the page's own code, from this repository
        shown = "\n".join(line.rstrip() for line in printed.getvalue().splitlines())
        output = f"\n```text\n{shown}\n```\n" if shown else ""
        return f"```python\n{block['code']}```\n{output}"

    return BLOCK.sub(run, page)


if __name__ == "__main__":
    path = Path(sys.argv[1])
    path.write_text(renewed(path.read_text(encoding="utf-8"), path.name), encoding="utf-8")
