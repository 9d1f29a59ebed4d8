"""Options of a plugin, as the command line gives them."""

from collections.abc import Mapping, Sequence

from adapters.problems import Unreadable


def options_of(given: Sequence[str]) -> Mapping[str, str]:
    """Return the options of an adapter, given as NAME=VALUE; Unreadable for another shape."""
    pairs = [text.partition("=") for text in given]
    if wrong := [text for text, (_, found, _) in zip(given, pairs, strict=True) if not found]:
        raise Unreadable((f"--set: expected NAME=VALUE, not {wrong[0]!r}",))
    return {name: value for name, _, value in pairs}
