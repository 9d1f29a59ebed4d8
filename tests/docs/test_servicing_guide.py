"""The figures of the guide to servicing are those that the program gives."""

import re
from doctest import DocTestParser, DocTestRunner
from pathlib import Path

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "guides" / "servicing.md"


def test_every_figure_of_the_guide_is_what_the_program_says(capsys):
    text = GUIDE.read_text(encoding="utf-8")
    blocks = re.findall(r"```pycon\n(.*?)```", text, flags=re.DOTALL)
    assert blocks
    examples = DocTestParser().get_doctest("\n".join(blocks), {}, GUIDE.name, str(GUIDE), 0)
    failed, tried = DocTestRunner().run(examples)
    assert tried > 40 and not failed, capsys.readouterr().out
