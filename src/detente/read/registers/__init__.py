"""Registers: official lists as JSON lines, CSV or XML, read into rows that keep where each value stands."""

from detente.read.registers.files import read_register

__all__ = ["read_register"]
