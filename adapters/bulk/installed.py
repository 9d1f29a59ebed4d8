"""Whether loans can be calculated as columns here; asking loads nothing."""

from importlib.util import find_spec


def is_installed(*more: str) -> bool:
    """Tell whether numpy and numba are installed, and more packages where they are named."""
    return all(find_spec(name) for name in ("numba", "numpy", *more))
