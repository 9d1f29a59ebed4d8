"""A command is decided, recorded once, and answered the same however often it is sent."""

import threading

import pytest
from attrs import evolve

from adapters.problems import Conflict, Stale, Unknown, Unreadable
from domain.identity.rules import ONE_CUSTOMER_A_DOCUMENT
from domain.log.rules import LOG_IS_OPEN
from domain.rules import Refused, Rule
from tests.village import AGREE, DISBURSE, LI, OPEN, PRODUCT, ZHANG, lend, repay


def refused_by(rule: Rule):
    """Expect a refusal by a rule."""
    return pytest.raises(Refused, match=rule.code)


class Unopened:
    """A journal before its first record."""

    def __init__(self, bus):
        """Send on a bus."""
        self.bus = bus

    def then_refused(self, rule: Rule) -> None:
        """Expect that the rule refuses, and nothing is recorded."""
        with refused_by(rule):
            self.bus.run("customer.register", ZHANG)
        assert self.bus.system.core.journal.head() == -1


def test_nothing_is_recorded_before_the_journal_is_opened(settings_in_file, clock):
    from adapters.wiring import open_system

    with open_system(settings_in_file, clock) as system:
        Unopened(system.bus("zhao")).then_refused(LOG_IS_OPEN)


def test_the_first_record_says_whose_journal_it_is(system):
    (first,) = system.core.journal.facts(-1, 10)
    assert (first.index, first.name) == (0, "log.opened")
    assert first.event.institution == OPEN["institution"]


def test_an_outcome_is_a_receipt_with_the_place_in_the_log(system):
    outcome = system.bus("zhao").run("customer.register", ZHANG, key="k1")
    assert (outcome.stream, outcome.version) == ("customer-C1", 1)
    assert outcome.events == ("customer.registered",)
    assert outcome.index == system.core.journal.head()


def test_the_same_key_and_content_gets_the_first_answer(system):
    bus = system.bus("zhao")
    first = bus.run("customer.register", ZHANG, key="k1")
    size = system.core.journal.head()
    assert bus.run("customer.register", ZHANG, key="k1") == evolve(first, repeated=True)
    assert system.core.journal.head() == size


def test_a_key_is_not_used_for_other_content_nor_by_another_person(system):
    system.bus("zhao").run("customer.register", ZHANG, key="k1")
    with pytest.raises(Conflict, match="k1"):
        system.bus("zhao").run("customer.register", LI, key="k1")
    with pytest.raises(Conflict, match="k1"):
        system.bus("qian").run("customer.register", ZHANG, key="k1")


def test_a_command_with_nothing_to_do_keeps_its_answer_too(system):
    bus = system.bus("zhao")
    bus.run("customer.register", ZHANG)
    idle = bus.run("customer.register", ZHANG, key="again")
    assert (idle.events, idle.index) == ((), None)
    assert bus.run("customer.register", ZHANG, key="again").repeated


def test_a_refused_command_leaves_nothing_behind(system):
    bus = system.bus("zhao")
    bus.run("customer.register", ZHANG)
    size = system.core.journal.head()
    with refused_by(ONE_CUSTOMER_A_DOCUMENT):
        bus.run("customer.register", {**LI, "document": ZHANG["document"]}, key="k2")
    assert system.core.journal.head() == size
    assert bus.run("customer.register", LI, key="k2").events == ("customer.registered",)


def test_a_caller_who_saw_an_older_version_is_told_to_read_again(system):
    bus = system.bus("zhao")
    lend(bus)
    with pytest.raises(Stale, match="version 2, not 1"):
        bus.run("loan.record_repayment", repay("R1", "10.00", "2025-01-02"), expected=1)
    bus.run("loan.record_repayment", repay("R1", "10.00", "2025-01-02"), expected=2)


def test_the_core_alone_signs_for_an_actor(system):
    with pytest.raises(Unreadable, match="filled by the core"):
        system.bus("zhao").run("customer.register", {**ZHANG, "today": "2025-01-01"})


def test_an_unknown_command_names_what_is_near(system):
    with pytest.raises(Unknown, match=r"loan\.disburse"):
        system.bus("zhao").run("loan.give", {})


def test_a_time_zone_that_does_not_exist_is_unreadable(settings_in_file, clock):
    from adapters.wiring import open_system

    with (
        open_system(settings_in_file, clock) as system,
        pytest.raises(Unreadable, match="time zone"),
    ):
        system.bus("zhao").run("log.open", {**OPEN, "time_zone": "Asia/Nowhere"})


@pytest.mark.parametrize("key", ["", "x" * 129, "ключ", "a\nb"])
def test_a_key_that_no_medium_carries_is_unreadable(system, key):
    with pytest.raises(Unreadable, match="idempotency key"):
        system.bus("zhao").run("customer.register", ZHANG, key=key)


def test_many_commands_in_one_go_each_get_their_own_answer(system):
    calls = [
        ("customer.register", ZHANG, "1"),
        ("customer.register", {**LI, "document": ZHANG["document"]}, "2"),
        ("customer.register", {**LI, "kind": "cat"}, "3"),
        ("product.define", PRODUCT, "4"),
        ("loan.agree", AGREE, "5"),
        ("loan.disburse", DISBURSE, "6"),
    ]
    answers = system.bus("zhao").run_many(calls)
    assert [type(answer).__name__ for answer in answers] == [
        "Outcome",
        "Refused",
        "Unreadable",
        "Outcome",
        "Outcome",
        "Outcome",
    ]
    assert answers[-1].index == system.core.journal.head()
    again = system.bus("zhao").run_many(calls)
    assert [a.repeated for a in again if not isinstance(a, Exception)] == [True] * 4


def test_of_eight_who_register_one_document_at_once_one_succeeds(bank, settings_in_file):
    from adapters.wiring import open_system

    results: list[object] = []

    def register(no: int) -> None:
        with open_system(settings_in_file) as own:
            try:
                results.append(
                    own.bus(f"clerk-{no}").run(
                        "customer.register", {**ZHANG, "customer_id": f"C{no}"}
                    )
                )
            except Refused as refusal:
                results.append(refusal.rule)

    clerks = [threading.Thread(target=register, args=(no,)) for no in range(8)]
    for clerk in clerks:
        clerk.start()
    for clerk in clerks:
        clerk.join()
    assert results.count(ONE_CUSTOMER_A_DOCUMENT) == 7
    assert len(bank.core.journal.find("document", ZHANG["document"]["number"])) == 1


def test_time_of_recording_never_goes_back(system, clock):
    bus = system.bus("zhao")
    bus.run("customer.register", ZHANG)
    clock.forward(hours=-5)
    bus.run("customer.register", {**LI, "since": "2025-01-01"})
    times = [fact.recorded_at for fact in system.core.journal.facts(-1, 100)]
    assert times == sorted(times)


@pytest.mark.parametrize(
    "asked", [("document", " 11010519491231002x "), ("name", "张三"), ("phone", "138 0013-8000")]
)
def test_a_customer_is_found_by_what_is_known_of_them(system, asked):
    system.bus("zhao").run("customer.register", ZHANG)
    assert system.core.journal.find(*asked) == ["C1"]
    assert system.core.journal.find(asked[0], "nobody") == []
