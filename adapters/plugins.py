"""Plugins: found by their entry points, loaded when they are named, and only where allowed.

What a plugin of each group is: an Adapter here, a Store of adapters.storage.foreign, an Export of
adapters.window.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from importlib.metadata import EntryPoint, entry_points, packages_distributions
from threading import Event
from typing import Any, Final, Protocol

from attrs import frozen

from adapters.door import Door
from adapters.problems import Unavailable, Unknown

API: Final = 1  # Of this release.  A plugin says which one it was written for.
OURS: Final = "loanfold"
PACKAGES: Final = ("adapters", "domain", "projections")
ADAPTERS: Final = "loanfold.adapters"
STORES: Final = "loanfold.stores"
EXPORTS: Final = "loanfold.exports"
# What a plugin of a group is called.
GROUPS: Final[Mapping[str, str]] = {ADAPTERS: "adapter", EXPORTS: "export", STORES: "store"}


class Adapter(Protocol):
    """A way in or out, as `loanfold work NAME` runs it; the class carries `API = 1`."""

    def __init__(self, door: Door, options: Mapping[str, str]) -> None:
        """Take the door to the core and the options of the command line; ValueError refuses."""

    def run(self, stop: Event) -> None:
        """Work until stop is set, then finish what is under way and return."""


@frozen
class Plugin:
    """A plugin that is installed; nothing of it is imported yet."""

    group: str
    name: str
    distribution: str
    version: str
    point: EntryPoint

    def __str__(self) -> str:
        return f"{self.name} of {self.distribution} {self.version}"


def installed(group: str, points: Iterable[EntryPoint] | None = None) -> tuple[Plugin, ...]:
    """Return the plugins of a group (points: of these; None: of this environment), by name."""
    found = entry_points(group=group) if points is None else points
    plugins = (_plugin(group, point) for point in found)
    return tuple(sorted(plugins, key=lambda plugin: (plugin.name, plugin.distribution)))


def loaded(group: str, name: str, allowed: Collection[str]) -> tuple[Plugin, Any]:
    """Return the one plugin of a group and name, and what it brings; raises as pick and load."""
    plugin = pick(installed(group), name, allowed)
    return plugin, load(plugin)


def listed(allowed: Collection[str]) -> Sequence[Mapping[str, str]]:
    """Return the plugins that are installed, and whether each may be loaded."""
    return [
        {
            "kind": kind,
            "name": plugin.name,
            "distribution": plugin.distribution,
            "version": plugin.version,
            "allowed": "yes" if is_allowed(plugin, allowed) else "no",
        }
        for group, kind in GROUPS.items()
        for plugin in installed(group)
    ]


def pick(plugins: Collection[Plugin], name: str, allowed: Collection[str]) -> Plugin:
    """Return the one plugin of that name; Unknown or Unavailable where there is not exactly one.

    What comes with this program is always allowed; what others wrote is code that runs with all
    our rights, so the institution names it in its settings.
    """
    named = [plugin for plugin in plugins if plugin.name == name]
    if not named:
        others = ", ".join(sorted({plugin.name for plugin in plugins})) or "none at all"
        raise Unknown(f"no plugin {name!r} is installed; there is {others}")
    if len(named) > 1:
        owners = " and ".join(f"{p.distribution} {p.version}" for p in named)
        raise Unavailable(f"{owners} both bring a plugin {name!r}: uninstall one of them")
    if not is_allowed(named[0], allowed):
        raise Unavailable(f"{named[0]} is not allowed: name it in LOANFOLD_PLUGINS if you trust it")
    return named[0]


def is_allowed(plugin: Plugin, allowed: Collection[str]) -> bool:
    """Tell whether a plugin may be loaded: it came with this program, or it is named."""
    return plugin.distribution == OURS or plugin.name in allowed


def load(plugin: Plugin) -> Any:
    """Import a plugin and return what its entry point names; Unavailable where that fails."""
    try:
        found = plugin.point.load()
    except Exception as error:  # Whatever it raises is its own fault, and not the end of us.
        raise Unavailable(
            f"{plugin} cannot be imported: {type(error).__name__}: {error}"
        ) from error
    if (spoken := getattr(found, "API", None)) != API:
        raise Unavailable(f"{plugin} was written for API {spoken}, this program speaks API {API}")
    return found


def check_packages(owners: Mapping[str, Iterable[str]] | None = None) -> None:
    """Raise Unavailable where another distribution has put files into our packages.

    owners names the distributions of each top-level package; None looks at this environment.
    """
    known = packages_distributions() if owners is None else owners
    for package in PACKAGES:
        if others := sorted(set(known.get(package, ())) - {OURS}):
            raise Unavailable(
                f"{', '.join(others)} has put files into our package {package!r}: install"
                " Loanfold in an environment of its own"
            )


def _plugin(group: str, point: EntryPoint) -> Plugin:
    owner = point.dist
    name, version = (owner.name, owner.version) if owner else ("unknown", "0")
    return Plugin(group, point.name, name, version, point)
