"""What every event that posts says of whose money it is."""

from attrs import frozen


@frozen(kw_only=True)
class Booked:
    """An event that posts."""

    entrusted: bool = False  # Of another's money: booked beside our own.
