"""What is known of a member of staff: posts, licence, and the customers who are connected."""

from datetime import date
from enum import StrEnum
from typing import Final

from attrs import frozen

from domain.ids import CustomerId, StaffId, UnitId


class Post(StrEnum):
    """The posts that the credit department knows."""

    JUNIOR_RELATIONSHIP_MANAGER = "junior_relationship_manager"
    RELATIONSHIP_MANAGER = "relationship_manager"
    SENIOR_RELATIONSHIP_MANAGER = "senior_relationship_manager"
    RELATIONSHIP_HEAD = "relationship_head"
    PRODUCT_MANAGER = "product_manager"
    WEALTH_MANAGER = "wealth_manager"
    LOBBY_MANAGER = "lobby_manager"
    INVESTIGATOR = "investigator"
    REVIEWER = "reviewer"
    APPROVER = "approver"
    CONTRACT_OFFICER = "contract_officer"
    DISBURSEMENT_OFFICER = "disbursement_officer"
    VAULT_KEEPER = "vault_keeper"
    COMMITTEE_MEMBER = "committee_member"
    CREDIT_HEAD = "credit_head"
    SUB_BRANCH_HEAD = "sub_branch_head"
    BRANCH_HEAD = "branch_head"
    PRESIDENT = "president"


LEADERS: Final = (Post.CREDIT_HEAD, Post.PRESIDENT)
HEADS: Final = (Post.SUB_BRANCH_HEAD, Post.BRANCH_HEAD, *LEADERS)
SERVING: Final = (  # Who serves customers, and can answer for them.
    Post.JUNIOR_RELATIONSHIP_MANAGER,
    Post.RELATIONSHIP_MANAGER,
    Post.SENIOR_RELATIONSHIP_MANAGER,
    Post.RELATIONSHIP_HEAD,
)

MARKETING: Final = (  # Who finds customers, and receives them.
    *SERVING,
    Post.PRODUCT_MANAGER,
    Post.WEALTH_MANAGER,
    Post.LOBBY_MANAGER,
    *HEADS,
)


class Line(StrEnum):
    """Which customers a post serves."""

    RETAIL = "retail"
    CORPORATE = "corporate"
    CREDIT = "credit"


@frozen(kw_only=True)
class Held:
    """A post that somebody holds at a unit, the last day included."""

    post: Post
    unit_id: UnitId
    line: Line | None
    since: date
    until: date | None  # None: until further notice.

    def on(self, day: date) -> bool:
        """Say whether the post is held on a day."""
        return self.since <= day and (self.until is None or day <= self.until)


@frozen(kw_only=True)
class Licence:
    """A licence to work in lending (上岗资格), the last day included."""

    grade: str  # As the institution names it: "junior", "middle", "senior", "head".
    since: date
    until: date


@frozen(kw_only=True)
class Staff:
    """A member of staff, known by the name that the core stamps as the actor."""

    staff_id: StaffId
    posts: tuple[Held, ...]
    licences: tuple[Licence, ...]
    connected: tuple[CustomerId, ...]  # Themselves, near relatives, and the firms of both.
    left_on: date | None

    def holds(self, day: date, *posts: Post) -> bool:
        """Say whether one of these posts is held on a day."""
        here = self.left_on is None or day <= self.left_on
        return here and any(held.post in posts and held.on(day) for held in self.posts)

    def licensed(self, day: date) -> bool:
        """Say whether a licence is in force on a day."""
        return any(licence.since <= day <= licence.until for licence in self.licences)

    def units(self, day: date) -> tuple[UnitId, ...]:
        """Return the units where a post is held on a day."""
        return tuple(dict.fromkeys(held.unit_id for held in self.posts if held.on(day)))
