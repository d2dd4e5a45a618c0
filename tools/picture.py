"""Takes the picture of the report that the README shows.

    python tools/picture.py docs/report.png

Reads the bundled chronicle, writes the report to a temporary folder and photographs it in Chromium.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WIDTH, HEIGHT = 1180, 1120


def main(target: Path) -> None:
    """Write, open, photograph, and join the board with the map."""
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        sys.exit("picture: no Chromium found")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "report.html"
        tieup = shutil.which("tieup", path=str(Path(sys.executable).parent)) or "tieup"
        subprocess.run(  # noqa: S603 - tieup's own command
            [tieup, "demo", "--out", str(page)], check=True, stdout=subprocess.DEVNULL
        )
        with sync_playwright() as playwright:
            opened = playwright.chromium.launch(
                executable_path=browser, args=["--no-sandbox", "--disable-gpu"]
            )
            view = opened.new_page(viewport={"width": WIDTH, "height": HEIGHT})
            view.goto(page.as_uri())
            shots = []
            for name in ("#board", "#map-title"):
                view.locator(name).scroll_into_view_if_needed()
                view.evaluate("n => document.querySelector(n).scrollIntoView()", name)
                shot = Path(folder) / f"{name[1:]}.png"
                view.screenshot(path=shot)
                shots.append(Image.open(shot).convert("RGB"))
            opened.close()
        joined = Image.new("RGB", (2 * WIDTH, HEIGHT))
        for number, half in enumerate(shots):
            joined.paste(half, (number * WIDTH, 0))
        small = joined.resize((WIDTH, HEIGHT // 2), Image.Resampling.LANCZOS)
        small.save(target, optimize=True)
    print(f"picture: {target}, {target.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
