"""The rules of handovers."""

from typing import Final

from domain.rules import Rule

_OFFICER: Final = "Credit manual of the institution: officer in charge (经办责任人制度)"
_HANDOVER: Final = "Credit manual of the institution: handover and objections (移交异议处理)"

ONE_HANDOVER_A_NUMBER: Final = Rule(
    "HAND-001", "The number of a handover names one handover.", _HANDOVER
)
PROPOSED_BY_THE_GIVER: Final = Rule(
    "HAND-002", "A handover is proposed by who hands over, or by a head, to another.", _HANDOVER
)
GIVER_ANSWERS: Final = Rule(
    "HAND-003", "Only files for which the officer answers are handed over, each once.", _OFFICER
)
MOVES_FROM_TODAY: Final = Rule(
    "HAND-004", "A handover moves responsibility from today or a later day on.", _OFFICER
)
HANDOVER_IS_OPEN: Final = Rule(
    "HAND-005", "The handover was proposed, and neither completed nor withdrawn.", _HANDOVER
)
RECEIVER_ANSWERS: Final = Rule(
    "HAND-006", "Whoever is to take files over accepts them, or objects to them.", _HANDOVER
)
FILE_IS_OPEN: Final = Rule(
    "HAND-007",
    "A file is accepted or objected to once, while it is open in the handover.",
    _HANDOVER,
)
FILE_IS_OBJECTED_TO: Final = Rule("HAND-008", "Only an objection is decided, and once.", _HANDOVER)
DECIDED_ABOVE: Final = Rule(
    "HAND-009",
    "An objection is decided by a member or head of a higher body, who is neither of the two.",
    _HANDOVER,
)
SETTLED_BEFORE_SIGNED: Final = Rule(
    "HAND-010", "A handover is signed once no file and no objection is open.", _HANDOVER
)
SIGNED_BY_BOTH: Final = Rule(
    "HAND-011",
    "A handover is signed by both, each for themselves; by a head for who has left.",
    _HANDOVER,
)
WITHDRAWN_BY_THE_PROPOSER: Final = Rule(
    "HAND-012", "A handover is withdrawn by who proposed it, or by a head.", _HANDOVER
)
