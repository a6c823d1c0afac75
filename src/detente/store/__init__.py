"""The record on disk. The only place with SQL."""
