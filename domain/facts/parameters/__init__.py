"""The parameters of the credit policy that ship, by name; an institution sets its own by date.

Names and settings are those of the rule collection that the institution's lawyers keep; each says
its source and how sure it is.  What no rule decides is marked as the bank's own.
"""

from collections.abc import Mapping
from typing import Final

from domain.facts.parameters import (
    admission,
    approval,
    behaviour,
    concentration,
    customers,
    judgement,
    limits,
    payment,
    people,
    security,
)
from domain.facts.parameters.parameter import Parameter

PARAMETERS: Final[Mapping[str, Parameter]] = {
    **people.PARAMETERS,
    **admission.PARAMETERS,
    **approval.PARAMETERS,
    **concentration.PARAMETERS,
    **limits.PARAMETERS,
    **security.PARAMETERS,
    **customers.PARAMETERS,
    **behaviour.PARAMETERS,
    **payment.PARAMETERS,
    **judgement.PARAMETERS,
}
