"""The HTTP edge: one generic route for all commands and one for all views."""
