"""Demands: what a deal must keep to."""
