"""The generated pages and promises are fresh."""

from tests.docs.reference import stale
from tests.style.trees import ROOT


def test_the_generated_pages_say_what_the_catalogue_says():
    names = [path.relative_to(ROOT).as_posix() for path in stale(ROOT)]
    assert not names, f"stale, run python3 scripts/reference.py: {', '.join(names)}"


def test_a_tree_without_pages_is_stale(tmp_path):
    assert {path.name for path in stale(tmp_path)} >= {"commands.md", "rules.json"}
