"""Statements drawn at random and read by hand against their texts."""
