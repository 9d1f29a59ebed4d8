"""Calculations: the same terms however they are given, and all of a table or nothing."""

import csv
import io
import json
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings

from adapters.calculations.cells import cells_of, places_of
from adapters.calculations.chart import svg
from adapters.calculations.loans import read_loans
from adapters.calculations.offers import CALCULATIONS, CONVERTER, calculation_named
from adapters.calculations.written import csv_text, json_value, table_columns, table_rows
from adapters.cli.flags import flags_of, nested
from adapters.cli.tools.index import TOOLS
from adapters.problems import Unknown, Unreadable
from domain.loan.plan import Contradiction
from tests.adapters.callers import object_of

SCHEDULE, ACCRUE, COST = (CALCULATIONS[name] for name in ("schedule", "accrue", "cost"))
LOAN = {"principal": "100000.00", "paid_out_on": "2024-01-15", "rates": "4.9%", "periods": 12}
KINDS = [(c, kind) for c in CALCULATIONS.values() for kind in c.kinds]
EACH_KIND = pytest.mark.parametrize(
    ("calculation", "kind"), KINDS, ids=[kind.__name__ for _, kind in KINDS]
)


def drawn(calculation, kind):
    """Run a test for fields of a kind, drawn at random: those that say something."""
    required = {part.name for part in calculation.inputs_of(kind) if part.required}
    fields = object_of(calculation.inputs_of(kind)).map(said)

    def run(check):
        bare = given(fields.filter(lambda some: required <= some.keys()))(check)
        calm = settings(
            max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), database=None
        )
        calm(bare)()

    return run


def said(fields):
    """Return fields without what says nothing: an empty list, and null."""
    kept = {name: said(v) if isinstance(v, dict) else v for name, v in fields.items()}
    return {name: v for name, v in kept.items() if v not in (None, [], {})}


def typed(flag, value):
    """Return a JSON value as it is typed on a command line."""
    if flag.in_json:
        return json.dumps(value, ensure_ascii=False)
    texts = [str(v).lower() if isinstance(v, bool) else str(v) for v in _several(value)]
    return texts if flag.listed else texts[0]


def _several(value):
    return value if isinstance(value, list) else [value]


def at(fields, path):
    for part in path:
        fields = fields.get(part.name) if isinstance(fields, dict) else None
    return fields


@EACH_KIND
def test_terms_are_the_same_in_json_in_flags_and_in_cells(calculation, kind):
    flags, places = flags_of(calculation.inputs_of(kind)), places_of(calculation.inputs)

    @drawn(calculation, kind)
    def compare(fields):
        terms = calculation.read(fields)
        assert isinstance(terms, kind)
        given_by_flags = {
            f.parameter: typed(f, at(fields, f.path))
            for f in flags
            if at(fields, f.path) is not None
        }
        assert calculation.read(nested(flags, given_by_flags, {})) == terms
        row = cells_of(places, fields)
        table = io.StringIO()
        writer = csv.DictWriter(table, list(row))
        writer.writeheader()
        writer.writerow(row)
        loans = read_loans(calculation, table.getvalue().encode())
        assert [found for _, _, found in loans.terms()] == [terms], loans.faults


@EACH_KIND
def test_terms_that_are_written_are_read_again(calculation, kind):
    @drawn(calculation, kind)
    def compare(fields):
        terms = calculation.read(fields)
        whole = CONVERTER.unstructure(terms)
        kept = {name: v for name, v in json.loads(json.dumps(whole)).items() if v not in ("", None)}
        assert CONVERTER.structure(kept, type(terms)) == terms


@EACH_KIND
def test_any_terms_that_can_be_read_have_an_answer_or_contradict(calculation, kind):
    @drawn(calculation, kind)
    def compare(fields):
        try:
            answer = calculation.answer(fields)
        except Contradiction as error:
            assert error.field and error.says
            return
        assert json.dumps(json_value(answer, explained=True))


