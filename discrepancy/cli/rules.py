"""``discrepancy rules``: test, lint, prove, list and try the rules."""

from __future__ import annotations

from pathlib import Path

import click

from discrepancy.cli import DONE, RULE_FAULTS
from discrepancy.cli.inputs import loaded, rules_option


@click.group()
def rules() -> None:
    """Test, check, prove, list and try the rules."""


@rules.command()
@rules_option
def test(overlay: Path | None) -> int:
    """Run every example and counter-example of every rule."""
    from discrepancy.selftest import run

    outcome = run(loaded(overlay))
    for failure in outcome.failures:
        click.echo(str(failure), err=True)
    click.echo(f"{outcome.rules} rules, {outcome.examples} examples, {len(outcome.failures)} failed.")
    return RULE_FAULTS if outcome.failures else DONE


@rules.command()
@rules_option
def lint(overlay: Path | None) -> int:
    """Load the rules and read their patterns, without running examples; all faults at once."""
    from discrepancy.rulebook.alphabet import alphabet
    from discrepancy.rulebook.patterns import pattern_faults

    book = loaded(overlay)
    faults = pattern_faults(book, alphabet(book))
    for fault in faults:
        click.echo(str(fault), err=True)
    total = sum(len(book.by_kind[kind]) for kind in book.by_kind)
    click.echo(f"{total} rules of {len(book.by_kind)} kinds, {len(faults)} faults.")
    return RULE_FAULTS if faults else DONE


@rules.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@rules_option
def prove(ids: tuple[str, ...], overlay: Path | None) -> int:
    """Tell which conditions of the rules no counter-example needs.

    An ID may be the beginning of some, as "measure.crowd". Each condition, such as "unless" or "types" of a measure, is taken away and the
    counter-examples run again; where none of them is found then, nothing shows why the condition is there. Takes a second or two for each.
    """
    from discrepancy.selftest import unproved

    book = loaded(overlay)
    asked = [rule for kind in book.by_kind for rule in book.by_kind[kind] if rule.id.startswith(ids)]
    if not asked:
        raise click.UsageError(f"There is no rule {' or '.join(ids)}.")
    conditions = 0
    for rule in asked:
        conditions += len(rule.conditions())
        for key in unproved(rule, book):
            click.echo(f"{rule.where}: rule {rule.id!r}: no counter-example needs {key!r}")
    click.echo(f"{len(asked)} rules, {conditions} conditions tried.", err=True)
    return DONE


@rules.command("list")
@click.option("--kind", help="Only rules of this kind.")
@rules_option
def list_(kind: str | None, overlay: Path | None) -> int:
    """List the rules: place, kind, id and why each is as it is."""
    from discrepancy.rulebook.kinds import KINDS

    if kind is not None and kind not in KINDS:
        raise click.UsageError(f"There is no kind {kind!r}; known are {', '.join(sorted(KINDS))}.")
    book = loaded(overlay)
    for name, cls in sorted(KINDS.items()):
        if kind in (None, name):
            for rule in book.of(cls):
                click.echo(f"{rule.where}\t{name}\t{rule.id}\t{rule.because}")
    return DONE


@rules.command("try")
@click.argument("text")
@click.option("--published", default="", help="The day of publication, as 2024-01-29.")
@rules_option
def try_(text: str, published: str, overlay: Path | None) -> int:
    """Show which rules fire on TEXT, and what they give."""
    from discrepancy.explain import annotated
    from discrepancy.ingest import inputs_from_records

    book = loaded(overlay)
    inputs = inputs_from_records([{"doc_id": "try", "text": text, "published": published or None}])
    for document in inputs.documents:
        click.echo(annotated(document, book), nl=False)
    for item in inputs.unreadable:
        raise click.UsageError(item.reason)
    return DONE
