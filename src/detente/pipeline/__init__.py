"""The order of the stages, and nothing else. Start reading here.

``analyse`` makes what one document says; ``build`` makes a record of many. Names are looked up when first used, so that a
command which needs one of them does not wait for what the others import.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from detente.pipeline.building import BuildReport, Progress, build
    from detente.pipeline.extraction import analyse, read_times

_HOMES = {
    "BuildReport": "building",
    "Progress": "building",
    "analyse": "extraction",
    "build": "building",
    "read_times": "extraction",
}

__all__ = ["BuildReport", "Progress", "analyse", "build", "read_times"]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'detente.pipeline' has no attribute {name!r}")
    return getattr(import_module(f"detente.pipeline.{home}"), name)
