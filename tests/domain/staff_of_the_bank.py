"""Members of staff as other rooms' tests need them: each with a post, a licence and a name."""

from datetime import date

from domain.facts.staff import Held, Licence, Post, Staff

DAY = date(2026, 3, 2)


def holding(*posts: Post, name: str = "zhao", connected: tuple[str, ...] = ()) -> Staff:
    """Return who holds these posts at one branch, with a licence for the year."""
    year = (date(2026, 1, 1), date(2026, 12, 31))
    return Staff(
        staff_id=name,
        posts=tuple(
            Held(post=post, unit_id="B1", line=None, since=year[0], until=None) for post in posts
        ),
        licences=(Licence(grade="middle", since=year[0], until=year[1]),),
        connected=connected,
        left_on=None,
    )


ZHAO = holding(Post.RELATIONSHIP_MANAGER)
QIAN = holding(Post.INVESTIGATOR, name="qian")
SUN = holding(Post.VAULT_KEEPER, name="sun")
LI = holding(Post.VAULT_KEEPER, name="li")
