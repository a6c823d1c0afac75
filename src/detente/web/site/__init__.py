"""The record as files that open from a disk and from any server."""
