"""The pages that the catalogue makes: commands, events, rules, views and the glossary."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from sys import modules
from typing import Any

from adapters.calculations.offers import CALCULATIONS
from adapters.describe import Input, Kind, command_inputs, inputs, label_of
from domain.catalogue import COMMANDS, DECIDERS, EVENTS, LABELS, RULES
from domain.facts.parameters import PARAMETERS
from domain.facts.parameters.parameter import Parameter
from domain.facts.standards import SHIPPED_STANDARDS, InForce
from domain.labels import Label
from projections.catalogue import VIEWS
from projections.view import View
from tests.docs.coverage import GROUPS, Mark, Row, marks, rows

WORDS = ["业务用语", "English", "in the code"]
_OF_PARAMETERS = ["says", "setting", "stricter", "since", "confidence", "source"]
_OF_STANDARDS = ["says", "covers", "source"]
_COLUMNS = ["column", "label", "type"]
NOTE = "<!-- Written by scripts/reference.py from the catalogue: edit the code, not this page. -->"


def flat(given: Sequence[Input], before: str = "") -> Iterator[tuple[str, Input]]:
    """Yield every input with its dotted name; a list of objects has [] in the names within it."""
    for part in given:
        yield before + part.name, part
        yield from flat(part.fields, f"{before}{part.name}.")
        if part.item is not None:
            yield from flat(part.item.fields, f"{before}{part.name}[].")


def commands_page() -> str:
    """Return the page of commands, by aggregate."""
    lead = "What may be asked: `loanfold <name>` in a terminal, `POST /commands/<name>` over HTTP."
    body = [lead, *_cores()]
    for decider in DECIDERS:
        offered = [spec for spec in COMMANDS.values() if spec.decider is decider]
        body += [_aggregate(decider.category)] if offered else []
        for spec in offered:
            body += [_heading(spec.name), spec.summary, _fields(command_inputs(spec))]
    return _page("Commands", body)


def events_page() -> str:
    """Return the page of events, by aggregate."""
    body = ["What has happened: each event is recorded once, in its stream, and never changed."]
    for decider in DECIDERS:
        body.append(_aggregate(decider.category))
        for name in (name for name, kind in EVENTS.items() if kind in decider.events):
            body += [_heading(name), _says(EVENTS[name]), _fields(inputs(EVENTS[name]))]
    return _page("Events", body)


def rules_page() -> str:
    """Return the page of rules, in order of their codes."""
    rows = [[r.code, r.says, r.source] for r in sorted(RULES.values(), key=lambda r: r.code)]
    lead = (
        "Why a command is refused. A code is stable for ever. A fact taken over from another"
        " system that breaks a rule is recorded with a finding that names the code."
    )
    return _page("Rules", [lead, _table(["code", "says", "source"], rows)])


def parameters_page() -> str:
    """Return the page of the policy's parameters and the credit standards that ship."""
    lead = (
        "What the credit policy ships with. An institution sets its own by date"
        " (`policy.set_parameter`, `policy.set_standard`); what the law sets may only be set"
        " stricter. All that the bank decides is an editable default: no rule names a figure."
    )
    body = [lead]
    for decider, title in (("law", "Law"), ("guidance", "Guidance"), ("bank", "The bank itself")):
        named = [(n, p) for n, p in sorted(PARAMETERS.items()) if p.decided_by == decider]
        rows = [[f"`{n}`", *_parameter(p)] for n, p in named]
        body += [f"## {title}", _table(["parameter", *_OF_PARAMETERS], rows)]
    kept = [
        [f"`{n}`", one.standard.stance, *_standard(one)] for n, one in SHIPPED_STANDARDS.items()
    ]
    return _page(
        "Parameters of the credit policy",
        [*body, "## Credit standards", _table(["standard", "stance", *_OF_STANDARDS], kept)],
    )


def _parameter(known: Parameter) -> list[str]:
    setting = f"{known.setting} {known.measure.value}"
    stricter = known.stricter.value if known.stricter else ""
    says = f"{known.zh} · {known.en}"
    return [says, setting, stricter, str(known.since or ""), known.confidence.value, known.source]


def _standard(one: InForce) -> list[str]:
    covers = [*one.standard.industries, *one.standard.customer_kinds, *one.standard.loan_purposes]
    found = "found by the officer" if one.standard.by_officer else ", ".join(covers)
    return [one.standard.says, found, one.source]


def views_page() -> str:
    """Return the page of views."""
    lead = (
        "What may be read: `loanfold views <name>` in a terminal, `GET /views/<name>` over HTTP."
        " Every view answers for two dates: `in_effect_on`, the day that it speaks of, and"
        " `known_by`, the log index or time up to which records count."
    )
    body = [lead]
    for view in VIEWS.values():
        body += [f"## {view.name}", _said(view.title), _asked(view), _answered(view)]
    return _page("Views", body)


def calculations_page() -> str:
    """Return the page of calculations: what they are given and what they answer."""
    lead = (
        "What may be calculated without a database: `loanfold <name>` in a terminal,"
        " `POST /calculations/<name>` over HTTP. A table of loans has the fields as its columns."
    )
    body = [lead]
    for calculation in CALCULATIONS.values():
        body += [f"## {calculation.name}", _said(calculation.label), calculation.summary]
        for kind in calculation.kinds:
            body += [_says(kind), _fields(calculation.inputs_of(kind))]
        rows = [[f"`{c.name}`", _said(c.label), c.type.__name__] for c in calculation.columns]
        body += ["It answers with figures of the whole, and rows:", _table(_COLUMNS, rows)]
    return _page("Calculations", body)


