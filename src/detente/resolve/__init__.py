"""Names to identities, date words to dates, places to places."""
