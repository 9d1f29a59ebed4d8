"""Admission (准入/禁入/审慎): a pure function of what was known and the policy in force.

What was known is stored with the verdicts, so that an application can be judged again: by its own
rules with the same outcome, by others with a report of what differs.
"""
