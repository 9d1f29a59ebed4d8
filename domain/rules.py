"""Rules as values: each has a code, a sentence and a source, and refuses by name."""

from typing import Any

from attrs import define, field, frozen

from domain.origin import Finding, Origin


@frozen
class Rule:
    """A rule that can refuse a command."""

    code: str  # Stable for ever: clients, tests and the audit trail name it.
    says: str  # One sentence, in the words of the business.
    source: str  # Article, policy section or decision that it comes from.

    def require(self, holds: bool, **facts: object) -> None:
        """Raise Refused, with the facts that broke the rule, unless it holds.

        Facts are shown to callers and logged: never put a personal field among them.
        """
        if not holds:
            raise Refused(self, facts)

    def weigh(self, holds: bool, origin: Origin | None, **facts: object) -> tuple[Finding, ...]:
        """Return () where the rule holds, and a finding where a taken-over fact breaks it.

        Facts of another system happened whether we like them or not, so they are recorded as
        stated.  Raises Refused where the fact is our own (origin None).
        """
        if holds:
            return ()
        if origin is None:
            raise Refused(self, facts)
        return (Finding(self.code, ", ".join(f"{k} {in_words(v)}" for k, v in facts.items())),)


@define
class Refused(Exception):
    """A command that a rule forbids.  Nothing was recorded."""

    rule: Rule
    facts: dict[str, Any] = field(factory=dict)

    def __str__(self) -> str:
        known = "; ".join(f"{name} {in_words(value)}" for name, value in self.facts.items())
        return f"{self.rule.code}: {self.rule.says}" + (f" ({known})" if known else "")


def in_words(fact: object) -> str:
    """Return a fact as people and machines are shown it: none where there is nothing."""
    if fact is None or isinstance(fact, bool):
        return str(fact).lower()
    return str(fact)
