"""What a running process tells of itself: a line for each command, four metrics, a span."""
