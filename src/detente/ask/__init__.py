"""Questions to a record, with "as of" everywhere. No formatting.

Open a record with ``open_record`` and hand it to a question; every answer is a frozen record of ``detente.ask.views``.
"""

from detente.ask.chronology import chronology
from detente.ask.conflicts import conflicts
from detente.ask.ladder import ladder
from detente.ask.record import open_record
from detente.ask.search import find
from detente.ask.series import series
from detente.ask.show import show
from detente.ask.sources import sources
from detente.ask.state import state
from detente.ask.verify import verify
from detente.ask.views import Filters

__all__ = ["Filters", "chronology", "conflicts", "find", "ladder", "open_record", "series", "show", "sources", "state", "verify"]
