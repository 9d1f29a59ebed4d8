"""The tools by name, with where each is kept: help lists them all and loads none."""

from collections.abc import Mapping
from importlib import import_module
from typing import Final

import click
from attrs import frozen

PROGRAM: Final = "loanfold"
COMPLETE: Final = "_LOANFOLD_COMPLETE"  # The variable that click's completion scripts set.


@frozen
class Tool:
    """Where a tool is kept, as "module:name" within this package, and what it does."""

    place: str
    summary: str

    def load(self) -> click.Command:
        """Return the command; its module is imported now."""
        module, _, name = self.place.partition(":")
        found = getattr(import_module(f"adapters.cli.{module}"), name)
        assert isinstance(found, click.Command)
        return found


TOOLS: Final[Mapping[str, Tool]] = {
    "schedule": Tool("tools.calculate:schedule", "Calculate the plan of a loan, or of many."),
    "accrue": Tool(
        "tools.calculate:accrue",
        "Calculate interest, penalty and compound interest over an interval.",
    ),
    "cost": Tool(
        "tools.calculate:cost", "Calculate what credit costs in a year, by every measure."
    ),
    "verify": Tool("tools.journal:verify", "Recompute all that can be recomputed."),
    "log": Tool("tools.log:log", "Show the root of the log; sign, publish and prove it."),
    "witness": Tool("tools.witness:witness", "Sign that the log of others only grew."),
    "file": Tool("tools.file:file", "Show a credit file as a decision saw it; judge again."),
    "find": Tool("tools.find:find", "Find customers by what identifies them."),
    "serve": Tool("tools.serve:serve", "Answer HTTP."),
    "demo": Tool("tools.serve:demo", "Live through two years of a village bank."),
    "work": Tool("tools.work:work", "Take commands from another medium by an adapter."),
    "issue-key": Tool("tools.issue_key:issue_key", "Issue an API key for a program."),
    "asyncapi": Tool("tools.work:asyncapi", "Describe the queues in AsyncAPI."),
    "dead": Tool("tools.dead:dead", "Look at messages that were set aside, or send them again."),
    "plugins": Tool("tools.work:plugins", "List the plugins that are installed."),
    "export": Tool("tools.export:export", "Write what others read: auditors, regulators."),
    "backup": Tool("tools.keep:backup", "Copy the database and its keys."),
    "restore": Tool("tools.keep:restore", "Put a backup in place and verify it."),
    "store": Tool("tools.keep:store", "Prepare and tidy the database, as its owner."),
    "field": Tool("tools.field:field", "Work where there is no network: pack, capture, sync."),
    "take-over": Tool("tools.take_over:take_over", "Take over loans from another system."),
    "actus": Tool("tools.actus:actus", "Run ACTUS cases, and compare them with their results."),
    "completion": Tool("tools.completion:completion", "Write a script that completes on TAB."),
    "views": Tool("views:views", "List or read the views."),
}
