"""Documents into blocks and sentences, always by offsets. Never changes the text."""
