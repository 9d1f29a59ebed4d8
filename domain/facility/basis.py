"""Decisions: what speaks for and against a limit, and is recorded with it."""

from collections.abc import Iterable

import attrs

from domain.facility.caps import caps_on, require_capital, require_within
from domain.facility.ceiling import capacity_of, ceiling, grade_qualifies
from domain.facility.chain import relations_of, require_shared, waived
from domain.facility.commands import (
    GrantGroupLimit,
    GrantMaximum,
    GrantRelatedPartiesLimit,
)
from domain.facility.events import FacilityGranted
from domain.facility.related import RelatedCredit, related_credit, settings_on
from domain.facility.rules import (
    BORROWER_IS_ACTIVE,
    CAPACITY_IS_ON_FILE,
    CASH_COVER_IS_POSITIVE,
    FOUND_GROUP_IS_COVERED,
    GRADE_QUALIFIES,
    GRANTED_ON_A_RATING,
    GROUP_IS_KNOWN,
    RELATED_PARTIES_HAVE_ONE_LIMIT,
    SAME_CURRENCY,
    WAIVER_IS_ALLOWED,
    WITHIN_RATED_CEILING,
)
from domain.facility.values import Ceiling
from domain.facts.facility import RELATED_PARTIES
from domain.facts.policy import SHIPPED, Setting
from domain.money import Money
from domain.party import Standing


def basis_of_maximum(command: GrantMaximum, asked: FacilityGranted) -> FacilityGranted:
    """Return a customer's maximum with its ceiling, caps, relations, waivers and findings."""
    standing = command.customer.standing if command.customer else None
    BORROWER_IS_ACTIVE.require(standing is Standing.ACTIVE, customer_id=command.facility_id)
    for waiver in command.waivers:
        allowed = waiver.rule in (WITHIN_RATED_CEILING.code, FOUND_GROUP_IS_COVERED.code)
        WAIVER_IS_ALLOWED.require(allowed, rule=waiver.rule)
    most = _ceiling(command)
    if not waived(command, WITHIN_RATED_CEILING):
        WITHIN_RATED_CEILING.require(
            command.limit <= most.amount,
            limit=command.limit,
            most=most.amount,
            grade=most.grade,
            net_assets=most.net_assets,
            debts=most.debts,
            disposable=most.disposable,
        )
    related = relations_of(command)
    require_shared(related.insider, asked, command.limit_above, command.group is not None)
    within = _within_capital(command, asked, related=related.insider)
    return attrs.evolve(
        within,
        ceiling=most,
        related=related,
        waivers=command.waivers,
        settings=(*within.settings, *_settings(command, most.grade)),
    )


def basis_of_group(command: GrantGroupLimit, asked: FacilityGranted) -> FacilityGranted:
    """Return a group's limit with its caps; where a member is a related party, with theirs."""
    GROUP_IS_KNOWN.require(command.group is not None, group_id=command.facility_id)
    relations = command.related or ()
    related = any(one.insider for one in relations)
    require_shared(related, asked, command.limit_above, False)
    return attrs.evolve(_within_capital(command, asked, related=related), related_members=relations)


def basis_of_related_parties(
    command: GrantRelatedPartiesLimit, asked: FacilityGranted
) -> FacilityGranted:
    """Return the limit for all related parties with its cap."""
    RELATED_PARTIES_HAVE_ONE_LIMIT.require(
        command.facility_id == RELATED_PARTIES, facility_id=command.facility_id
    )
    return _within_capital(command, asked, related=False)


def _ceiling(command: GrantMaximum) -> Ceiling:
    rating, day = command.rating, command.today
    GRANTED_ON_A_RATING.require(
        rating is not None and rating.rated_on <= day <= rating.valid_until,
        valid_until=rating.valid_until if rating else None,
    )
    assert rating is not None
    GRADE_QUALIFIES.require(grade_qualifies(rating.grade), grade=rating.grade)
    kind = command.customer.kind if command.customer else None
    capacity = capacity_of(kind, command.economy, command.statements)
    CAPACITY_IS_ON_FILE.require(capacity is not None, customer_id=command.facility_id)
    assert capacity is not None
    currency = command.limit.currency
    SAME_CURRENCY.require(
        capacity.currencies == {currency},
        currency=currency,
        expected=", ".join(sorted(capacity.currencies)),
    )
    return Ceiling(
        amount=ceiling(command.book or SHIPPED, day, rating.grade, capacity),
        grade=rating.grade,
        scorecard=rating.scorecard,
        net_assets=capacity.net_assets,
        debts=capacity.debts,
        disposable=capacity.disposable,
    )


def _within_capital(
    command: GrantMaximum | GrantGroupLimit | GrantRelatedPartiesLimit,
    asked: FacilityGranted,
    *,
    related: bool,
) -> FacilityGranted:
    """Return the limit with the caps that it keeps, and what must be filed of it.

    The caps on related parties count net of cash cover, and what they have outside every limit.
    """
    book, day = command.book or SHIPPED, command.today
    capital = require_capital(book, day, command.limit.currency)
    net, beside = _net(asked), related_credit(command) if related else RelatedCredit()
    caps = tuple(caps_on(asked.kind, book, day, capital, related=related))
    for cap, counts_net in caps:
        require_within(cap, beside.of_owner(net) if counts_net else command.limit)
    within = attrs.evolve(asked, caps=tuple(cap for cap, _ in caps))
    if not related:
        return within
    return attrs.evolve(
        within,
        findings=tuple(beside.findings(net, capital.net_capital, book, day)),
        settings=(*asked.settings, *settings_on(book, day)),
    )


def _net(asked: FacilityGranted) -> Money:
    """Return a limit less its cash cover."""
    cover = asked.cash_cover
    if cover is None:
        return asked.limit
    fits = cover.amount.currency == asked.limit.currency
    CASH_COVER_IS_POSITIVE.require(
        fits and 0 < cover.amount.fen <= asked.limit.fen, cash_cover=cover.amount
    )
    return asked.limit - cover.amount


def _settings(command: GrantMaximum, grade: str) -> Iterable[Setting]:
    book, day = command.book or SHIPPED, command.today
    names = (
        f"bank.ceiling.debt_ratio_max.{grade}",
        f"bank.ceiling.surplus_share_max.{grade}",
        "bank.ceiling.months",
    )
    return (book.on(name, day) for name in names)
