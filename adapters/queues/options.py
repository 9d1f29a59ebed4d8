"""Options of a queue, as the command line gives them."""

from collections.abc import Mapping

from attrs import fields, frozen


@frozen(kw_only=True)
class Options:
    """Where the queue is, and what its parts are called."""

    url: str = ""  # "": the broker's usual address on this machine.
    prefix: str = "loanfold"  # Of every queue, stream and subject.
    folder: str = ""  # Of a private server, where the adapter can start one.

    @classmethod
    def read(cls, given: Mapping[str, str]) -> "Options":
        """Return the options given; ValueError names one that there is not."""
        known = [field.name for field in fields(cls)]
        if unknown := sorted(set(given) - set(known)):
            raise ValueError(f"no option {unknown[0]!r}; there is {', '.join(known)}")
        return cls(**given)
