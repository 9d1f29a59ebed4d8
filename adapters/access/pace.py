"""How often a caller may ask: a bucket that fills steadily and holds a minute's worth."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import Final

from attrs import define, field

from adapters.problems import TooMany

CALLERS_MAX: Final = 10_000


@define
class Pace:
    """The buckets of all callers of this process."""

    per_minute: int
    clock: Callable[[], float] = monotonic
    _left: OrderedDict[str, tuple[float, float]] = field(factory=OrderedDict, init=False)
    _lock: Lock = field(factory=Lock, init=False)

    def take(self, name: str) -> None:
        """Count one call; TooMany, with the seconds to wait, where the bucket is empty."""
        now, rate = self.clock(), self.per_minute / 60
        with self._lock:
            left, at = self._left.pop(name, (float(self.per_minute), now))
            left = min(float(self.per_minute), left + (now - at) * rate)
            self._left[name] = (left - 1 if left >= 1 else left, now)
            if len(self._left) > CALLERS_MAX:
                self._left.popitem(last=False)
        if left < 1:
            raise TooMany(1 + int((1 - left) / rate))
