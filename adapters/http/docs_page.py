"""The page that shows people the catalogue, in both languages, without script or network."""

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from html import escape
from typing import Final

from adapters.calculations.offers import CALCULATIONS, Calculation
from adapters.describe import Input, command_inputs, label_of
from domain.catalogue import COMMANDS, RULES, CommandSpec
from domain.labels import Label
from domain.rules import Rule
from projections.catalogue import VIEWS
from projections.view import View

STYLE: Final = (
    "body{font:16px/1.6 system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #bbb;"
    "padding:.3rem .6rem;text-align:left;vertical-align:top}code{overflow-wrap:anywhere}"
)
_HASH: Final = b64encode(sha256(STYLE.encode()).digest()).decode()
CONTENT_POLICY: Final = (
    f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)


def docs_page() -> str:
    """Return the page as HTML."""
    commands = "".join(map(_command, COMMANDS.values()))
    rules = _table(("代码 Code", "规则 Rule", "依据 Source"), map(_rule, RULES.values()))
    views = "".join(map(_view, VIEWS.values()))
    calculations = "".join(map(_calculation, CALCULATIONS.values()))
    return (
        '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>贷迹 Loanfold</title><style>{STYLE}</style></head><body><main>"
        f"<h1>贷迹 Loanfold</h1><h2>命令 Commands</h2>{commands}"
        f"<h2>规则 Rules</h2>{rules}<h2>视图 Views</h2>{views}"
        f"<h2>试算 Calculations</h2>{calculations}</main></body></html>"
    )


def _command(spec: CommandSpec) -> str:
    return (
        f'<section id="{escape(spec.name)}"><h3>{_both(label_of(spec.name))}</h3>'
        f"<p><code>POST /commands/{escape(spec.name)}</code> {escape(spec.summary)}</p>"
        f"{_fields(command_inputs(spec))}</section>"
    )


def _calculation(calculation: Calculation) -> str:
    return (
        f'<section id="{escape(calculation.name)}"><h3>{_both(calculation.label)}</h3>'
        f"<p><code>POST /calculations/{escape(calculation.name)}</code>"
        f" {escape(calculation.summary)}</p>{_fields(calculation.inputs)}</section>"
    )


def _fields(inputs: Iterable[Input]) -> str:
    rows = (row for part in inputs for row in _input(part, ""))
    return _table(("字段 Field", "名称 Name", "写法 Written as", "必填 Required"), rows)


def _input(part: Input, above: str) -> Iterable[tuple[str, ...]]:
    """Yield the row of an input, and those of what it is made of."""
    path = f"{above}{part.name}"
    choices = ", ".join(f"{choice.value} ({choice.label.zh})" for choice in part.choices)
    written = _both(part.help) + (f"<br>{escape(choices)}" if choices else "")
    required = "是 yes" if part.required else "否 no"
    yield f"<code>{escape(path)}</code>", _both(part.label), written, required
    within, step = (part.item, "[].") if part.item else (part, ".")
    for inner in within.fields:
        yield from _input(inner, path + step)


def _rule(rule: Rule) -> tuple[str, ...]:
    return f"<code>{escape(rule.code)}</code>", escape(rule.says), escape(rule.source)


def _view(view: View) -> str:
    asked = ", ".join(p.name for p in view.parameters) or "—"
    columns = ", ".join(column.name for column in view.columns)
    return (
        f"<h3>{_both(view.title)}</h3><p><code>GET /views/{escape(view.name)}</code></p>"
        f"<p>参数 Parameters: {escape(asked)}</p><p>列 Columns: {escape(columns)}</p>"
    )


def _table(heads: Iterable[str], rows: Iterable[tuple[str, ...]]) -> str:
    top = "".join(f"<th>{escape(head)}</th>" for head in heads)
    body = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def _both(label: Label) -> str:
    return f'{escape(label.zh)} <span lang="en">{escape(label.en)}</span>'
