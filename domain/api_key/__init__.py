"""A key with which a program calls: issued for roles and branches, for a time, and revocable.

Its secret is shown once and kept nowhere; the record holds the digest.
"""

from typing import Final, get_args

from domain.api_key import labels, rules
from domain.api_key.commands import ApiKeyCommand
from domain.api_key.decisions import EVERYWHERE, decide
from domain.api_key.events import ApiKeyEvent
from domain.api_key.state import ApiKey, evolve
from domain.decider import Decider

__all__ = ["API_KEY", "EVERYWHERE", "ApiKey"]

API_KEY: Final[Decider[ApiKeyCommand, ApiKey, ApiKeyEvent]] = Decider(
    category="api_key",
    identity="key_id",
    initial=ApiKey(),
    decide=decide,
    evolve=evolve,
    commands=get_args(ApiKeyCommand),
    events=get_args(ApiKeyEvent),
    rules=(rules,),
    labels=labels,
)
