"""Statements of the commitment kinds: who promised what, by when."""

from __future__ import annotations

from detente.extract.commitments.find import find_commitments

__all__ = ["find_commitments"]
