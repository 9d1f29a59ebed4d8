"""A folder of tables as a Frictionless data package: what stands in each file, and its digest.

No `profile` is named: the one of version 1 fails unless every resource is marked as well.

Source: Frictionless Data Package v1.
"""

import json
from collections.abc import Sequence
from typing import Any

from attrs import frozen

from adapters.exports.files import Written
from adapters.exports.table import Table, schema


@frozen(kw_only=True)
class Resource:
    """A table as it was written."""

    table: Table
    path: str
    written: Written


def descriptor(name: str, resources: Sequence[Resource], **said: Any) -> bytes:
    """Return the text of datapackage.json; said is what else it states of the whole."""
    package = {"name": name, **said, "resources": [_resource(each) for each in resources]}
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(resource: Resource) -> dict[str, Any]:
    table = resource.table
    return {
        "name": table.name.replace("_", "-").lower(),
        "title": f"{table.title.zh} / {table.title.en}",
        "path": resource.path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": resource.written.size,
        "hash": f"sha256:{resource.written.sha256}",
        "schema": schema(table),
    }
