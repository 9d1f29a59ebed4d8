"""Every value that a report may name has a word in Chinese."""

import pytest

from domain.facts.terms import LoanPurpose, PaymentWay, SecurityWay
from domain.investigation import values
from domain.investigation.wording import word
from domain.kinds import CustomerKind, RepaymentMethod

NAMED = (
    *(LoanPurpose, PaymentWay, SecurityWay, CustomerKind, RepaymentMethod),
    *(
        kind
        for name, kind in vars(values).items()
        if name[0].isupper() and hasattr(kind, "__members__")
    ),
)


@pytest.mark.parametrize("value", [value for kind in NAMED for value in kind], ids=str)
def test_a_value_has_a_word(value):
    assert word(value)
