"""What follows from setting the credit policy, or correcting what was entered."""

from collections.abc import Sequence
from typing import Final, assert_never

from domain.facts.duty import require_duty
from domain.facts.staff import Post
from domain.policy.capital import correct_capital, record_capital
from domain.policy.commands import (
    CorrectCapital,
    CorrectPolicyParameter,
    EndPolicyStandard,
    IssuePolicyText,
    PolicyCommand,
    RecordCapital,
    RepealPolicyText,
    SetPolicyFees,
    SetPolicyParameter,
    SetPolicyPricing,
    SetPolicyStandard,
)
from domain.policy.events import PolicyEvent
from domain.policy.parameters import correct_parameter, set_parameter
from domain.policy.prices import set_fees, set_pricing
from domain.policy.standards import end_standard, set_standard
from domain.policy.state import Policy
from domain.policy.texts import issue_text, repeal_text

KEEPERS: Final = (Post.CREDIT_HEAD, Post.PRESIDENT)  # Who enters what the institution decided.


def decide(command: PolicyCommand, policy: Policy) -> Sequence[PolicyEvent]:
    """Return what follows from a command."""
    require_duty(command.staff, command.today, KEEPERS, None)
    match command:
        case SetPolicyParameter():
            return set_parameter(command, policy)
        case CorrectPolicyParameter():
            return correct_parameter(command, policy)
        case IssuePolicyText():
            return issue_text(command, policy)
        case RepealPolicyText():
            return repeal_text(command, policy)
        case SetPolicyStandard():
            return set_standard(command, policy)
        case EndPolicyStandard():
            return end_standard(command, policy)
        case SetPolicyPricing():
            return set_pricing(command, policy)
        case SetPolicyFees():
            return set_fees(command, policy)
        case RecordCapital():
            return record_capital(command, policy)
        case CorrectCapital():
            return correct_capital(command, policy)
    assert_never(command)
