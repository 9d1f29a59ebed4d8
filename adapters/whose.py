"""Whose a stream is: the customer whom a file, an application, a contract or a loan is about."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from adapters.named import HOME_OF, stream_of
from domain.catalogue import DECIDER_OF

# Fields of a first event that lead to the customer, the shortest way first.
_LEADS: Final = (
    *("customer_id", "borrower_id", "given_by", "holder"),
    *("application_id", "contract_id", "loan_id"),
)
# Those that name a customer.
_CUSTOMERS: Final = ("customer_id", "guarantor_id", "borrower_id", "given_by", "holder")

First = Callable[[str], Any]  # Stream -> its first event; None where there is no such stream.


def customer_of(stream: str, first: First) -> str | None:
    """Return the customer whom a stream is about; None where it is about none."""
    category, _, named = stream.partition("-")
    decider = DECIDER_OF.get(category)
    if decider is None or not named:
        return None
    if decider.identity in _CUSTOMERS:
        return named
    if decider.identity == "file_id":
        return customer_of(named, first)
    home = HOME_OF.get(decider.identity)
    if home is not None and home != category:
        return customer_of(f"{home}-{named}", first)
    event = first(stream)
    leads = {name: getattr(event, name, None) for name in _LEADS if name != decider.identity}
    return _led_to(leads, first)


def _led_to(leads: Mapping[str, Any], first: First) -> str | None:
    for name, value in leads.items():
        if isinstance(value, str) and name in _CUSTOMERS:
            return value
        if isinstance(value, str) and (stream := stream_of(name, value)):
            return customer_of(stream, first)
    return None
