"""Members of staff as the tests of the customer's rooms tell of them."""

from datetime import date
from typing import Final

from domain.facts.staff import Held, Licence, Post, Staff


def officer(name: str, post: Post = Post.RELATIONSHIP_MANAGER, connected: str = "") -> Staff:
    """Return a licensed member of staff with one post, connected with a customer or with none."""
    return Staff(
        staff_id=name,
        posts=(Held(post=post, unit_id="B1", line=None, since=date(2024, 1, 1), until=None),),
        licences=(Licence(grade="middle", since=date(2024, 1, 1), until=date(2027, 12, 31)),),
        connected=(connected,) if connected else (),
        left_on=None,
    )


WANG: Final = officer("wang")
LI: Final = officer("li", Post.INVESTIGATOR)
ZHAO: Final = officer("zhao", Post.CREDIT_HEAD)
TELLER: Final = officer("teller", Post.VAULT_KEEPER)
