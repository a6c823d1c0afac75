"""One module for each kind of thing that is found in a text."""
