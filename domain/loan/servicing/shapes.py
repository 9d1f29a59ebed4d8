"""Principal of plans that have a shape of their own, when there is less or more of it to pay.

Source: Civil Code of the PRC, Art. 677 (early repayment); the plan is the contract's.
"""


def shortened(balance: int, stays: list[int]) -> list[int]:
    """Return amounts as they are until a balance is gone; the last takes what is left."""
    found: list[int] = []
    for amount in stays[:-1]:
        found.append(min(amount, balance))
        balance -= found[-1]
        if balance == 0:
            return found
    return [*found, balance]


def in_proportion(balance: int, stays: list[int]) -> list[int]:
    """Return amounts in proportion to others that add up to a balance; the last takes the rest."""
    if balance == 0:
        return [0]
    total, passed, given = sum(stays), 0, 0
    found = []
    for amount in stays[:-1]:
        passed += amount
        upto = balance * passed // total if total else 0
        found.append(upto - given)
        given = upto
    return [*found, balance - given]
