"""The texts of a bag: how to verify it, in Chinese and English, and the query that does a part."""

from importlib import resources
from string import Template

from adapters.evidence.keys import SigningKey
from adapters.exports.bag_tags import NAMESPACE, allowed_signer


def readme(institution: str, origin: str, key: SigningKey) -> str:
    """Return the text that stands in a bag, with the commands to run."""
    return Template(_text("bag_readme.md")).substitute(
        institution=institution,
        origin=origin,
        exporter=key.public.name,
        namespace=NAMESPACE,
        allowed=allowed_signer(key).strip(),
    )


def query() -> bytes:
    """Return the query of DuckDB that ties records, leaves and the table of events together."""
    return _text("bag_verify.sql").encode()


def _text(name: str) -> str:
    return (resources.files("adapters.exports") / name).read_text(encoding="utf-8")
