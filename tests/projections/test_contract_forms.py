"""Which form each kind of contract is printed on, from day to day."""

from domain.facts.contract import ContractKind
from domain.facts.forms import SHIPPED
from tests.domain.contract_form.test_adopt import ADOPTED, LINES
from tests.projections.asking import Books, shown


def test_what_ships_is_in_force_until_the_institution_adopts_a_form_of_its_own():
    books = Books().with_events("contract_form-guarantee", ADOPTED)
    rows = books.rows("contract_forms")
    assert [row["kind"] for row in rows] == [kind.value for kind in ContractKind]
    assert [row["kind"] for row in rows if row["own"]] == ["guarantee"]
    own = books.row("contract_forms", kind="guarantee")
    assert shown(own, "since", "source", "lines") == (
        "2026-03-01",
        "Decision 2026-7",
        list(LINES),
    )
    before = books.row("contract_forms", kind="guarantee", in_effect_on="2026-02-28")
    assert shown(before, "own", "since", "digest") == (
        False,
        None,
        SHIPPED[ContractKind.GUARANTEE].digest,
    )
    assert "secures" in before["blanks"]
