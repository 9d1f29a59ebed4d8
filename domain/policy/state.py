"""The credit policy as set so far, from day to day."""

from collections.abc import Mapping
from datetime import date
from typing import TypeVar, assert_never

import attrs
from attrs import frozen

from domain.dated import Dated
from domain.facts.policy import Capital, PolicyBook
from domain.policy.events import (
    CapitalCorrected,
    CapitalRecorded,
    PolicyEvent,
    PolicyFeesSet,
    PolicyParameterCorrected,
    PolicyParameterSet,
    PolicyPricingSet,
    PolicyStandardEnded,
    PolicyStandardSet,
    PolicyTextIssued,
    PolicyTextRepealed,
)

T = TypeVar("T")


@frozen
class Policy:
    """What the institution has set, and the texts that it issued, those issued first, first."""

    book: PolicyBook = attrs.field(factory=PolicyBook)
    texts: tuple[PolicyTextIssued, ...] = ()
    repealed: Mapping[str, tuple[PolicyTextRepealed, ...]] = attrs.field(factory=dict)

    def text_on(self, text_id: str, day: date) -> PolicyTextIssued | None:
        """Return the version of a text in force on a day: the one that began last."""
        begun = [one for one in self.texts if one.text_id == text_id and one.since <= day]
        last = max(begun, key=lambda one: one.since, default=None)
        until = self.last_day_of(last) if last else None
        return last if until is None or day <= until else None

    def last_day_of(self, text: PolicyTextIssued) -> date | None:
        """Return a text's last day, as issued or repealed; None while it is not said."""
        ends = [one.until for one in self.repealed.get(text.text_id, ())]
        stated = (text.until, *(end for end in ends if end >= text.since))
        return min((end for end in stated if end is not None), default=None)


def evolve(policy: Policy, event: PolicyEvent) -> Policy:
    """Return the policy after an event."""
    match event:
        case PolicyTextIssued():
            return attrs.evolve(policy, texts=(*policy.texts, event))
        case PolicyTextRepealed():
            ends = (*policy.repealed.get(event.text_id, ()), event)
            return attrs.evolve(policy, repealed={**policy.repealed, event.text_id: ends})
    return attrs.evolve(policy, book=_book(policy.book, event))


def fact(_book: str, policy: Policy) -> PolicyBook:
    """Return what holds, for those who decide by it."""
    return policy.book


def _book(
    book: PolicyBook,
    event: PolicyParameterSet
    | PolicyParameterCorrected
    | PolicyStandardSet
    | PolicyStandardEnded
    | PolicyPricingSet
    | PolicyFeesSet
    | CapitalRecorded
    | CapitalCorrected,
) -> PolicyBook:
    match event:
        case PolicyParameterSet() | PolicyParameterCorrected():
            return attrs.evolve(book, entries=_entries(book.entries, event))
        case PolicyStandardSet() | PolicyStandardEnded():
            said = event.standard if isinstance(event, PolicyStandardSet) else None
            before = book.standards.get(event.standard_id, Dated())
            dated = before.with_value(event.since, said, event.source)
            return attrs.evolve(book, standards={**book.standards, event.standard_id: dated})
        case PolicyPricingSet():
            dated_table = book.pricing.get(event.product_id, Dated()).with_value(
                event.since, event.table, event.source
            )
            return attrs.evolve(book, pricing={**book.pricing, event.product_id: dated_table})
        case PolicyFeesSet():
            fees = book.fees.with_value(event.since, event.fees, event.source)
            return attrs.evolve(book, fees=fees)
        case CapitalRecorded() | CapitalCorrected():
            counted = Capital(net_capital=event.net_capital, net_tier1=event.net_tier1)
            capital = book.capital.with_value(event.as_of, counted, event.source)
            return attrs.evolve(book, capital=capital)
    assert_never(event)


def _entries(
    entries: Mapping[str, Dated[str]], event: PolicyParameterSet | PolicyParameterCorrected
) -> Mapping[str, Dated[str]]:
    before = entries.get(event.parameter, Dated())
    if event.setting is None:
        dated = _without(before, event.since)
    else:
        dated = before.with_value(event.since, event.setting, event.source)
    return {**entries, event.parameter: dated}


def _without(dated: Dated[T], day: date) -> Dated[T]:
    return Dated(tuple(entry for entry in dated.values if entry.day != day))
