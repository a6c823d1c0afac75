"""How fast the app answers."""
