"""What aggregates may know of each other: facts that one states and others look up.

An aggregate does not import another.  What it needs of it comes with the command, as one of
these values, looked up by the core in the moment of deciding.
"""
