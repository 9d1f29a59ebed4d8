"""What there is to say of a loan on a day, figure by figure.

Source: Civil Code of the PRC, Art. 674-677; 金融企业财务规则 (interest in arrears on and off the
balance); 商业银行金融资产风险分类办法 第7条 (days overdue).
"""

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import fields, frozen

from domain.loan.facts import Received, WrittenOff
from domain.loan.servicing import owed
from domain.loan.servicing.claims import Claim
from domain.loan.servicing.debt import Debt
from domain.loan.settle import Account
from domain.loan.values import Split
from domain.money import Money


@frozen(kw_only=True)
class Figures:
    """Amounts of a loan, and the days that it is past due."""

    principal: Money  # Owed, due or not,
    principal_due: Money  # due and unpaid,
    principal_overdue: Money  # and of it what was due on a day before.
    interest_accrued: Money  # Of the current period, not yet due.
    interest_due: Money
    interest_overdue: Money
    penalty: Money  # Penalty interest,
    compound: Money  # and interest on unpaid interest; both are due as they run.
    fees_due: Money
    payoff: Money  # What settles the loan.
    excess: Money  # Received beyond all that was owed, and not refunded.
    written_off: Money  # What was owed when the loan left the books,
    recovered: Money  # and what came in on it since.
    days_past_due: int

    @classmethod
    def nothing(cls, currency: str) -> "Figures":
        """Return the figures of a loan that was not paid out."""
        names = [each.name for each in fields(cls) if each.name != "days_past_due"]
        return cls(**dict.fromkeys(names, Money.zero(currency)), days_past_due=0)

    def items(self) -> Iterator[tuple[str, Money | int]]:
        """Yield the figures by name."""
        for each in fields(type(self)):
            yield each.name, getattr(self, each.name)


def figures_on(account: Account, debt: Debt) -> Figures:
    """Return the figures of an account on the day that its debt was swept to."""
    currency = account.contract.amount.currency
    fee, _, interest, principal = owed.due(debt)
    overdue = [claim for claim in debt.claims[: debt.fallen] if claim.due_date < debt.day]
    oldest = oldest_unpaid(debt)
    amounts = {
        "principal": debt.principal,
        "principal_due": principal,
        "principal_overdue": sum(claim.principal - claim.paid_principal for claim in overdue),
        "interest_accrued": owed.accrued(debt),
        "interest_due": interest,
        "interest_overdue": sum(claim.interest - claim.paid_interest for claim in overdue),
        "penalty": owed.penalty(debt),
        "compound": owed.compound(debt),
        "fees_due": fee,
        "payoff": sum(owed.payoff(debt)),
        "excess": debt.excess - debt.refunded,
        "written_off": debt.written_off.total.fen if debt.written_off else 0,
        "recovered": sum(split.total.fen - split.excess.fen for split in _recovered(account)),
    }
    money = {name: Money(fen, currency) for name, fen in amounts.items()}
    return Figures(**money, days_past_due=(debt.day - oldest).days if oldest else 0)


def oldest_unpaid(debt: Debt) -> date | None:
    """Return the due date of the oldest instalment that is overdue; None where none is."""
    return _first_due(claim for claim in debt.claims if claim.due_date < debt.day)


def next_due(debt: Debt) -> date | None:
    """Return the first due date after the day with something to pay."""
    return _first_due(claim for claim in debt.claims if debt.day < claim.due_date < date.max)


def _first_due(claims: Iterable[Claim]) -> date | None:
    return next((claim.due_date for claim in claims if claim.unpaid), None)


def _recovered(account: Account) -> Iterator[Split]:
    """Yield what receipts discharged after the loan was written off."""
    is_written_off = False
    for fact, split in account.effects.items():
        is_written_off = is_written_off or isinstance(fact, WrittenOff)
        if is_written_off and isinstance(fact, Received):
            yield split
