"""Parses arguments, calls the API, prints. No logic, and nothing heavy is imported before a command runs."""

from detente.cli.main import main

__all__ = ["main"]
