"""What the journal held when a day was closed."""

from attrs import frozen

from domain.ids import Count, Digest
from domain.money import Money


@frozen(kw_only=True)
class BranchTotals:
    """What one branch had recorded, from the first record of the journal on.

    A stream is of the branch that began it, and so are all of its records.
    """

    branch: str | None  # The branch that commands were sent for; None where none was named.
    records: Count
    streams: Count
    debits: tuple[Money, ...]  # What its loans posted, one amount for each currency, in order.
    credits: tuple[Money, ...]  # As great as the debits: an entry balances.
    heads: Digest  # Over its lines "STREAM VERSION DIGEST", in order: the last record of each.


@frozen(kw_only=True)
class Closing:
    """The journal up to a record, summed up."""

    records: Count  # The first so many are counted; what follows them is not.
    root: Digest  # Of the Merkle tree over them.
    branches: tuple[BranchTotals, ...]  # In order of their names; records without one first.
