"""Loads, validates and compiles the data files. The only code that opens ``data/``."""
