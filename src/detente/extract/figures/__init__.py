"""Statements of the indicator kinds: a figure with its series, period, parties and reporter."""

from __future__ import annotations

from detente.extract.figures.find import find_figures

__all__ = ["find_figures"]
