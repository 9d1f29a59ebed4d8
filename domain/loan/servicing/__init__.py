"""The servicing engine: a contract and dated facts into what is owed on any day.

`opening` starts a debt, `sweep` takes it from one day to the next that matters, `discharge` lets
money in, `changes` and `rearrange` let every other fact count, `replan` makes the plan ahead
again, and `owed` reads what is due.  domain.loan.settle puts them together.
"""
