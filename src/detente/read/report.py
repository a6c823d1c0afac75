"""What happens to the failure of a part when nobody asked to be told."""

from __future__ import annotations

import logging

from detente.model.errors import ReadError


def log_error(error: ReadError) -> None:
    """Log the failure; the other parts go on."""
    logging.getLogger("detente.read").warning("%s", error)
