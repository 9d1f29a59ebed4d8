"""Credit to related parties (关联交易): what one has in all, and what of it is major.

A maximum is counted as agreed, net of cash cover, while it lasts; after it, what is still taken of
it.  Loans that no limit counts are added.  Those of one group, and merged duplicates, count as one.

Source: 银行保险机构关联交易管理办法 (2022年第1号令) 第14条 (major: 1 % of net capital singly, 5 %
cumulatively), and its rules on adding up near relatives and whom they control.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from attrs import field, frozen

from domain.facility.caps import share_of
from domain.facility.commands import GrantGroupLimit, GrantMaximum, GrantRelatedPartiesLimit
from domain.facility.rules import RELATED_CREDIT_IS_MAJOR_IN_ALL, RELATED_TRANSACTION_IS_MAJOR
from domain.facts.borrowing import Borrowing
from domain.facts.facility import Facility
from domain.facts.policy import PolicyBook, Setting
from domain.money import Money
from domain.origin import Finding

SINGLE: Final = "related_party.major.single_txn_gte"
IN_ALL: Final = "related_party.major.cumulative_gte"

Parts = Mapping[str, Money]  # "limit C2" -> what it counts for.
Granting = GrantMaximum | GrantGroupLimit | GrantRelatedPartiesLimit


@frozen(kw_only=True)
class RelatedCredit:
    """What a related party and their group have, beside the limit that is granted."""

    own: Parts = field(factory=dict)  # Of those whom the limit is for, outside every limit.
    group: Parts = field(factory=dict)  # Of those counted with them.

    def in_all(self, net: Money) -> Money:
        """Return the sum of a limit, net of its cash cover, and all the rest."""
        parts = (*self.own.values(), *self.group.values())
        return Money(net.fen + sum(part.fen for part in parts), net.currency)

    def of_owner(self, net: Money) -> Money:
        """Return the sum of a limit, net of its cash cover, and what its owner has beside it."""
        return Money(net.fen + sum(part.fen for part in self.own.values()), net.currency)

    def findings(self, net: Money, capital: Money, book: PolicyBook, day: date) -> list[Finding]:
        """Return what makes a limit of so much a major related transaction."""
        total = self.in_all(net)
        found = []
        if share_of(net, capital) >= book.share(SINGLE, day):
            facts = f"credit {net}, net_capital {capital}"
            found.append(Finding(RELATED_TRANSACTION_IS_MAJOR.code, facts))
        if share_of(total, capital) >= book.share(IN_ALL, day):
            beside = "; ".join(f"{k} {v}" for k, v in (*self.own.items(), *self.group.items()))
            facts = (
                f"credit {net}, beside {beside or 'none'}, in all {total}, net_capital {capital}"
            )
            found.append(Finding(RELATED_CREDIT_IS_MAJOR_IN_ALL.code, facts))
        return found


def related_credit(command: Granting) -> RelatedCredit:
    """Return what the core found of a related party's credit, in the currency of the limit."""
    match command:
        case GrantMaximum():
            limits, loans = command.group_limits or (), command.group_loans or ()
            group = {**_limits(limits, command), **_loans(loans, command)}
            return RelatedCredit(own=_loans(command.own_loans or (), command), group=group)
        case GrantGroupLimit():
            return RelatedCredit(own=_loans(command.group_loans or (), command))
        case GrantRelatedPartiesLimit():
            return RelatedCredit()


def settings_on(book: PolicyBook, day: date) -> tuple[Setting, ...]:
    """Return the parameters by which a related transaction is major."""
    return book.on(SINGLE, day), book.on(IN_ALL, day)


def _limits(limits: Iterable[Facility], command: Granting) -> Parts:
    counted = {f"limit {one.facility_id}": _counted(one, command.today) for one in limits}
    return _of_currency(counted, command)


def _counted(limit: Facility, day: date) -> Money:
    agreed = limit.limit.fen if day <= limit.until else 0
    cover = limit.cash_cover.fen if limit.cash_cover else 0
    taken = limit.reserved.fen + limit.used.fen
    return Money(max(agreed, taken) - min(cover, max(agreed, taken)), limit.limit.currency)


def _loans(loans: Iterable[Borrowing], command: Granting) -> Parts:
    owed = {f"loan {one.loan_id}": one.outside_limits for one in loans if one.outside_limits}
    return _of_currency(owed, command)


def _of_currency(parts: Parts, command: Granting) -> Parts:
    currency = command.limit.currency
    return {name: part for name, part in parts.items() if part.currency == currency and part.fen}
