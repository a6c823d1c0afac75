"""How well rows of registers find what they tell of: trips in company joined, different trips kept apart."""
