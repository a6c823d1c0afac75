"""Frozen records and errors. No I/O; every layer may import this one and it imports none."""
