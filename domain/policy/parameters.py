"""What follows from setting a parameter, or correcting a setting.

Source: the source of each parameter; a bank may be stricter than the law, and decides for itself
where the law is silent.
"""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final

from domain.dated import Dated, From
from domain.facts.parameters import PARAMETERS
from domain.facts.parameters.parameter import Decider, Measure, Parameter, Stricter
from domain.origin import Finding
from domain.policy.commands import CorrectPolicyParameter, SetPolicyParameter
from domain.policy.events import PolicyEvent, PolicyParameterCorrected, PolicyParameterSet
from domain.policy.rules import (
    GUIDANCE_IS_FOLLOWED,
    LAW_IS_KEPT,
    NOT_DATED_BACK,
    ONE_SETTING_A_DAY,
    PARAMETER_IS_KNOWN,
    SETTING_FITS_ITS_MEASURE,
    SETTING_IS_KNOWN,
)
from domain.policy.state import Policy

_COUNT: Final = re.compile("0|[1-9][0-9]{0,5}")
_FORMS: Final[Mapping[Measure, re.Pattern[str]]] = {
    Measure.RATIO: re.compile(r"(0|[1-9][0-9]?)(\.[0-9]{1,6})?"),
    Measure.YUAN: re.compile("0|[1-9][0-9]{0,12}"),
    Measure.FLAG: re.compile("true|false"),
    Measure.CODE: re.compile(".+"),
}


def set_parameter(command: SetPolicyParameter, policy: Policy) -> Sequence[PolicyEvent]:
    """Set a parameter from a day on; () where that day has the setting from that source."""
    known = _known(command.parameter, command.setting)
    said = From(command.since, command.setting, command.source)
    entry = _entry(policy, command)
    if entry == said:
        return ()
    NOT_DATED_BACK.require(command.today <= command.since, since=command.since, today=command.today)
    ONE_SETTING_A_DAY.require(
        entry is None or entry.day != command.since,
        since=command.since,
        set_to=entry and entry.value,
    )
    findings = _kept(command.parameter, known, command.setting)
    made = PolicyParameterSet(
        parameter=command.parameter,
        setting=command.setting,
        since=command.since,
        source=command.source,
        authority=command.authority,
        findings=findings,
    )
    return (made,)


def correct_parameter(command: CorrectPolicyParameter, policy: Policy) -> Sequence[PolicyEvent]:
    """Put the true setting in the place of one that was entered; () where it stands so."""
    known = _known(command.parameter, command.setting)
    entry = _entry(policy, command)
    set_then = entry is not None and entry.day == command.since
    SETTING_IS_KNOWN.require(set_then, parameter=command.parameter, since=command.since)
    assert entry is not None
    if entry.value == command.setting:
        return ()
    findings = _kept(command.parameter, known, command.setting) if command.setting else ()
    made = PolicyParameterCorrected(
        parameter=command.parameter,
        since=command.since,
        setting=command.setting,
        replaced=entry.value,
        source=command.source,
        authority=command.authority,
        reason=command.reason,
        findings=findings,
    )
    return (made,)


def fits_measure(measure: Measure, setting: str) -> bool:
    """Say whether a setting is written as its measure is: a count where nothing else is said."""
    return _FORMS.get(measure, _COUNT).fullmatch(setting) is not None


def looser(known: Parameter, setting: str) -> bool:
    """Say whether a setting is looser than what ships; any other where no way is stricter."""
    if known.stricter is None:
        return setting != known.setting
    ours, shipped = _figure(setting), _figure(known.setting)
    return ours > shipped if known.stricter is Stricter.LOWER else ours < shipped


def _known(name: str, setting: str | None) -> Parameter:
    PARAMETER_IS_KNOWN.require(name in PARAMETERS, parameter=name)
    known = PARAMETERS[name]
    fits = setting is None or fits_measure(known.measure, setting)
    SETTING_FITS_ITS_MEASURE.require(fits, measure=known.measure.value, setting=setting)
    return known


def _entry(
    policy: Policy, command: SetPolicyParameter | CorrectPolicyParameter
) -> From[str] | None:
    return policy.book.entries.get(command.parameter, Dated[str]()).entry(command.since)


def _kept(name: str, known: Parameter, setting: str) -> tuple[Finding, ...]:
    """Return what guidance a setting departs from; Refused where it is looser than the law."""
    loose = known.decided_by is not Decider.BANK and looser(known, setting)
    LAW_IS_KEPT.require(
        not (loose and known.decided_by is Decider.LAW),
        parameter=name,
        law=known.source,
        law_sets=known.setting,
        setting=setting,
    )
    facts = f"parameter {name}, advised {known.setting}, set {setting}, by {known.source}"
    return (Finding(GUIDANCE_IS_FOLLOWED.code, facts),) if loose else ()


def _figure(setting: str) -> Fraction:
    return Fraction(int(setting == "true")) if setting in ("true", "false") else Fraction(setting)
