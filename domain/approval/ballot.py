"""Votes into an outcome: quorum, and the share in favour.

Source: credit manual of the institution: seats, quorum and share of votes of each committee.
"""

from collections.abc import Sequence

from domain.approval.commands import PutMotion, Resolve, Vote
from domain.approval.events import MotionPut, VoteCast
from domain.approval.rules import QUORUM_IS_MET
from domain.approval.values import Ballot, Choice
from domain.facts.unit import Seats
from domain.ids import StaffId


def counted(votes: Sequence[VoteCast], seats: Seats, command: Resolve) -> Ballot:
    """Return how the members of today voted; Refused where they are fewer than the quorum."""
    cast = [each for each in votes if each.member in seats.members]
    QUORUM_IS_MET.require(len(cast) >= seats.quorum, votes=len(cast), quorum=seats.quorum)

    def who(choice: Choice) -> tuple[StaffId, ...]:
        return tuple(each.member for each in cast if each.choice is choice)

    voted = {each.member for each in cast}
    return Ballot(
        committee_id=command.committee_id,
        in_favour=who(Choice.IN_FAVOUR),
        against=who(Choice.AGAINST),
        abstained=who(Choice.ABSTAIN),
        absent=tuple(member for member in seats.members if member not in voted),
        minutes=command.minutes,
    )


def carried(ballot: Ballot, seats: Seats) -> bool:
    """Say whether enough of the votes cast, abstentions among them, are in favour."""
    cast = len(voters(ballot))
    return cast > 0 and 100 * len(ballot.in_favour) >= seats.votes_for_percent * cast


def voters(ballot: Ballot) -> tuple[StaffId, ...]:
    """Return who voted."""
    return (*ballot.in_favour, *ballot.against, *ballot.abstained)


def is_on_the_report(motion: MotionPut, command: PutMotion | Vote | Resolve) -> bool:
    """Say whether a motion was put on the report as it is now; records of old say no report."""
    found = command.investigation
    return motion.report is None or (found is not None and motion.report == found.report)
