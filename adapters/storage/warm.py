"""The streams of late: kept as they stood, so that only what is newer is read."""

from collections import OrderedDict
from collections.abc import Mapping
from typing import Final

from attrs import define, field

from adapters.storage.attempt import Stream

STREAMS_MAX: Final = 20_000


@define
class WarmStreams:
    """The streams that were last used, up to STREAMS_MAX; states are never changed, so shared."""

    _kept: OrderedDict[str, Stream] = field(factory=OrderedDict, init=False)

    def get(self, stream: str) -> Stream | None:
        """Return a stream as it was last seen; None where it was not, or not lately."""
        return self._kept.get(stream)

    def keep(self, streams: Mapping[str, Stream]) -> None:
        """Keep streams as they now are; the ones not used for longest go."""
        for stream, at in streams.items():
            self._kept[stream] = at
            self._kept.move_to_end(stream)
        while len(self._kept) > STREAMS_MAX:
            self._kept.popitem(last=False)

    def clear(self) -> None:
        """Forget all: what was read may not be what is stored."""
        self._kept.clear()
