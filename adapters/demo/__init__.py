"""A demonstration bank, lived through by the commands that users send."""
