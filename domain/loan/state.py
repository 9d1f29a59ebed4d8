"""What is known of a loan, and what it is calculated by."""

from collections.abc import Mapping
from datetime import date
from typing import Final

import attrs
from attrs import field, frozen

from domain.facts.bill import Bill
from domain.grown import Grown
from domain.kinds import Funding, RepaymentMethod
from domain.loan.contract import Contract
from domain.loan.entrusted.events import LoanEntrusted
from domain.loan.events import LoanAgreed, LoanCancelled, LoanTakenOver, StatementRecorded
from domain.loan.facts import Drawn, Fact, RateSet
from domain.loan.known import AFact, Key, Known, key_of
from domain.loan.movements import in_order
from domain.loan.pricing.values import Repriced
from domain.loan.shape import PLAIN
from domain.loan.values import Instalment, RateReason, Split
from domain.rate import Rate
from domain.terms import Terms

# What a contract takes over from the product's terms under the same name.
_FROM_TERMS: Final = tuple(attrs.fields_dict(Contract).keys() & attrs.fields_dict(Terms).keys())


def _grown(known: Mapping[Key, Known]) -> Grown[Key, Known]:
    return known if isinstance(known, Grown) else Grown(known)


@frozen(kw_only=True)
class Loan:
    """A loan that was agreed or taken over."""

    begun: LoanAgreed | LoanTakenOver
    cancelled: LoanCancelled | None = None
    known: Grown[Key, Known] = field(factory=Grown, converter=_grown)  # In order of knowing.
    plan: tuple[Instalment, ...] = ()  # In force; () before money was paid out.
    repriced: tuple[Repriced, ...] = ()  # Its rates by its benchmark, by day; also among `known`.
    statements: Mapping[date, StatementRecorded] = field(factory=dict)  # The last of each day.
    settled_on: date | None = None
    entrusted: LoanEntrusted | None = None  # Whose money it lends; None: our own.

    @property
    def drawdowns(self) -> tuple[Known, ...]:
        """The payments that stand, in the order in which they count."""
        standing = (k for k in self.known.values() if not k.undone)
        by_fact = {k.fact: k for k in standing if isinstance(k.fact, Drawn)}
        return tuple(by_fact[fact] for fact in in_order(by_fact))

    @property
    def agreed(self) -> LoanAgreed:
        """How it was agreed; it must have been agreed here."""
        assert isinstance(self.begun, LoanAgreed)
        return self.begun

    @property
    def bill(self) -> Bill | None:
        """The bill that it discounts; None where it is no discount."""
        return self.begun.bill if isinstance(self.begun, LoanAgreed) else None

    @property
    def for_another(self) -> bool:
        """It lends another's money, at their risk: it was agreed on a product for that."""
        begun = self.begun
        return isinstance(begun, LoanAgreed) and begun.terms.funding is Funding.ENTRUSTED

    @property
    def paid_out(self) -> bool:
        """Money was lent and a payment stands."""
        return isinstance(self.begun, LoanTakenOver) or has_payment(self.known)

    @property
    def has_balances(self) -> bool:
        """Its balances are ours; of a loan taken over without a plan another system states them."""
        return isinstance(self.begun, LoanAgreed) or bool(self.begun.plan)

    @property
    def currency(self) -> str:
        """The currency of everything about the loan."""
        return self.begun.amount.currency

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts that stand, in order of knowing, but for the payment that came first."""
        first = self.drawdowns[:1]
        return tuple(k.fact for k in self.known.values() if not k.undone and k not in first)

    def standing(self, kind: type[AFact]) -> tuple[AFact, ...]:
        """Return the facts of one kind that stand, in order of knowing."""
        facts = (k.fact for k in self.known.values() if not k.undone)
        return tuple(fact for fact in facts if isinstance(fact, kind))


def has_payment(known: Grown[Key, Known]) -> bool:
    """Tell whether a payment stands; the first comes early, so looking is no walk over all."""
    return any(isinstance(k.fact, Drawn) and not k.undone for k in known.values())


def with_rates(loan: Loan, rates: tuple[Repriced, ...]) -> Loan:
    """Return a loan whose repricings are these and no others."""
    kept = {key: k for key, k in loan.known.items() if not _is_repriced(k.fact)}
    nothing = Split.nothing(loan.currency)
    for rate in rates:
        fact = RateSet(
            reference=rate.reference,
            rate_yearly=rate.rate_yearly,
            value_date=rate.value_date,
            reason=RateReason.REPRICED,
        )
        kept[key_of(fact)] = Known(fact=fact, moved=nothing)
    return attrs.evolve(loan, known=kept, repriced=rates)


def _is_repriced(fact: Fact) -> bool:
    return isinstance(fact, RateSet) and fact.reason is RateReason.REPRICED


def contract_of(loan: Loan) -> Contract:
    """Return what a loan is calculated by; its money must have been paid out."""
    begun = loan.begun
    if isinstance(begun, LoanTakenOver):
        return Contract(
            amount=begun.amount,
            rate_yearly=begun.rate_yearly or Rate(0),
            method=RepaymentMethod.AS_STATED,
            instalments=len(begun.plan),
            due_day=begun.granted_on.day,
            paid_out_on=begun.granted_on,
            plan=begun.plan,
        )
    first = loan.drawdowns[0]
    assert isinstance(first.fact, Drawn)
    return agreed_contract(begun, first.fact, first.start)


def agreed_contract(agreed: LoanAgreed, first: Drawn, plan: tuple[Instalment, ...]) -> Contract:
    """Return what an agreed loan is calculated by when a payment is its first."""
    return Contract(
        amount=first.amount,
        rate_yearly=agreed.rate_yearly,
        method=agreed.method,
        instalments=agreed.instalments,
        due_day=agreed.due_day,
        paid_out_on=first.value_date,
        plan=plan,
        shape=agreed.shape or PLAIN,
        bill=agreed.bill,
        **{name: getattr(agreed.terms, name) for name in _FROM_TERMS},
    )
