"""A mapping that grows is what a dict would be, and no earlier state of it ever changes."""

from hypothesis import given
from hypothesis import strategies as st

from domain.grown import LATE_MAX, Grown

entries = st.dictionaries(st.integers(0, 60), st.integers(), max_size=5)


@given(st.lists(entries, max_size=40))
def test_it_holds_what_a_dict_holds_in_the_same_order(steps):
    mapping: Grown[int, int] = Grown()
    plain: dict[int, int] = {}
    seen = []
    for step in steps:
        mapping = mapping.plus(step)
        plain = {**plain, **step}
        seen.append((mapping, plain))
    for state, wanted in seen:  # Also those of long before.
        assert (list(state), list(state.values())) == (list(wanted), list(wanted.values()))
        assert list(state.items()) == list(wanted.items())
        assert (len(state), state == wanted) == (len(wanted), True)
        assert all(state[key] == value for key, value in wanted.items())
        assert 61 not in state and state.get(61) is None


def test_a_state_shares_what_it_grew_from():
    early = Grown({no: no for no in range(1_000)})
    later = early.plus({1_000: 1_000})
    assert later._early is early._early
    for no in range(LATE_MAX):
        later = later.plus({2_000 + no: no})
    assert len(later) == 1_001 + LATE_MAX
