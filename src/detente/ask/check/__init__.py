"""An article set against a record, claim by claim.

The article is read and taken apart as documents are and is not added to the record. Each thing it says about the two parties is set
against what the record holds without that article, by the same checks that decide in a build whether two statements tell the same.
"""

from detente.ask.check.article import check
from detente.ask.check.views import ArticleCheck, Finding, Stance, Verdict, Witness

__all__ = ["ArticleCheck", "Finding", "Stance", "Verdict", "Witness", "check"]
