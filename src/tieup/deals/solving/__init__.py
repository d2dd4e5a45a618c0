"""Solving: the best deal under an objective, with its proof."""
