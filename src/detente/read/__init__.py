"""Files and formats into Documents.

Public: ``expand`` (paths, folders and globs to sources) and ``read`` (one source to its documents).
"""
