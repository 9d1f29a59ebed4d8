"""numpy and numba, where they are installed."""

from importlib.util import find_spec

from adapters.problems import Unavailable


def is_installed(*more: str) -> bool:
    """Tell whether many loans can be calculated as columns, and more packages are there too."""
    return all(find_spec(name) for name in ("numba", "numpy", *more))


def require_installed() -> None:
    """Raise Unavailable, with what to install, where numpy or numba is missing."""
    if not is_installed():
        raise Unavailable("loans as columns need numpy and numba: install loanfold[bulk]")
