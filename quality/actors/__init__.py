"""Scores of the actor, person and office parts alone, each on a set labelled by others."""
