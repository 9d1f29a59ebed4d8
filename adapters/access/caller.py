"""Who is asking, what they ask, and how that was decided."""

from typing import Final

from attrs import frozen

EVERYWHERE: Final = "*"
BRANCH_PATTERN: Final = r"^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$"
VIEWS: Final = "views"  # The group of all views; commands are grouped by category.


@frozen(kw_only=True)
class Caller:
    """Someone whose credentials were checked."""

    name: str
    roles: frozenset[str]
    scope: frozenset[str]  # Branches; EVERYWHERE for all of them.

    def covers(self, branch: str | None) -> bool:
        """Tell whether a branch is in scope; what is of no branch is the head office's."""
        return branch in self.scope or EVERYWHERE in self.scope


@frozen(kw_only=True)
class Question:
    """What a caller asks to do, with all that the policies decide by."""

    caller: Caller
    action: str  # "loan.agree", "views.loan_register".
    acting: str | None = None  # The branch that the caller acts for.
    home: str | None = None  # The branch whose object it is; None: of none, or there is none yet.
    whole: bool = False  # It tells of the whole institution at once.
    connected: bool = False  # It is about a customer with whom the caller is connected.
    purpose: str | None = None  # What a customer's file is opened for; None: it is not opened.

    @property
    def group(self) -> str:
        """The command's category, or VIEWS."""
        return self.action.partition(".")[0]

    @property
    def is_command(self) -> bool:
        """It changes something."""
        return self.group != VIEWS


@frozen
class Decision:
    """Whether it may be done, and the policies that decided, by their ids."""

    allowed: bool
    policies: tuple[str, ...]
