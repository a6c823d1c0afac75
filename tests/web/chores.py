"""What a process beside the server can be made to do, well or badly. Light on imports: each new process pays for them."""

from __future__ import annotations

import os
import time
from typing import Any

from detente.model.errors import ReadError


def echo(*given: Any) -> Any:
    """What was given."""
    return given


def number(*given: Any) -> int:
    """Of the process."""
    return os.getpid()


def die(*given: Any) -> Any:
    """End the process, as the system does when memory is short."""
    os._exit(9)


def dawdle(*given: Any) -> Any:
    """Take longer than anybody waits."""
    time.sleep(60)


def refuse(*given: Any) -> Any:
    """Find that a file cannot be read."""
    raise ReadError("a.pdf", "encrypted", "take the password off")


def fail(*given: Any) -> Any:
    """Be at fault."""
    raise KeyError("nobody thought of this")


def hoard(*given: Any) -> Any:
    """Want more memory than there is."""
    raise MemoryError
