"""Figures measured part by part."""
