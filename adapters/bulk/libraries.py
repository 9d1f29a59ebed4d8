"""numpy and numba, or a sentence that says what to install."""

from adapters.problems import Unavailable

try:
    import numba
    import numpy
except ImportError as error:
    raise Unavailable("loans as columns need numpy and numba: install loanfold[bulk]") from error

__all__ = ["numba", "numpy"]