@pytest.mark.parametrize("calculation", CALCULATIONS.values(), ids=CALCULATIONS)
def test_all_that_is_given_and_answered_is_called_something_in_both_languages(calculation):
    labels = {part.name: part.label for part in calculation.inputs}
    labels |= {column.name: column.label for column in calculation.columns}
    assert all(any("一" <= char <= "鿿" for char in label.zh) for label in labels.values())
    assert all(label.en.isascii() and label.en.strip() for label in labels.values())


def test_the_command_line_offers_every_calculation_in_its_own_words():
    assert {n: TOOLS[n].summary for n in CALCULATIONS} == {
        n: c.summary for n, c in CALCULATIONS.items()
    }


def test_an_unknown_calculation_is_told_from_those_there_are():
    with pytest.raises(Unknown, match="schedule, accrue, cost"):
        calculation_named("guess")


def test_a_plan_is_explained_row_by_row_with_formula_figures_and_source():
    reasons = SCHEDULE.answer(LOAN).explain()
    assert [(why.no, why.what) for why in reasons[:3]] == [
        (1, "interest"),
        (1, "principal"),
        (2, "interest"),
    ]
    assert reasons[0].figures == "100000.00 x 4.90% x 1/12"
    assert all(why.formula and why.says and why.figures and why.source for why in reasons)


def stated(fields):
    """Return the rates of a plan's cost by measure, in percent."""
    rows = COST.answer(fields).rows
    return {row["measure"]: Decimal(row["rate"].removesuffix("%")) for row in rows}


def test_the_cost_of_a_plan_counts_its_fees():
    rates, dearer = stated(LOAN), stated({**LOAN, "fee_each": "10"})
    assert rates["annualised_simple"] == Decimal("4.899993")
    assert all(dearer[name] > rates[name] for name in rates)


def test_flows_without_a_single_rate_contradict():
    flows = [{"value_date": "2024-01-01", "amount": "100"}]
    with pytest.raises(Contradiction, match="flows: all go one way"):
        COST.answer({"flows": flows})


def test_fields_that_are_unknown_or_missing_are_named():
    with pytest.raises(Unreadable) as error:
        SCHEDULE.answer({"paid_out_on": "2024-02-30", "rates": "five", "speed": 1})
    problems = " ".join(error.value.problems)
    assert all(name in problems for name in ("principal", "paid_out_on", "rates", "speed"))


def test_csv_has_numbers_and_the_currency_apart():
    answer = SCHEDULE.answer({**LOAN, "periods": 2})
    text = csv_text(table_columns(answer.columns, many=False), table_rows([("", answer)]))
    rows = list(csv.DictReader(io.StringIO(text)))
    assert [row["instalment"] for row in rows] == ["50306.46", "50306.45"]
    assert sum(Decimal(row["principal"]) for row in rows) == 100_000
    assert {row["currency"] for row in rows} == {"CNY"}


def test_the_picture_is_well_formed_and_labelled_in_both_languages():
    fields = {**LOAN, "principal": "100000.00 USD", "fee_each": "5.00 USD", "grace_principal": 3}
    picture = ElementTree.fromstring(svg(SCHEDULE.answer(fields)))
    space = "{http://www.w3.org/2000/svg}"
    texts = [text.text for text in picture.iter(f"{space}text")]
    for words in ("本金 principal", "利息 interest", "余额（右轴） balance (right axis)"):
        assert words in texts
    assert "还款计划 Plan of repayment (USD)" in texts
    bars = [bar for bar in picture.iter(f"{space}rect") if bar.find(f"{space}title") is not None]
    assert len(bars) == 12 + 9 + 12  # Interest, principal after the grace, fees.
    for bar in bars:
        assert float(bar.attrib["y"]) >= 70 and float(bar.attrib["height"]) > 0
    assert len(picture.findall(f"{space}polyline")) == 1
