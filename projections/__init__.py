"""What the business reads: pure functions from recorded events to answers, on two dates."""
