"""Measuring the event coder: the labelled sets in two parts, one read while developing and one not, and the misses of the first."""
