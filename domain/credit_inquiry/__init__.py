"""Credit reports on a customer: consents with scope and purpose, enquiries, what came back.

Nobody asks without a written consent in force on the day; an enquiry is made today, never dated.
"""

from typing import Final, get_args

from domain.credit_inquiry import labels, rules
from domain.credit_inquiry.commands import CreditInquiryCommand
from domain.credit_inquiry.decisions import decide
from domain.credit_inquiry.events import CreditInquiryEvent
from domain.credit_inquiry.state import Asked, evolve, fact
from domain.decider import Decider

CREDIT_INQUIRY: Final[Decider[CreditInquiryCommand, Asked, CreditInquiryEvent]] = Decider(
    category="credit_inquiry",
    identity="customer_id",
    initial=Asked(),
    decide=decide,
    evolve=evolve,
    commands=get_args(CreditInquiryCommand),
    events=get_args(CreditInquiryEvent),
    fact=fact,
    rules=(rules,),
    labels=labels,
)
