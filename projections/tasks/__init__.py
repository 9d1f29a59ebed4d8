"""What waits for whom: tasks that events open and close, one module for each room.

A task is a step about one thing.  It waits in one queue or several: that of a post at a unit, or
that of a person.  It is open from the events that opened it until the next one that closes it.
"""
