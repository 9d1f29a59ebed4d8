"""How a criterion's verdict is put."""

from domain.credit_application.admission.verdicts import Outcome, Verdict
from domain.rules import Rule


def met(rule: Rule, says: str) -> Verdict:
    """Return that a criterion is met."""
    return _verdict(rule, Outcome.ADMITTED, says)


def care(rule: Rule, says: str) -> Verdict:
    """Return that a criterion asks for more care."""
    return _verdict(rule, Outcome.CAUTIONED, says)


def barred(rule: Rule, says: str) -> Verdict:
    """Return that a criterion stops the application."""
    return _verdict(rule, Outcome.PROHIBITED, says)


def _verdict(rule: Rule, outcome: Outcome, says: str) -> Verdict:
    return Verdict(rule=rule.code, outcome=outcome, says=says, source=rule.source)
