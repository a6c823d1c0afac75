"""The verdicts of `detente check` against those of an editor."""
