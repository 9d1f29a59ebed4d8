"""What can go wrong, said once: a code, a title, a detail, and what every edge answers."""

from collections.abc import Sequence

from attrs import define, evolve, field, frozen

from adapters.evidence.faults import Faulty
from domain.contradiction import Contradiction
from domain.rules import Refused, in_words

EXIT_FAULTY = 1
EXIT_UNREADABLE, EXIT_REFUSED, EXIT_CONFLICT, EXIT_UNAVAILABLE, EXIT_FORBIDDEN = 2, 3, 4, 5, 6


@define
class Unreadable(Exception):
    """The caller's fields do not have the shape that the schema asks for.  Nothing was recorded."""

    problems: Sequence[str]

    def __str__(self) -> str:
        return "; ".join(self.problems)


@define
class Unknown(Exception):
    """There is no command, view or record of that name."""

    what: str

    def __str__(self) -> str:
        return self.what


@define
class Conflict(Exception):
    """Someone else wrote first, or a key was used for other content.  Nothing was recorded."""

    why: str

    def __str__(self) -> str:
        return self.why


@define
class Stale(Exception):
    """The caller expected another version of the stream.  Nothing was recorded."""

    stream: str
    expected: int
    found: int

    def __str__(self) -> str:
        return (
            f"{self.stream} is at version {self.found}, not {self.expected}: "
            "read it again and decide anew"
        )


@define
class Unavailable(Exception):
    """The store or a key cannot be used as it is; the sentence says what to do."""

    why: str

    def __str__(self) -> str:
        return self.why


@define
class Unauthenticated(Exception):
    """Nobody knows who is asking; the sentence says what is wrong with the credentials."""

    why: str

    def __str__(self) -> str:
        return self.why


@define
class Forbidden(Exception):
    """The caller may not do this.  Nothing was recorded."""

    action: str
    why: str

    def __str__(self) -> str:
        return f"{self.action}: {self.why}"


@define
class TooMany(Exception):
    """The caller has asked too often; it may ask again after so many seconds."""

    seconds: int

    def __str__(self) -> str:
        return f"too many calls: wait {self.seconds} seconds"


@frozen(kw_only=True)
class Problem:
    """What an edge answers: an RFC 9457 problem for HTTP, an exit code for a terminal."""

    status: int
    exit: int
    code: str
    title: str
    detail: str
    source: str = ""  # Of the rule that refused.
    facts: dict[str, str] = field(factory=dict)


def problem(error: Exception) -> Problem | None:
    """Return the answer to one of our errors; None for a programmer's error."""
    match error:
        case Refused():
            return _refusal(error)
        case Contradiction():
            facts = {"field": error.field}
            refused = _plain(error, 422, EXIT_REFUSED, "The terms contradict themselves.")
            return evolve(refused, facts=facts)
        case Unreadable():
            return _plain(error, 400, EXIT_UNREADABLE, "The request cannot be read.")
        case Unknown():
            return _plain(error, 404, EXIT_UNREADABLE, "There is no such thing.")
        case Conflict():
            return _plain(error, 409, EXIT_CONFLICT, "Someone else wrote first.")
        case Stale():
            return _plain(error, 412, EXIT_CONFLICT, "The record has changed meanwhile.")
        case Faulty():
            return _plain(error, 422, EXIT_FAULTY, "It does not hold.")
        case Unauthenticated():
            return _plain(error, 401, EXIT_FORBIDDEN, "Who is asking is not known.")
        case Forbidden():
            return _plain(error, 403, EXIT_FORBIDDEN, "The caller may not do this.")
        case TooMany():
            return _plain(error, 429, EXIT_UNAVAILABLE, "The caller asks too often.")
        case Unavailable():
            return _plain(error, 503, EXIT_UNAVAILABLE, "The store cannot be used.")
    return None


def _refusal(error: Refused) -> Problem:
    return Problem(
        status=422,
        exit=EXIT_REFUSED,
        code=error.rule.code,
        title=error.rule.says,
        detail=str(error),
        source=error.rule.source,
        facts={name: in_words(value) for name, value in error.facts.items()},
    )


def _plain(error: Exception, status: int, exit_code: int, title: str) -> Problem:
    code = type(error).__name__.lower()
    return Problem(status=status, exit=exit_code, code=code, title=title, detail=str(error))
