"""Signs in a customer's behaviour: needs that may be served, and warnings that ask for a look.

Each is one comparison of a figure with a parameter of the credit policy; nothing is weighed or
learned.  A sign decides nothing: somebody looks at the records that it names.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Final

from attrs import frozen

from domain.facts.policy import PolicyBook, Setting
from domain.facts.ratios import shown
from projections.behaviour.figures import Act, Figure

NEED: Final = "need"  # What could be offered (交叉销售).
WARNING: Final = "warning"
_BANK: Final = "bank.behaviour."
WINDOW: Final = f"{_BANK}window_months"


@frozen(kw_only=True)
class Use:
    """How much of the customer's own limits is used, and the records that say so."""

    share: Fraction
    records: tuple[str, ...]


@frozen(kw_only=True)
class Observed:
    """The acts of the window on a day, and those that state amounts, whenever they did."""

    book: PolicyBook
    day: date
    recent: Mapping[Figure, Sequence[Act]]
    ever: Mapping[Figure, Sequence[Act]]
    use: Use | None

    def setting(self, name: str) -> Setting:
        """Return a parameter as it holds on the day."""
        return self.book.on(f"{_BANK}{name}", self.day)


@frozen(kw_only=True)
class Sign:
    """A figure that reached its parameter."""

    part: str
    name: str
    value: str
    says: str
    setting: Setting
    records: tuple[str, ...]


Signs = Iterator[Sign]
Rule = Callable[[Observed], Signs]


def _often(part: str, name: str, figure: Figure, *, parameter: str, says: str) -> Rule:
    def rule(observed: Observed) -> Signs:
        acts, setting = observed.recent.get(figure, ()), observed.setting(parameter)
        if acts and len(acts) >= int(setting.setting):
            yield _sign(
                part, name, (str(len(acts)), f"{len(acts)} {says}"), setting=setting, acts=acts
            )

    return rule


def _latest(observed: Observed) -> Signs:
    acts, setting = observed.recent.get(Figure.DAYS_LATE, ()), observed.setting("late_days_from")
    late = [act for act in acts if act.days >= int(setting.setting)]
    if late:
        days = str(max(act.days for act in late))
        says = f"what was due stayed unpaid for {days} days"
        yield _sign(WARNING, "repays_very_late", (days, says), setting=setting, acts=late)


def _moves(part: str, name: str, figure: Figure, *, parameter: str, way: int) -> Rule:
    """Return the rule that an amount moved up (way 1) or down (-1) by a share or more."""

    def rule(observed: Observed) -> Signs:
        stated = sorted(observed.ever.get(figure, ()), key=lambda act: act.on)
        alike = [act for act in stated if act.months == stated[-1].months][-2:]
        setting = observed.setting(parameter)
        share = _share(alike) * way
        if share and share >= Fraction(setting.setting):
            was, now = alike
            verb = "rose" if way > 0 else "fell"
            says = f"it {verb} from {was.amount} on {was.on} to {now.amount} on {now.on}"
            yield _sign(part, name, (shown(share), says), setting=setting, acts=alike)

    return rule


def _share(alike: Sequence[Act]) -> Fraction:
    """Return by which share the newer of two amounts is more; nought where that says nothing."""
    if len(alike) < 2:
        return Fraction(0)
    was, now = (act.amount for act in alike)
    if was is None or now is None or was.fen <= 0 or was.currency != now.currency:
        return Fraction(0)
    return Fraction(now.fen - was.fen, was.fen)


def _limit(observed: Observed) -> Signs:
    use, setting = observed.use, observed.setting("use_of_limit_from")
    if use is None or use.share < Fraction(setting.setting):
        return
    late = observed.recent.get(Figure.RECEIPTS_LATE, ())
    part, name, says = (
        (WARNING, "limit_strained", "most of the limits is used, and receipts came late")
        if late
        else (NEED, "limit_short", "most of the limits is used, and no receipt came late")
    )
    records = (*use.records, *(act.record for act in late))
    yield Sign(
        part=part,
        name=name,
        value=shown(use.share),
        says=says,
        setting=setting,
        records=records,
    )


RULES: Final[Sequence[Rule]] = (
    _often(
        WARNING,
        "repays_late",
        Figure.RECEIPTS_LATE,
        parameter="late_receipts_from",
        says="receipts came late",
    ),
    _latest,
    _often(
        WARNING,
        "pays_in_parts",
        Figure.PART_PAYMENTS,
        parameter="part_payments_from",
        says="receipts were less than what was due",
    ),
    _often(
        WARNING,
        "complains_often",
        Figure.COMPLAINT_COUNT,
        parameter="complaints_from",
        says="complaints were received",
    ),
    _moves(WARNING, "turnover_falls", Figure.REVENUE, parameter="turnover_fall_from", way=-1),
    _moves(WARNING, "cash_falls", Figure.AVERAGE_CASH, parameter="cash_fall_from", way=-1),
    _moves(
        WARNING, "deposits_fall", Figure.DEPOSITS_STATED, parameter="deposits_fall_from", way=-1
    ),
    _limit,
    _often(
        NEED,
        "pays_ahead",
        Figure.PREPAYMENTS,
        parameter="prepayments_from",
        says="receipts paid ahead: a shorter term, a limit that revolves or a deposit may fit",
    ),
    _often(
        NEED,
        "draws_often",
        Figure.DRAWDOWN_COUNT,
        parameter="drawdowns_from",
        says="payments out: a limit that revolves may fit",
    ),
    _moves(NEED, "turnover_rises", Figure.REVENUE, parameter="turnover_rise_from", way=1),
)


def signs_of(observed: Observed) -> Signs:
    """Yield the signs of a customer, warnings as listed before needs as listed."""
    for rule in RULES:
        yield from rule(observed)


def _sign(
    part: str, name: str, said: tuple[str, str], *, setting: Setting, acts: Sequence[Act]
) -> Sign:
    value, says = said
    records = tuple(dict.fromkeys(act.record for act in acts))
    return Sign(part=part, name=name, value=value, says=says, setting=setting, records=records)
