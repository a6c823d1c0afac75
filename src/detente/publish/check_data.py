"""A checked article as plain data, for JSON."""

from __future__ import annotations

from typing import Any

from detente.ask.check.views import ArticleCheck
from detente.publish.data import plain


def check_data(answer: ArticleCheck) -> dict[str, Any]:
    """The tally first, then everything the check holds, under the names of its records."""
    return {"contradicted": answer.contradicted, "counts": answer.counts, **plain(answer)}