def glossary_page() -> str:
    """Return the glossary: the credit department's words, and what the code calls them."""
    rooms = {d.category: _says(modules[f"domain.{d.category}"]) for d in DECIDERS}
    acts = {name: spec.summary for name, spec in COMMANDS.items()}
    facts = {name: _says(kind) for name, kind in EVENTS.items()}
    others = sorted(LABELS.keys() - rooms.keys() - acts.keys() - facts.keys())
    body = ["The credit department's word, the English for it, and its name in the code."]
    for title, says in (
        ("What there is", rooms),
        ("What may be asked", acts),
        ("What has happened", facts),
    ):
        body += [f"## {title}", _words(says)]
    plain = [[LABELS[name].zh, LABELS[name].en, f"`{name}`"] for name in others]
    return _page("Glossary", [*body, "## Fields and values", _table(WORDS, plain)])


def command_list() -> str:
    """Return what help in a terminal says of each command: it reads this, not the catalogue."""
    return "".join(f"{n}\t{LABELS[n].zh}: {spec.summary}\n" for n, spec in COMMANDS.items())


def coverage_page() -> str:
    """Return the page of what the department asks for, and which test shows it by what."""
    found = marks()
    body = [
        "Each row is what the credit department asks for; the tests beside it show it, through the"
        " commands and views that are named."
    ]
    for group, title in GROUPS.items():
        told = [row for row in rows() if row.number.startswith(group)]
        cells = [_covered(row, [mark for mark in found if mark.row == row.number]) for row in told]
        body += [f"## {title}", _table(["row", "业务", "English", "shown by", "tests"], cells)]
    return _page("Coverage", body)


def _covered(row: Row, found: Sequence[Mark]) -> Sequence[str]:
    by = sorted({name for mark in found for name in mark.shown_by})
    tests = sorted({mark.test.removeprefix("tests/") for mark in found})
    return [row.number, row.zh, row.en, _codes(by), _codes(tests)]


def _codes(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


PAGES: Mapping[str, Callable[[], str]] = {
    "adapters/cli/commands.tsv": command_list,
    "docs/reference/commands.md": commands_page,
    "docs/reference/events.md": events_page,
    "docs/reference/rules.md": rules_page,
    "docs/reference/parameters.md": parameters_page,
    "docs/reference/views.md": views_page,
    "docs/reference/calculations.md": calculations_page,
    "docs/reference/coverage.md": coverage_page,
    "docs/glossary.md": glossary_page,
}


def _cores() -> Iterator[str]:
    yield (
        "Fields that the core fills itself — who acts, today, what another record says — are not"
        " listed: a caller may not give them. *Personal* fields are sealed under the person's key."
    )


def _page(title: str, body: Iterable[str]) -> str:
    return "\n\n".join([f"# {title}", NOTE, *body]) + "\n"


def _aggregate(category: str) -> str:
    return f"## {category}" + (f"\n\n{_said(LABELS[category])}" if category in LABELS else "")


def _heading(name: str) -> str:
    return f"### {name}\n\n{_said(label_of(name))}"


def _said(label: Label) -> str:
    return f"{label.zh} · {label.en}"


def _says(kind: Any) -> str:
    return str(kind.__doc__ or "").strip().splitlines()[0]


def _fields(given: Sequence[Input]) -> str:
    rows = [[f"`{n}`", _said(part.label), _kind(part), _notes(part)] for n, part in flat(given)]
    return _table(["field", "label", "kind", "notes"], rows)


def _kind(part: Input) -> str:
    return f"list of {part.item.kind}" if part.item else str(part.kind)


def _notes(part: Input) -> str:
    """Return what is said of an input beside its kind."""
    notes = [] if part.required else ["optional"]
    notes += ["may be null"] if part.nullable else []
    notes += ["personal"] if part.personal else []
    if part.kind is Kind.WHOLE_NUMBER and part.low is not None and part.low >= 0:
        notes.append(f"{part.low} to {part.high}")
    choices = part.choices or (part.item.choices if part.item else ())
    notes += [", ".join(f"`{choice.value}`" for choice in choices)] if choices else []
    return "; ".join(notes)


def _asked(view: View) -> str:
    if not view.parameters:
        return "It takes no parameters beside the two dates."
    rows = [[f"`{p.name}`", "required" if p.required else ""] for p in view.parameters]
    return _table(["parameter", ""], rows)


def _answered(view: View) -> str:
    rows = [[f"`{c.name}`", _said(label_of(c.name)), c.kind] for c in view.columns]
    return _table(["column", "label", "kind"], rows)


def _words(says: Mapping[str, str]) -> str:
    known = [(name, LABELS[name]) for name in says if name in LABELS]
    rows = [[label.zh, label.en, f"`{name}`", says[name]] for name, label in known]
    return _table([*WORDS, "says"], rows)


def _table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [headings, ["---"] * len(headings), *([_cell(c) for c in row] for row in rows)]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
