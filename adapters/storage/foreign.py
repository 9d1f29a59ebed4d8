"""Stores by others: a database URL whose scheme names a plugin of the group loanfold.stores."""

from collections.abc import Collection, Sequence
from typing import Any, Protocol

from adapters.plugins import STORES, Plugin, loaded
from adapters.problems import Unavailable, Unknown, Unreadable
from adapters.storage.store import Store


class StoreByOthers(Store, Protocol):
    """A store with `API = 1`, made from its URL; `adapters.storage.conformance` proves it.

    Where its database must be brought to a layout, or deleted rows must be taken out of its files,
    the class has `migrate(url)` or `scrub(url)`, which return a sentence for each thing done.
    """

    API: int

    def __init__(self, url: str) -> None:
        """Open the database; ValueError refuses the URL, Unavailable says what to do about it."""


def open_foreign(url: str, shown: str, allowed: Collection[str]) -> tuple[Store, Plugin]:
    """Return the store that a URL names, and the plugin that it is of.

    shown is the URL as it may be said: without a password.  Raises Unavailable where the plugin is
    not installed, not allowed or fails, Unreadable where it refuses the URL.
    """
    plugin, kind = _kind(url, allowed)
    try:
        store: Store = kind(url)
    except Unavailable:
        raise
    except ValueError as error:
        raise Unreadable((f"{plugin} does not take {shown}: {error}",)) from error
    except Exception as error:  # What it says may quote the URL, with its password.
        raise Unavailable(f"{plugin} cannot open {shown}: {type(error).__name__}") from error
    return store, plugin


def done_by(step: str, url: str, allowed: Collection[str]) -> Sequence[str]:
    """Do a step of the owner's, "migrate" or "scrub"; () where the store asks for none."""
    _, kind = _kind(url, allowed)
    done: Sequence[str] = getattr(kind, step, lambda _url: ())(url)
    return done


def _kind(url: str, allowed: Collection[str]) -> tuple[Plugin, Any]:
    scheme = url.partition("://")[0]
    try:
        return loaded(STORES, scheme, allowed)
    except Unknown as error:
        raise Unavailable(
            f"{scheme} databases are not supported here: {error}; give a path, sqlite:///PATH,"
            " postgresql://USER@HOST/DATABASE, or install the plugin"
        ) from error
