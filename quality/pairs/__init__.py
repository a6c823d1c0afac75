"""Pairs of short texts in our own words: one event or two, and how what they say differs."""
