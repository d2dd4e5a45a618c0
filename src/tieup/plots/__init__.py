"""Plots: seats, transfers and maps as Altair charts, saved as PNG, SVG or HTML that works offline.

Each module loads the chart library when it is imported, which takes a third of a second: import
what you draw with, such as `from tieup.plots.histogram import histogram`.
"""
