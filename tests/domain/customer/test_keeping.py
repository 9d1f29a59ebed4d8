"""Who applied, signed or gives security is not erased while that stands, nor for years after."""

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from domain.customer import CUSTOMER
from domain.customer.rules import (
    INVOLVEMENT_IS_KNOWN,
    NO_APPLICATION_IS_OPEN,
    NO_CONTRACT_STANDS,
    NOTHING_IS_SECURED,
    RETENTION_IS_OVER,
)
from domain.facts.application import ApplicationStage
from domain.facts.approval import ApprovalOutcome
from domain.facts.contract import ContractStage
from domain.facts.terms import SecurityWay
from tests.domain.contract.deeds import APPLICATION, APPROVAL, FLAT, LOAN_CONTRACT
from tests.domain.customer.people import (
    ERASE,
    ERASED,
    MERGED,
    REGISTERED,
    REQUESTED,
    TODAY,
    TOMORROW,
)
from tests.domain.customer.test_erase import TWIN
from tests.specs import Given, given

ASKED: Given = given(CUSTOMER, REGISTERED, REQUESTED)
HOLDS = evolve(APPROVAL, valid_until=TODAY)
DRAFT = evolve(LOAN_CONTRACT, stage=ContractStage.DRAFTED)
GUARANTEE = evolve(FLAT, stream="guarantee-G1", way=SecurityWay.GUARANTEE, contracts=(), held=False)


def erasing(**found: Any) -> Any:
    """Return the erasure with what the core found of the person."""
    return evolve(ERASE, **found)


def applied(stage: ApplicationStage, *approvals: Any, **more: Any) -> Any:
    """Return the erasure of somebody who applied, and what was decided."""
    asked = (evolve(APPLICATION, stage=stage),)
    return erasing(applications=asked, approvals=approvals, **more)


def test_nobody_is_erased_before_it_is_known_what_names_them():
    ASKED.when(erasing(involved=None)).then_refused(INVOLVEMENT_IS_KNOWN)


@pytest.mark.parametrize(
    "stage",
    [
        ApplicationStage.RECEIVED,
        ApplicationStage.RETURNED,
        ApplicationStage.ADMITTED,
        ApplicationStage.CAUTIONED,
    ],
)
def test_an_application_that_goes_on_keeps_the_applicant(stage):
    ASKED.when(applied(stage)).then_refused(NO_APPLICATION_IS_OPEN, applications="A1")
    pending = evolve(APPROVAL, outcome=ApprovalOutcome.PENDING)
    ASKED.when(applied(stage, pending)).then_refused(NO_APPLICATION_IS_OPEN)


@pytest.mark.parametrize("stage", [ApplicationStage.WITHDRAWN, ApplicationStage.PROHIBITED])
def test_an_application_that_ended_keeps_nobody(stage):
    ASKED.when(applied(stage)).then(ERASED)


def test_a_decision_keeps_the_applicant_as_long_as_it_can_be_used():
    admitted = ApplicationStage.ADMITTED
    for outcome in (ApprovalOutcome.DECLINED, ApprovalOutcome.LAPSED):
        ASKED.when(applied(admitted, evolve(HOLDS, outcome=outcome))).then(ERASED)
    ASKED.when(applied(admitted, HOLDS)).then_refused(NO_APPLICATION_IS_OPEN)
    ASKED.when(evolve(applied(admitted, HOLDS), today=TOMORROW)).then(ERASED)


@pytest.mark.parametrize(
    "stage", [ContractStage.DRAFTED, ContractStage.CHECKED, ContractStage.SIGNED]
)
def test_a_contract_keeps_its_parties_although_nothing_was_lent(stage):
    standing = evolve(LOAN_CONTRACT, stage=stage)
    found = applied(ApplicationStage.ADMITTED, HOLDS, contracts=(standing,))
    ASKED.when(found).then_refused(NO_CONTRACT_STANDS, contracts="L1")


def test_a_voided_draft_keeps_nobody_and_gives_the_application_back():
    voided = evolve(LOAN_CONTRACT, stage=ContractStage.VOIDED)
    ASKED.when(erasing(contracts=(voided,))).then(ERASED)
    found = applied(ApplicationStage.ADMITTED, HOLDS, contracts=(voided,))
    ASKED.when(found).then_refused(NO_APPLICATION_IS_OPEN)


def test_a_contract_that_ended_is_kept_as_long_as_the_law_asks():
    ended = evolve(LOAN_CONTRACT, stage=ContractStage.ENDED, ended_on=date(2025, 1, 2))
    ASKED.when(erasing(contracts=(ended,))).then_refused(
        RETENTION_IS_OVER, retained_until=date(2035, 1, 2)
    )
    ASKED.when(erasing(contracts=(ended,), today=date(2035, 1, 3))).then(ERASED)


@pytest.mark.parametrize("security", [FLAT, GUARANTEE, evolve(FLAT, contracts=(), held=True)])
def test_security_that_stands_keeps_its_owner_or_guarantor(security):
    ASKED.when(erasing(securities=(security,))).then_refused(
        NOTHING_IS_SECURED, securities=security.stream
    )
    released = evolve(security, released_on=date(2025, 1, 2))
    ASKED.when(erasing(securities=(released,))).then_refused(
        RETENTION_IS_OVER, retained_until=date(2035, 1, 2)
    )
    ASKED.when(erasing(securities=(released,), today=date(2035, 1, 3))).then(ERASED)


def test_property_that_secures_nothing_keeps_nobody():
    unused = evolve(FLAT, contracts=(), held=False)
    ASKED.when(erasing(securities=(unused,))).then(ERASED)


def test_a_merged_duplicate_is_kept_by_what_names_it():
    twin = given(CUSTOMER, REGISTERED, MERGED)
    twin.when(evolve(TWIN, securities=(FLAT,))).then_refused(NOTHING_IS_SECURED)
    twin.when(evolve(TWIN, involved=None)).then_refused(INVOLVEMENT_IS_KNOWN)
