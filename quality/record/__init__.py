"""How the record bears its size: a generator of large records, and the bench that asks them."""
