"""Numbers with units and bounds, as English prose writes them."""

from __future__ import annotations

from detente.extract.quantities.scan import find_quantities

__all__ = ["find_quantities"]
