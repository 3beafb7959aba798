"""``discrepancy users``: accounts of a team's desk."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from discrepancy.cli import DONE, USAGE
from discrepancy.cli.stores import decisions_option, opened

if TYPE_CHECKING:
    from discrepancy.review.accounts import Accounts


@click.group()
def users() -> None:
    """Add, list and remove accounts of the desk; make tokens for programs."""


@contextmanager
def _accounts(where: str | None) -> Iterator[Accounts]:
    with opened(where) as store:
        from discrepancy.review.accounts import Accounts

        yield Accounts(store.engine)


@users.command()
@click.argument("name")
@click.option("--role", type=click.Choice(["editor", "viewer"]), default="editor", show_default=True,
              help="An editor rules, a viewer reads.")  # fmt: skip
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")
@decisions_option
def add(name: str, role: str, password_stdin: bool, where: str | None) -> int:
    """Make an account NAME, or give it a new role and password (it is logged out everywhere)."""
    from discrepancy.review.decisions import Refused

    if password_stdin:
        password = sys.stdin.readline().rstrip("\r\n")
    else:
        password = click.prompt("Password", hide_input=True, confirmation_prompt=True)
    with _accounts(where) as accounts:
        try:
            account = accounts.add(name, role, password)
        except Refused as fault:
            click.echo(f"{fault}.", err=True)
            return USAGE
    click.echo(f"{account.name} is {'an editor' if account.role == 'editor' else 'a viewer'}.")
    return DONE


@users.command("list")
@decisions_option
def list_(where: str | None) -> int:
    """List accounts and roles."""
    with _accounts(where) as accounts:
        for account in accounts.all():
            click.echo(f"{account.name}\t{account.role}")
    return DONE


@users.command()
@click.argument("name")
@decisions_option
def remove(name: str, where: str | None) -> int:
    """Take the account NAME away; what it decided stays."""
    with _accounts(where) as accounts:
        gone = accounts.remove(name)
    click.echo(f"{name} is gone." if gone else f"There is no account {name}.", err=not gone)
    return DONE if gone else USAGE


@users.command()
@click.argument("name")
@decisions_option
def token(name: str, where: str | None) -> int:
    """Print a new token by which a program acts as NAME. It is shown once and holds for a year."""
    with _accounts(where) as accounts:
        account = accounts.named(name)
        if account is None:
            click.echo(f"There is no account {name}.", err=True)
            return USAGE
        click.echo(accounts.open(account, "program"))
    return DONE
