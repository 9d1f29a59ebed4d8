"""The economic file of a customer: what a household or a firm owns, owes, earns and spends.

It is made of dated sections that replace each other; each record says what the file then sums up
to, what it still lacks, what became worse, and when it is to be refreshed.
"""

from typing import Final

from domain.decider import Decider
from domain.economic_file import labels, rules
from domain.economic_file.commands import EconomicFileCommand, RecordSections, TakeOverEconomicFile
from domain.economic_file.decisions import decide
from domain.economic_file.events import EconomicFileEvent, SectionsRecorded
from domain.economic_file.state import EconomicFile, evolve, fact

ECONOMIC_FILE: Final[Decider[EconomicFileCommand, EconomicFile, EconomicFileEvent]] = Decider(
    category="economic_file",
    identity="customer_id",
    initial=EconomicFile(),
    decide=decide,
    evolve=evolve,
    commands=(RecordSections, TakeOverEconomicFile),
    events=(SectionsRecorded,),
    fact=fact,
    rules=(rules,),
    labels=labels,
)
