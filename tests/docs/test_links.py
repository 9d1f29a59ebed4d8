"""The pages lead to what is there, and name every setting."""

import re

from adapters import settings
from tests.style.trees import ROOT

LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def test_every_link_leads_somewhere():
    links = [(page, link) for page in PAGES for link in LINK.findall(page.read_text("utf-8"))]
    assert links
    dead = [f"{page.name}: {link}" for page, link in links if not (page.parent / link).exists()]
    assert not dead, dead


def test_every_setting_is_in_the_guide():
    names = {text for text in vars(settings).values() if str(text).startswith("LOANFOLD_")}
    guide = (ROOT / "docs/guides/operate.md").read_text(encoding="utf-8")
    assert {name for name in names if f"`{name}`" not in guide} == set()
    assert len(names) > 3
