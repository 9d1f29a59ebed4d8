"""Members of staff as the tests of the credit file tell of them."""

from datetime import date

from domain.facts.staff import Held, Licence, Post, Staff


def member(name: str, *posts: Post, connected: tuple[str, ...] = ()) -> Staff:
    """Return somebody who holds posts at B1, with a licence, through 2026."""
    first, last = date(2026, 1, 1), date(2026, 12, 31)
    return Staff(
        staff_id=name,
        posts=tuple(
            Held(post=post, unit_id="B1", line=None, since=first, until=None) for post in posts
        ),
        licences=(Licence(grade="middle", since=first, until=last),),
        connected=connected,
        left_on=None,
    )
