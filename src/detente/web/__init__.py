"""The record in a browser: routes and templates that call ``ask`` and ``publish``. No logic of its own."""
