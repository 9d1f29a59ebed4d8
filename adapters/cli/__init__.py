"""The command line: one command for each of the catalogue, the views, and the tools around."""
