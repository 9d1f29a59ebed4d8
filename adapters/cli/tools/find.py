"""Customers, found by what identifies them."""

import click

from adapters.cli.session import session_of
from adapters.cli.show import show_json
from adapters.cli.tools.report import as_json_option
from adapters.sight import left_out


@click.command()
@click.option("--document", metavar="NUMBER", help="证件号码 number of an identity document")
@click.option("--name", metavar="TEXT", help="姓名或名称 whole name")
@click.option("--phone", metavar="NUMBER", help="电话 phone number")
@as_json_option
@click.pass_context
def find(
    context: click.Context,
    as_json: bool,
    *,
    document: str | None,
    name: str | None,
    phone: str | None,
) -> None:
    """Write the customers found, one a line; sealed values are found by the whole value alone."""
    given = {"document": document, "name": name, "phone": phone}
    asked = [(kind, text) for kind, text in given.items() if text is not None]
    if len(asked) != 1:
        raise click.UsageError("Give one of --document, --name and --phone.")
    found = session_of(context).toolbox.find(*asked[0])
    if as_json:
        show_json(list(found.customers))
    else:
        for customer in found.customers:
            click.echo(customer)
    if found.left_out:
        click.echo(left_out(found.left_out), err=True)
