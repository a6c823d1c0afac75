"""The pages, one module each: what a page shows, as a record that is also its JSON."""
