"""Dead letters: looked at, sent again, or dropped."""

from collections.abc import Sequence

import click

from adapters.cli.session import session_of
from adapters.cli.show import show_json
from adapters.cli.tools.options import options_of
from adapters.cli.tools.report import as_json_option
from adapters.problems import Unknown


@click.command()
@click.argument("adapter")
@click.option("--set", "given", metavar="NAME=VALUE", multiple=True, help="An option of its own.")
@click.option("--replay", metavar="ID", multiple=True, help="Send this one again, or `all`.")
@click.option("--drop", metavar="ID", multiple=True, help="Take this one out for good.")
@as_json_option
@click.pass_context
def dead(
    context: click.Context,
    adapter: str,
    as_json: bool,
    *,
    given: Sequence[str],
    replay: Sequence[str],
    drop: Sequence[str],
) -> None:
    """List the messages that ADAPTER set aside, each with its reason; or deal with them.

    A message that is sent again keeps its key: it has one effect, whatever happened before.
    """
    queue = session_of(context).toolbox.services().adapter(adapter, options_of(given))
    if not hasattr(queue, "letters"):
        raise Unknown(f"the adapter {adapter} keeps no dead letters")
    with queue.letters() as letters:
        found = {letter.id: letter for letter in letters.all()}
        again = list(found) if "all" in replay else list(replay)
        if missing := [name for name in (*again, *drop) if name not in found]:
            raise Unknown(f"there is no dead letter {missing[0]}")
        for name in again:
            letters.replay(found[name])
        for name in drop:
            letters.drop(found[name])
    left = [letter for name, letter in found.items() if name not in (*again, *drop)]
    if as_json:
        show_json([{"id": one.id, "reason": one.reason, "bytes": len(one.raw)} for one in left])
        return
    for letter in left:
        click.echo(f"{letter.id}  {letter.reason}")
    click.echo(f"{len(again)} sent again, {len(drop)} dropped, {len(left)} left.")
