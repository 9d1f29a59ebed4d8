"""A credit archive: the documents filed about a customer, a loan, or a step of a file.

A document is filed once under its number, and may be removed once; that it was filed stays on
record.  The bytes are kept elsewhere, and the digest says whether they are the same.
"""

from typing import Final, get_args

from domain.archive import labels, rules
from domain.archive.commands import ArchiveCommand
from domain.archive.decisions import decide
from domain.archive.events import ArchiveEvent
from domain.archive.state import File, evolve, fact
from domain.decider import Decider

ARCHIVE: Final[Decider[ArchiveCommand, File, ArchiveEvent]] = Decider(
    category="archive",
    identity="file_id",
    initial=File(),
    decide=decide,
    evolve=evolve,
    commands=get_args(ArchiveCommand),
    events=get_args(ArchiveEvent),
    fact=fact,
    rules=(rules,),
    labels=labels,
)
