"""Who is asking, and whether they may: credentials into a caller, questions into decisions.

Nothing is permitted that no policy permits.  The policies are text that an auditor reads
(policies.cedar); reference.py says the same in plain Python, and a test holds both equal.
"""
