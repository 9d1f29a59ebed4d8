"""Which customers business can be done with."""

from domain.customer.rules import CUSTOMER_IS_KNOWN, CUSTOMER_IS_NOT_MERGED, PERSON_IS_NOT_ERASED
from domain.customer.state import Customer, Erased, Merged, Registered, Unknown


def active(customer: Customer) -> Registered:
    """Return the customer with whom business is done; Refused for anybody else."""
    if isinstance(customer, Merged):
        CUSTOMER_IS_NOT_MERGED.require(False, merged_into=customer.into_id)
    return on_record(customer)


def on_record(customer: Customer) -> Registered:
    """Return the customer, as a duplicate was when it was merged; Refused where there is none."""
    match customer:
        case Registered():
            return customer
        case Merged():
            return customer.was
        case _:
            CUSTOMER_IS_KNOWN.require(not isinstance(customer, Unknown))
            PERSON_IS_NOT_ERASED.require(not isinstance(customer, Erased))
    raise AssertionError("a customer is unknown, registered, merged or erased")
