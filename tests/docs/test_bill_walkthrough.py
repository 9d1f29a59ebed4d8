"""A sole trader discounts a bill, as the page tells it, with a clock that goes on."""

from datetime import UTC, datetime

import pytest

from adapters.settings import Settings
from adapters.system import HandClock
from adapters.wiring import open_system
from tests.adapters.terminal import Desk, Terminal
from tests.docs.test_tutorial import shows
from tests.docs.test_walkthroughs import BANK, FOLDER
from tests.docs.walking import Typed, walk

START = datetime(2026, 3, 2, 1, tzinfo=UTC)
MATURITY = datetime(2026, 8, 20, 1, tzinfo=UTC)
DATES = {
    "$(TZ=Asia/Shanghai date +%F)": "2026-03-02",
    "$(TZ=Asia/Shanghai date -d '+1 year' +%F)": "2027-03-02",
}


@pytest.mark.row(
    "PR-02",
    shown_by="product.define, credit_application.submit, contract.sign, drawdown.request, "
    "drawdown.release, bill.present, loan.record_repayment, views.bills, views.trial_balance",
)
def test_a_bill_is_discounted_and_collected_as_the_page_shows(capsys, monkeypatch):
    clock = HandClock(START)
    with open_system(Settings(database=":memory:"), clock) as system:
        terminal = Terminal(Desk(system), capsys, monkeypatch)

        def type_in(line: Typed) -> str:
            said = terminal.type(*line.arguments, stdin=line.stdin)
            return f"{said.out}{said.err}"

        told = "\n".join((FOLDER / page).read_text(encoding="utf-8") for page in (BANK, "bill.md"))
        for shell, day in DATES.items():
            told = told.replace(shell, day)
        for line in walk(told, type_in):
            if line.command == "bill.present":
                clock.set(MATURITY)
            said = type_in(line)
            assert shows(line.shown, said), f"$ loanfold {' '.join(line.arguments)}\n{said}"
