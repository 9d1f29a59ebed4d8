"""What follows from recording sections of an economic file, or taking one over."""

from collections.abc import Sequence
from datetime import date
from typing import Final, assert_never

from domain.calendar.months import months_after
from domain.dated import From
from domain.economic_file.commands import EconomicFileCommand, RecordSections, TakeOverEconomicFile
from domain.economic_file.events import EconomicFileEvent, SectionsRecorded
from domain.economic_file.figures import alerts, amounts_in, figures
from domain.economic_file.household import Kinship
from domain.economic_file.required import missing_items
from domain.economic_file.rules import (
    FILE_IS_OF_A_CUSTOMER,
    FOUND_BY_TODAY,
    INVESTIGATORS_ARE_NAMED,
    NOTHING_IS_NEGATIVE,
    ONE_CURRENCY,
    ONE_HEAD,
    SECTION_IS_GIVEN,
)
from domain.economic_file.state import EconomicFile, given, newest, with_sections
from domain.economic_file.values import Sections
from domain.facts.duty import require_duty, require_not_connected
from domain.facts.policy import SHIPPED
from domain.facts.staff import Post
from domain.ids import StaffId
from domain.kinds import CustomerKind
from domain.money import DEFAULT_CURRENCY, Money
from domain.origin import Finding, Origin
from domain.party import Party, Standing

COLLECT: Final = (
    Post.JUNIOR_RELATIONSHIP_MANAGER,
    Post.RELATIONSHIP_MANAGER,
    Post.SENIOR_RELATIONSHIP_MANAGER,
    Post.INVESTIGATOR,
)


def decide(command: EconomicFileCommand, file: EconomicFile) -> Sequence[EconomicFileEvent]:
    """Return what follows from a command."""
    match command:
        case RecordSections():
            return record_sections(command, file)
        case TakeOverEconomicFile():
            return take_over_file(command, file)
    assert_never(command)


def record_sections(command: RecordSections, file: EconomicFile) -> Sequence[EconomicFileEvent]:
    """Record sections; () where that day has the same, found by the same people."""
    require_duty(command.staff, command.today, COLLECT, command.customer_id)
    _require_investigators(command)
    if _is_known(command, file):
        return ()
    return (_recorded(command, file),)


def take_over_file(
    command: TakeOverEconomicFile, file: EconomicFile
) -> Sequence[EconomicFileEvent]:
    """Take sections over; () where that day has the same."""
    if _is_known(command, file):
        return ()
    return (_recorded(command, file),)


def _recorded(
    command: RecordSections | TakeOverEconomicFile, file: EconomicFile
) -> SectionsRecorded:
    kind, origin = _kind(command.customer), _origin(command)
    sections, since, book = command.sections, command.since, command.book or SHIPPED
    SECTION_IS_GIVEN.require(bool(given(sections)))
    FOUND_BY_TODAY.require(since <= command.today, since=since, today=command.today)
    amounts = tuple(amounts_in(sections))
    currency = _one_currency(amounts, file)
    on_file = newest(with_sections(file, sections, since))
    now = figures(on_file, currency)
    was = file.last.figures if file.last else None
    setting = book.on(f"bank.economic_file.refresh_months.{kind}", command.today)
    return SectionsRecorded(
        kind=kind,
        sections=sections,
        since=since,
        collected_by=_collector(command),
        investigators=_investigators(command),
        figures=now,
        missing_items=missing_items(kind, on_file),
        alerts=() if origin else alerts(was, now, book, command.today),
        refresh_due=_after(max(since, file.refreshed_on or since), int(setting.setting)),
        refresh_setting=setting,
        origin=origin,
        findings=_weighed(sections, amounts, origin),
    )


def _origin(command: RecordSections | TakeOverEconomicFile) -> Origin | None:
    return command.origin if isinstance(command, TakeOverEconomicFile) else None


def _collector(command: RecordSections | TakeOverEconomicFile) -> StaffId | None:
    return command.actor if isinstance(command, RecordSections) else None


def _investigators(command: RecordSections | TakeOverEconomicFile) -> tuple[StaffId, ...]:
    return command.investigators if isinstance(command, RecordSections) else ()


def _after(day: date, months: int) -> date:
    return months_after(day, months, day.day)


def _kind(customer: Party | None) -> CustomerKind:
    active = customer is not None and customer.standing is Standing.ACTIVE
    FILE_IS_OF_A_CUSTOMER.require(active)
    assert customer is not None
    assert customer.kind is not None
    return customer.kind


def _is_known(command: RecordSections | TakeOverEconomicFile, file: EconomicFile) -> bool:
    """Tell whether the day has these very sections, found by these very people."""
    who = From(command.since, _investigators(command))
    if file.investigators.entry(command.since) != who:
        return False
    return all(
        name in file.sections
        and file.sections[name].entry(command.since) == From(command.since, value)
        for name, value in given(command.sections).items()
    )


def _require_investigators(command: RecordSections) -> None:
    people = command.people or ()
    known = {one.staff_id for one in people if one.holds(command.today, *COLLECT)}
    missing = [name for name in command.investigators if name not in known]
    INVESTIGATORS_ARE_NAMED.require(
        bool(command.investigators) and not missing, not_staff=", ".join(missing)
    )
    for one in people:
        require_not_connected(one, command.customer_id)


def _one_currency(amounts: Sequence[Money], file: EconomicFile) -> str:
    stated = {amount.currency for amount in amounts}
    found = stated | ({file.currency} if file.currency else set())
    ONE_CURRENCY.require(len(found) <= 1, currencies=", ".join(sorted(found)))
    return next(iter(found), DEFAULT_CURRENCY)


def _weighed(
    sections: Sections, amounts: Sequence[Money], origin: Origin | None
) -> tuple[Finding, ...]:
    """Return what another system stated that cannot be; Refused where we state it ourselves."""
    negative = [amount for amount in amounts if amount.fen < 0]
    found = NOTHING_IS_NEGATIVE.weigh(not negative, origin, amounts=len(negative))
    heads = sum(one.kinship is Kinship.HEAD for one in sections.members or ())
    return found + ONE_HEAD.weigh(not sections.members or heads == 1, origin, heads=heads)
