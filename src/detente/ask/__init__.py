"""Questions put to a record, with "as of" everywhere. No formatting."""
