"""What a published edition of a record says of itself on every page: version, licence, address, and how far people have reviewed it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from detente.model.fact import Fact
from detente.publish.citation import Citation, Work, cite

CSP = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self' file:",
        "script-src 'self' file:",
        "img-src 'self' file: data:",
        "form-action 'none'",
        "base-uri 'none'",
    )
)
"""What a page of files may load. ``file:`` is for browsers to which a file on a disk is not of the same origin as its neighbours."""


@dataclass(frozen=True)
class Edition:
    """One edition."""

    work: Work
    base: str = ""
    """Where it is published, ended by a slash; empty where nobody said."""
    path: str = ""
    """The page at hand, within the edition."""
    reviewed: int = 0
    """Facts that people have ruled on."""
    unreviewed: int = 0
    quote_limit: int = 0
    csp: str = CSP

    @property
    def mixed(self) -> bool:
        """Whether each line must say if anybody has looked at it; where nobody has looked at any, every page says so at its head."""
        return bool(self.reviewed and self.unreviewed)

    @property
    def canonical(self) -> str:
        """The whole address of the page at hand; empty where it is not known."""
        return self.address(self.path) if self.base else ""

    def address(self, path: str) -> str:
        """The whole address of a page, or its path where nobody said where it is published."""
        return f"{self.base}{'' if path == 'index.html' and self.base else path}"

    def cite(self, fact: Fact) -> Citation:
        """How a fact may be cited."""
        return cite(self.work, fact, self.address(f"event/{fact.id}.html") if self.base else "")

    @cached_property
    def citation(self) -> Citation:
        """How the whole may be cited."""
        return cite(self.work)
