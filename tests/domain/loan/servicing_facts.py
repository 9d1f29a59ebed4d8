"""Serviced loans and dated facts of every kind on any days of their life, for properties."""

from datetime import timedelta

from attrs import evolve
from hypothesis import strategies as st

from domain.kinds import (
    Component,
    CompoundRule,
    GraceReading,
    PrepaymentMode,
    RepaymentMethod,
)
from domain.loan.facts import (
    ArrearsRespread,
    Drawn,
    Extended,
    FeeCharged,
    InterestCapitalised,
    InterestPaused,
    Misused,
    RateSet,
    Received,
    Restructured,
    Waived,
    WrittenOff,
)
from domain.loan.values import FeeKind, Purpose, Respreading
from domain.money import Money
from tests.domain.loan.strategies import contracts, rates

methods = st.sampled_from(
    (
        RepaymentMethod.EQUAL_INSTALMENT,
        RepaymentMethod.EQUAL_PRINCIPAL,
        RepaymentMethod.INTEREST_ONLY,
    )
)
orders_ahead = st.sampled_from(
    (
        (Component.INTEREST, Component.PRINCIPAL),
        (Component.PRINCIPAL, Component.INTEREST),
        (Component.PRINCIPAL,),
    )
)


@st.composite
def serviced(draw):
    """A loan with any setting of its switches."""
    contract = draw(contracts(instalments=draw(st.integers(1, 5)), method=draw(methods)))
    maybe = st.one_of(st.none(), st.builds(Money, st.integers(1, 5000)))
    return evolve(
        contract,
        misuse_percent=draw(st.sampled_from((150, 200))),
        compound=draw(st.sampled_from(CompoundRule)),
        penalty_compounds=draw(st.booleans()),
        grace=draw(st.sampled_from(GraceReading)),
        allocation_ahead=draw(orders_ahead),
        prepayment=draw(st.sampled_from(PrepaymentMode)),
        prepayment_fee=draw(maybe),
        prepayment_fee_rate=draw(st.one_of(st.none(), rates)),
        late_fee=draw(maybe),
    )


@st.composite
def facts_of(draw, contract, *, most=7, new_days=True):
    """Facts of every kind on any days of a loan's life; without those that set new days if so."""
    span = (contract.plan[-1].due_date - contract.paid_out_on).days
    fen = contract.amount.fen
    amounts = st.builds(Money, st.one_of(st.integers(1, fen), st.integers(1, max(fen // 8, 1))))
    found = []
    for no in range(draw(st.integers(0, most))):
        day = contract.paid_out_on + timedelta(draw(st.integers(0, span + 60)))
        until = draw(st.one_of(st.none(), st.just(day + timedelta(draw(st.integers(1, 50))))))
        ahead = day < contract.plan[-1].due_date
        kinds = _kinds(no=f"F{no}", day=day, until=until, amount=draw(amounts))
        kinds += _while_ahead(no=f"F{no}", day=day, amount=draw(amounts)) if ahead else []
        kinds += _new_days(f"F{no}", day, contract) if new_days else []
        found.append(draw(st.one_of(kinds)))
    return found


def _kinds(*, no, day, until, amount):
    received = st.builds(
        Received,
        receipt_no=st.just(no),
        amount=st.just(amount),
        value_date=st.just(day),
        purpose=st.sampled_from(Purpose),
    )
    named = {"reference": st.just(no), "value_date": st.just(day)}
    return [
        received,
        received,
        st.builds(RateSet, **named, rate_yearly=rates),
        st.builds(InterestPaused, **named, until=st.just(until)),
        st.builds(Misused, **named, until=st.just(until), amount=st.sampled_from((None, amount))),
        st.builds(Waived, **named, component=st.sampled_from(Component), amount=st.just(amount)),
        st.builds(WrittenOff, **named),
        st.builds(
            FeeCharged,
            fee_no=st.just(no),
            kind=st.sampled_from(FeeKind),
            amount=st.just(amount),
            value_date=st.just(day),
            due_date=st.just(until or day),
        ),
    ]


def _while_ahead(*, no, day, amount):
    named = {"reference": st.just(no), "value_date": st.just(day)}
    return [
        st.builds(Drawn, **named, amount=st.just(amount)),
        st.builds(ArrearsRespread, **named, how=st.sampled_from(Respreading)),
        st.builds(InterestCapitalised, **named, amount=st.sampled_from((None, amount))),
    ]


def _new_days(no, day, contract):
    named = {"reference": st.just(no), "value_date": st.just(day)}
    last = contract.plan[-1].due_date
    new_rates = st.one_of(st.none(), rates)
    return [
        st.builds(
            Extended,
            **named,
            old_maturity=st.just(last),
            new_maturity=st.integers(1, 300).map(lambda days: last + timedelta(days)),
            rate_yearly=new_rates,
        ),
        st.builds(
            Restructured,
            **named,
            rate_yearly=new_rates,
            method=st.one_of(st.none(), methods),
            instalments=st.one_of(st.none(), st.integers(1, 8)),
            first_due=st.one_of(
                st.none(), st.integers(1, 90).map(lambda days: day + timedelta(days))
            ),
            with_arrears=st.booleans(),
        ),
    ]


def last_of(contract, facts):
    """Return the day of the last fact, or of paying out."""
    return max((fact.value_date for fact in facts), default=contract.paid_out_on)
