"""How well and how fast times are read."""
