"""The journal: records, keys, look-ups and the loop that is the only writer of events."""
