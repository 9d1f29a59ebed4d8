"""What the business knows: pure functions over values, with no clock, store or network."""
