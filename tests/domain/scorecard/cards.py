"""A scorecard with one characteristic in bands and one that is judged."""

from datetime import date
from typing import Any, Final

from domain.facts.scorecard import Band, Characteristic, Figure, GradeFrom
from domain.facts.staff import Post
from domain.kinds import CustomerKind
from domain.scorecard.commands import DefineScorecard, ReviseScorecard, WithdrawScorecard
from tests.domain.staffing import member

TODAY: Final = date(2026, 3, 2)
HEAD: Final = member("hang", Post.CREDIT_HEAD)
INCOME: Final = Characteristic(
    name="income",
    zh="纯收入",
    en="income",
    points_max=60,
    looks_at=Figure.NET_INCOME,
    bands=(
        Band(low=None, high="10000", points=0),
        Band(low="10000", high="50000.00", points=30),
        Band(low="50000", high=None, points=60),
    ),
    points_unknown=5,
)
OPINION: Final = Characteristic(
    name="village", zh="村评", en="village", points_max=40, looks_at=None
)
GRADES: Final = (
    GradeFrom(grade="A", points_min=80),
    GradeFrom(grade="B", points_min=50),
    GradeFrom(grade="C", points_min=0),
)
ACTING: Final[dict[str, Any]] = {"actor": "hang", "staff": HEAD, "today": TODAY}
DEFINE: Final = DefineScorecard(
    scorecard_id="own",
    title="农户评分卡",
    customer_kinds=(CustomerKind.FARM_HOUSEHOLD,),
    characteristics=(INCOME, OPINION),
    grades=GRADES,
    since=TODAY,
    source="Board 2026-3",
    **ACTING,
)
REVISE: Final = ReviseScorecard(
    scorecard_id="own",
    characteristics=(OPINION, INCOME),
    grades=GRADES,
    since=date(2026, 7, 1),
    source="Board 2026-6",
    **ACTING,
)
WITHDRAW: Final = WithdrawScorecard(
    scorecard_id="own", since=date(2026, 9, 1), source="Board 2026-8", **ACTING
)
