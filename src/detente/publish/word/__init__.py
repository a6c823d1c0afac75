"""The chronology as a Word document."""

from detente.publish.word.chronology import chronology_docx

__all__ = ["chronology_docx"]
