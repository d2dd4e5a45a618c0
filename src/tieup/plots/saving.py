"""Saving: a chart as a picture or a page, made offline and complete in one file."""

from pathlib import Path

import altair as alt
import vl_convert

from tieup.plots.errors import PlotError

#: The version of Vega-Lite that Altair and vl-convert both speak.
VEGA_LITE = "6.4"
#: Pixels of a PNG for each of the chart's.
SCALE = 2.0
FORMS = (".png", ".svg", ".html")
#: The page's menu saves the picture; it has no way to an editor on the net.
MENU = {"export": True, "source": False, "compiled": False, "editor": False}


def save(chart: alt.TopLevelMixin, path: str | Path) -> Path:
    """Write a chart to a file, and give its path.

    `.png` is drawn at twice the chart's size, `.svg` is plain SVG with text as text, `.html` is a
    page with tooltips whose scripts stand in it. Nothing is fetched, now or when it is opened.

    Raises:
        PlotError: for another form of file.
        OSError: where the file can't be written.
    """
    target = Path(path)
    form = target.suffix.lower()
    if form not in FORMS:
        message = f"'{target.name}': a plot is saved as {', '.join(FORMS[:-1])} or {FORMS[-1]}"
        raise PlotError(message)
    spec = chart.to_dict()
    if form == ".png":
        # No address is allowed: the data stand in the chart.
        target.write_bytes(
            vl_convert.vegalite_to_png(
                spec, vl_version=VEGA_LITE, scale=SCALE, allowed_base_urls=[]
            )
        )
    elif form == ".svg":
        drawing = vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE, allowed_base_urls=[])
        target.write_text(drawing, encoding="utf-8")
    else:
        spec["usermeta"] = {"embedOptions": {"actions": MENU}}
        page = vl_convert.vegalite_to_html(spec, vl_version=VEGA_LITE, bundle=True)
        target.write_text(page, encoding="utf-8")
    return target
