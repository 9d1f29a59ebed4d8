"""A pack goes out: what is known of some customers, by every view that is asked by customer."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from adapters.bus import Bus
from adapters.field.pack import Pack, Taken
from adapters.field.sealed import SealedFile
from adapters.problems import Unknown, Unreadable
from domain.catalogue import SPEC_OF
from domain.field_pack.commands import IssueFieldPack
from projections.audit_trail import AUDIT_TRAIL
from projections.catalogue import VIEWS

PURPOSE: Final = (
    "field work"  # What personal data in a pack is read for, unless something else is said.
)


def issue(
    bus: Bus, path: Path, passphrase: str, *, pack_id: str, customers: Sequence[str], officer: str
) -> Pack:
    """Write a pack, and record that it was issued; where that is refused there is no file.

    Every customer must be known; what is read of them is recorded with its purpose.
    """
    if not customers:
        raise Unreadable(("name the customers whose files are taken along",))
    answers, known = _answers(bus, customers)
    file = SealedFile.create(path, pack_id, passphrase)
    try:
        fields = {"pack_id": pack_id, "customers": list(customers), "known": known}
        bus.run(SPEC_OF[IssueFieldPack].name, fields)
        taken = Taken(officer=officer, known=known, customers=tuple(customers), answers=answers)
        return Pack.create(file, taken)
    except BaseException:
        path.unlink()
        raise


def _answers(bus: Bus, customers: Sequence[str]) -> tuple[dict[str, dict[str, Any]], int]:
    """Return what views say of each customer, and the last index that all of them know."""
    asked = [view for view in VIEWS.values() if _is_by_customer(view)]
    answers: dict[str, dict[str, Any]] = {view.name: {} for view in asked}
    known = None
    for customer_id in customers:
        trail = {"stream": f"customer-{customer_id}", "limit": "1"}
        if not bus.read(AUDIT_TRAIL.name, trail, purpose=PURPOSE).rows:
            raise Unknown(f"there is no customer {customer_id}")
        for view in asked:
            query = {"customer_id": customer_id, "limit": "1000"}
            try:
                page = bus.read(view.name, query, purpose=PURPOSE)
            except Unknown:  # A view that has nothing about this customer.
                answers[view.name][customer_id] = []
                continue
            answers[view.name][customer_id] = list(page.rows)
            known = page.known_by if known is None else min(known, page.known_by)
    return answers, known or 0


def _is_by_customer(view: Any) -> bool:
    """Tell whether a view can be asked for one customer and needs nothing else."""
    names = {parameter.name for parameter in view.parameters}
    needed = {parameter.name for parameter in view.parameters if parameter.required}
    return "customer_id" in names and needed <= {"customer_id"}
