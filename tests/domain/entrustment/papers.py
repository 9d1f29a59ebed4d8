"""A loan of C5's money to the farm household C1, as the tests tell of it."""

from datetime import date
from typing import Any, Final

from attrs import evolve

from domain.entrustment import commands as asked
from domain.entrustment import events as said
from domain.entrustment.values import (
    EntrustmentEnding,
    EntrustmentFound,
    FundsSource,
    FundsUse,
)
from domain.facts.application import Application
from domain.facts.entrusting import Entrustment
from domain.facts.staff import Post
from domain.money import Money
from domain.party import Party, Standing
from domain.rate import Rate
from domain.ties import LendFunds, TakeUpEntrustment, UnlendFunds
from tests.domain.approval.files import DAY, FILE, OWN, SEEN, SIGNED, person, unit
from tests.domain.facts.test_terms import ASKED

LATER: Final = date(2026, 3, 9)
PI: Final = person("pi", Post.APPROVER)
SHEN: Final = person("shen", Post.DISBURSEMENT_OFFICER)
TERMS: Final = evolve(ASKED, amount=Money(6_000_000), rate_yearly=Rate.parse("5%"))
APPLICATION: Final[Application] = evolve(FILE["application"], terms=TERMS, entrusted_by="C5")
FOUND: Final = EntrustmentFound(
    source=FundsSource.OWN_FUNDS, evidence=SIGNED, use=FundsUse.PERMITTED
)
ACCEPT: Final = asked.AcceptEntrustment(
    application_id="A1",
    found=FOUND,
    terms=TERMS,
    service_fee=Money(30_000),
    mandate_id="M1",
    application=APPLICATION,
    approval=None,
    entruster=Party("C5", Standing.ACTIVE),
    unit=unit("B1"),
    mandate=OWN,
    parent=None,
    grandparent=None,
    seen=SEEN,
    actor="pi",
    staff=PI,
    today=DAY,
)
ACCEPTED: Final = said.EntrustmentAccepted(
    customer_id="C1",
    entrusted_by="C5",
    unit_id="B1",
    found=FOUND,
    terms=TERMS,
    service_fee=Money(30_000),
    mandate_id="M1",
    mandates=("M1",),
    accepted_by="pi",
    accepted_on=DAY,
    seen=SEEN,
)
_BOOKING: Final[dict[str, Any]] = {
    "application_id": "A1",
    "actor": "shen",
    "staff": SHEN,
    "today": LATER,
}
DEPOSIT: Final = asked.DepositFunds(
    reference="IN-1", paid_by="C5", amount=Money(5_000_000), value_date=LATER, **_BOOKING
)
DEPOSITED: Final = said.FundsDeposited(reference="IN-1", amount=Money(5_000_000), value_date=LATER)
RETURN: Final = asked.ReturnFunds(
    reference="OUT-1", amount=Money(5_000_000), value_date=LATER, **_BOOKING
)
RETURNED: Final = said.FundsReturned(reference="OUT-1", amount=Money(5_000_000), value_date=LATER)
COLLECT: Final = asked.CollectFee(
    reference="FEE-1", paid_by="C5", amount=Money(30_000), value_date=LATER, **_BOOKING
)
COLLECTED: Final = said.FeeCollected(reference="FEE-1", amount=Money(30_000), value_date=LATER)
TAKE_UP: Final = TakeUpEntrustment(application_id="A1", contract_id="W1", today=LATER)
TAKEN_UP: Final = said.EntrustmentTakenUp(contract_id="W1")
LEND: Final = LendFunds(
    application_id="A1",
    loan_id="N1",
    reference="PAY-1",
    amount=Money(4_800_000),
    value_date=LATER,
)
LENT: Final = said.FundsLent(
    loan_id="N1", reference="PAY-1", amount=Money(4_800_000), value_date=LATER
)
UNLEND: Final = UnlendFunds(application_id="A1", loan_id="N1")
UNLENT: Final = said.FundsUnlent(
    loan_id="N1", reference="PAY-1", amount=Money(4_800_000), value_date=LATER
)
END: Final = asked.EndEntrustment(
    application_id="A1",
    ending=EntrustmentEnding.CALLED_OFF,
    entrustment=None,
    contract=None,
    actor="pi",
    staff=PI,
    today=LATER,
)
ENDED: Final = said.EntrustmentEnded(ending=EntrustmentEnding.CALLED_OFF, ended_by="pi", on=LATER)
ENTRUSTMENT_OF_C5: Final = Entrustment(
    application_id="A1",
    customer_id="C1",
    entrusted_by="C5",
    terms=TERMS,
    service_fee=Money(30_000),
    contract_id=None,
    held=Money(0),
    ended=False,
    people=("pi",),
    accepted_on=DAY,
)
