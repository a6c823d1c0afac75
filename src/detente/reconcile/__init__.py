"""Same event or not, and which statements disagree."""
