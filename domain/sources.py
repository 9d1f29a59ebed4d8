"""Where a rule or a parameter comes from."""

from datetime import date

from attrs import frozen


@frozen(kw_only=True)
class Source:
    """An instrument and the article in it, with the days that it is in force."""

    instrument: str
    article: str = ""
    in_force_from: date | None = None  # None: as long as anyone remembers.

    def __str__(self) -> str:
        return f"{self.instrument}, {self.article}" if self.article else self.instrument
