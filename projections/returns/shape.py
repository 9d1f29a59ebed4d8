"""The shape of a regulatory table: its fields as the regulator names them, and who supplies them.

A table is a view like any other, so it is answered on two dates, from the same lines; what no
aggregate records stays empty, and is listed.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from attrs import frozen

from domain.labels import Label
from projections.view import (
    Answer,
    Column,
    Lines,
    Misread,
    Parameter,
    Question,
    Reader,
    View,
)

_YES_NO: Final = ("是", "否")
_CLASSES: Final = ("正常", "关注", "次级", "可疑", "损失")
_BUSINESS: Final = (
    *("流动资金贷款", "法人账户透支", "项目贷款", "项目贷款（银团）", "一般固定资产贷款"),
    *("住房按揭贷款", "商用房贷款", "汽车贷款", "助学贷款", "消费贷款", "个人经营性贷款"),
    *("票据贴现", "买断式转贴现", "贸易融资业务", "融资租赁业务", "垫款", "委托贷款"),
    "其他-XX",
)
# Field -> what it may say; 其他-XX is any text after 其他-.
CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("SFYH", "SFNH", "BHYGBZ", "XDKHBZ", "SHMDBZ", "SSGSBZ"), _YES_NO),
    **dict.fromkeys(("SFHLWDK", "SFLSDK", "SFSNDK", "SFPHXSNDK", "SFPHXXWQYDK"), _YES_NO),
    "SFKJDK": _YES_NO,
    **dict.fromkeys(("DKWJFL", "YWJFL", "XWJFL"), _CLASSES),
    "XDYWZL": _BUSINESS,
    "DKZT": ("正常", "逾期", "结清", "核销", "转让", "其他-XX"),
    "JYLX": ("贷款发放", "贷款还本", "贷款还息", "其他-XX"),
    "JYJDBZ": ("借", "贷"),
    "CBMBZ": ("正常", "冲补抹"),
    "XZBZ": ("现", "转"),
    "JYQD": (
        *("柜面", "ATM", "VTM", "POS", "网银", "手机银行", "第三方支付", "银联交易"),
        "其他-XX",
    ),
    "DKFFLX": ("新增", "借新还旧", "重组贷款", "无还本续贷", "其他-XX"),
    "FKFS": ("自主支付", "受托支付", "混合支付", "其他-XX"),
    "LLLX": ("LPR", "非LPR"),
    "HKFS": ("按月", "按季", "按半年", "按年", "其他-XX"),
    "JXFS": (
        *("按月结息", "按季结息", "按半年结息", "按年结息", "不定期结息", "不记利息"),
        *("利随本清", "其他-XX"),
    ),
    "BDFS": ("人工", "自动"),
}


@frozen(kw_only=True)
class ReturnField:
    """A field as the regulator names it."""

    code: str
    zh: str
    type: str  # an..30: text; n8: a day; n20.2: an amount; n: a whole number.
    key: bool

    @property
    def choices(self) -> tuple[str, ...]:
        """What it may say; () for anything of its type."""
        return CHOICES.get(self.code, ())


Supply = Mapping[str, Callable[[Any], Any]]  # Field -> its value of a subject.
Subjects = Callable[[Reader, Question], tuple[Sequence[Any], str | None]]


def _nobody(_reader: Reader, _question: Question) -> tuple[Sequence[Any], str | None]:
    return (), None


@frozen(kw_only=True)
class ReturnTable:
    """A table of a return; with no supply, its source is missing as a whole."""

    number: str
    code: str
    title: Label
    fields: tuple[ReturnField, ...]
    supply: Supply
    tables: tuple[Lines[Any], ...] = ()
    subjects: Subjects = _nobody  # A page of what there is a row for, and where to go on.

    @property
    def keys(self) -> tuple[str, ...]:
        """The key fields."""
        return tuple(field.code for field in self.fields if field.key)

    @property
    def row_key(self) -> str:
        """The field by which a row is named; the day of reporting is the same in all."""
        return next(code for code in self.keys if code != REPORTING_DATE)

    @property
    def missing(self) -> tuple[ReturnField, ...]:
        """The fields that no aggregate supplies."""
        return tuple(field for field in self.fields if field.code not in self.supply)

    def view(self) -> View:
        """Return the table as a view: `since` is the last day reported, `row` one row's key."""
        return View(
            name=f"east_{self.number}",
            title=self.title,
            tables=self.tables,
            parameters=(Parameter(name="since"), Parameter(name="row")),
            columns=tuple(Column(name=field.code) for field in self.fields),
            answer=self._answer,
        )

    def _answer(self, reader: Reader, question: Question) -> Answer:
        subjects, following = self.subjects(reader, question)
        return Answer(rows=[self._row(subject) for subject in subjects], next=following)

    def _row(self, subject: Any) -> Mapping[str, Any]:
        supply = self.supply
        return {
            field.code: supply[field.code](subject) if field.code in supply else None
            for field in self.fields
        }


REPORTING_DATE: Final = "CJRQ"


def fields(text: str) -> tuple[ReturnField, ...]:
    """Return the fields that lines of "code name type" name; a star marks a key."""
    words = [line.split() for line in text.split("\n") if line]
    return tuple(
        ReturnField(code=code, zh=zh, type=kind, key=bool(star)) for code, zh, kind, *star in words
    )


def since(reader: Reader, question: Question) -> date:
    """Return the last day reported before: as asked, or the end of the month before."""
    asked = question.text("since")
    if asked is None:
        return reader.day.replace(day=1) - timedelta(days=1)
    try:
        return date.fromisoformat(asked)
    except ValueError as error:
        raise Misread(f"since: {asked!r} is no day like 2026-01-31") from error
