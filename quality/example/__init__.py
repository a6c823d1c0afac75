"""The one labelled set that ships: what a careful reader finds in our own example documents."""
