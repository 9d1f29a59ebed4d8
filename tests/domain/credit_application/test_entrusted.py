"""An application for a loan of another's money: who entrusts it, and what is weighed."""

from typing import Any

import pytest
from attrs import evolve

from domain.credit_application import CREDIT_APPLICATION
from domain.credit_application.admission.rules import (
    BUSINESS_IS_LAWFUL,
    ENTRUSTER_BEARS_THE_RISK,
    FILE_IS_COMPLETE,
    LICENCES_ARE_VALID,
    STANDARDS_ALLOW_IT,
    TERMS_FIT_THE_PRODUCT,
)
from domain.credit_application.admission.verdicts import Outcome
from domain.credit_application.rules import (
    ACCEPTED_IS_NOT_WITHDRAWN,
    ENTRUSTED_AS_THE_PRODUCT,
    ENTRUSTED_BY_A_CUSTOMER,
    ENTRUSTING_IS_RESOLVED,
)
from domain.credit_application.state import fact
from domain.dated import Dated
from domain.facts.entrusting import Entrusting
from domain.kinds import CustomerKind, Funding
from domain.money import Money
from domain.party import Party, Standing
from domain.terms import Terms
from tests.domain.credit_application.files import (
    ACTIVE,
    DIGEST,
    OFFERED,
    PRODUCT,
    SUBMIT,
    SUBMITTED,
    TODAY,
    WITHDRAW,
)
from tests.domain.credit_application.judging import DEALINGS, judged, stating
from tests.domain.entrustment.papers import ENTRUSTMENT_OF_C5
from tests.specs import When, given

FOR_OTHERS = Dated[Terms | None]().with_value(
    TODAY, evolve(OFFERED, funding=Funding.ENTRUSTED), "Committee 2026-1"
)
C5 = Party("C5", Standing.ACTIVE, CustomerKind.NATURAL_PERSON)
FIRM = evolve(C5, kind=CustomerKind.ENTERPRISE)
ENTRUSTING = Entrusting(entrusted_by="C5", agreement=DIGEST)
ASK = evolve(SUBMIT, product=FOR_OTHERS, entrusting=ENTRUSTING, entruster=C5)
ASKED_FOR = evolve(SUBMITTED, entrusting=ENTRUSTING)


def with_(**changed: Any) -> When:
    return given(CREDIT_APPLICATION).when(evolve(ASK, **changed))


def test_it_names_who_entrusts_the_money():
    given(CREDIT_APPLICATION).when(ASK).then(ASKED_FOR)
    given(CREDIT_APPLICATION, ASKED_FOR).when(ASK).then_nothing()
    with_(entrusting=None).then_refused(ENTRUSTED_AS_THE_PRODUCT)
    with_(product=PRODUCT).then_refused(ENTRUSTED_AS_THE_PRODUCT)
    known = fact("A1", CREDIT_APPLICATION.fold([ASKED_FOR]))
    assert known and known.entrusted_by == "C5"
    assert "entrustment-A1" in known.file and "approval-A1" not in known.file


@pytest.mark.parametrize("entruster", [None, Party("C5", Standing.MERGED)])
def test_who_entrusts_is_a_customer(entruster):
    with_(entruster=entruster).then_refused(ENTRUSTED_BY_A_CUSTOMER)


def test_nobody_entrusts_money_to_lend_it_to_themselves():
    own = evolve(ENTRUSTING, entrusted_by="C1")
    with_(entrusting=own, entruster=ACTIVE).then_refused(ENTRUSTED_BY_A_CUSTOMER)


def test_who_is_no_natural_person_shows_a_resolution():
    with_(entruster=FIRM).then_refused(ENTRUSTING_IS_RESOLVED)
    shown = evolve(ENTRUSTING, entruster_resolution=DIGEST)
    assert given(CREDIT_APPLICATION).when(evolve(ASK, entruster=FIRM, entrusting=shown)).outcome()
    borrower = evolve(ACTIVE, kind=CustomerKind.ENTERPRISE)
    with_(customer=borrower).then_refused(ENTRUSTING_IS_RESOLVED)
    both = evolve(shown, borrower_resolution=DIGEST)
    firms = evolve(ASK, entruster=FIRM, customer=borrower, entrusting=both)
    assert given(CREDIT_APPLICATION).when(firms).outcome()


def test_admission_weighs_law_policy_and_who_entrusts_but_not_the_borrower_s_means():
    poor = evolve(stating(income_months=0, overdue_now=Money.parse("9000")), product=FOR_OTHERS)
    judgement = judged(evolve(poor, entruster=C5), ASKED_FOR)
    assert judgement.outcome is Outcome.ADMITTED
    assert [one.rule for one in judgement.verdicts] == [
        rule.code
        for rule in (
            BUSINESS_IS_LAWFUL,
            STANDARDS_ALLOW_IT,
            TERMS_FIT_THE_PRODUCT,
            LICENCES_ARE_VALID,
            ENTRUSTER_BEARS_THE_RISK,
            FILE_IS_COMPLETE,
        )
    ]


@pytest.mark.parametrize(
    ("entruster", "dealings"),
    [(None, None), (C5, evolve(DEALINGS, customer_id="C5", blacklisted=True))],
)
def test_who_entrusts_is_on_our_register_and_on_no_black_list(entruster, dealings):
    command = evolve(
        stating(), product=FOR_OTHERS, entruster=entruster, entruster_dealings=dealings
    )
    given(CREDIT_APPLICATION, ASKED_FOR).when(command).then_found(ENTRUSTER_BEARS_THE_RISK)


def test_what_was_accepted_is_ended_and_not_withdrawn():
    accepted = evolve(WITHDRAW, entrustment=ENTRUSTMENT_OF_C5)
    given(CREDIT_APPLICATION, ASKED_FOR).when(accepted).then_refused(ACCEPTED_IS_NOT_WITHDRAWN)
    over = evolve(WITHDRAW, entrustment=evolve(ENTRUSTMENT_OF_C5, ended=True))
    assert given(CREDIT_APPLICATION, ASKED_FOR).when(over).outcome()
