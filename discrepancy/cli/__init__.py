"""The command line: one file a verb, loaded when the verb is called.

Takes arguments; gives exit codes, data on stdout, diagnostics on stderr. ``--help`` loads click and nothing else of weight.

==== ==================================================================
0    done, also with findings
1    findings at or above ``--fail-on``
2    the call is wrong, or a path does not exist
3    some inputs could not be read; the rest is reported
4    a rule file has faults
70   an error of this program
130  stopped by Ctrl-C
==== ==================================================================

An execution error outranks findings. Source of 70: sysexits.h, EX_SOFTWARE; of 130: 128 and SIGINT.
"""

from __future__ import annotations

import sys
from importlib import import_module

import click

from discrepancy import __version__
from discrepancy.engine import sweep_seldom

DONE, FINDINGS, USAGE, UNREADABLE, RULE_FAULTS, INTERNAL, STOPPED = 0, 1, 2, 3, 4, 70, 130

VERBS = {
    "annotate": ("annotate:annotate", "Show what the rules see in one article."),
    "batch": ("batch:batch", "Lay any number of articles side by side, resumable."),
    "check": ("check:check", "Lay articles side by side and report where they cannot all be right."),
    "claims": ("claims:claims", "List every claim of the articles as a table."),
    "compare": ("compare:compare", "Compare the claims of a sheet, typed by hand or written by 'claims'."),
    "decisions": ("decisions:decisions", "Verify, export and import editors' decisions."),
    "diff": ("diff:diff", "Show what is new between two reports."),
    "explain": ("explain:explain", "Replay a finding, or show a claim, an event or a name of a report."),
    "gate": ("gate:gate", "Say whether a report may be published."),
    "init": ("init:init", "Write a project file with comments."),
    "names": ("names:names", "Say whether two names are one, and why."),
    "read": ("read:read", "Show what was understood of files: metadata, blocks, language."),
    "review": ("review:review", "Open the desk on which editors rule."),
    "rules": ("rules:rules", "Test, check, list and try the rules."),
    "status": ("status:status", "Show how far a batch is."),
    "users": ("users:users", "Accounts of a team's desk."),
}
"""Each verb: ``module:command`` below this package, and its line in the help."""


class _Verbs(click.Group):
    """A group that knows its verbs by name and loads one only to run it."""

    def list_commands(self, context: click.Context) -> list[str]:
        return sorted(VERBS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in VERBS:
            return None
        module, command = VERBS[name][0].split(":")
        found = getattr(import_module(f"{__name__}.{module}"), command)
        assert isinstance(found, click.Command)
        return found

    def resolve_command(self, context: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in VERBS and not context.resilient_parsing:
            from difflib import get_close_matches  # for a slip of the finger alone

            near = get_close_matches(args[0], VERBS, 1)
            if near:
                context.fail(f"There is no verb {args[0]!r}. Did you mean {near[0]!r}?")
        return super().resolve_command(context, args)

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, VERBS[name][1]) for name in self.list_commands(context)])


@click.command(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="discrepancy")
@click.option("--debug", is_flag=True, help="Print the traceback of an internal error.")
@click.option(
    "--project", metavar="FILE", help="The project file. Default: the nearest discrepancy.toml here or above; 'none' for none.",
)  # fmt: skip
@click.pass_context
def group(context: click.Context, debug: bool, project: str | None) -> None:
    """Lay news articles on the same events side by side; report where they cannot all be right.

    \b
    Exit codes: 0 done, 1 findings at or above --fail-on, 2 wrong call or missing path,
    3 some inputs unreadable, 4 faults in rule files, 70 internal error, 130 stopped.
    """
    from discrepancy.cli.settings import settle

    settle(context, project)


def main(arguments: list[str] | None = None) -> None:
    """Runs the command line and leaves with one of the documented exit codes."""
    try:
        sweep_seldom()
        code = run(sys.argv[1:] if arguments is None else arguments)
    except KeyboardInterrupt:  # before the first verb was called, or a second time
        code = STOPPED
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """The exit code of one call."""
    try:
        code = group.main(arguments, prog_name="discrepancy", standalone_mode=False)
        return code if isinstance(code, int) else DONE
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped. Nothing was left half-written.", err=True)
        return STOPPED
    except BrokenPipeError:  # the reader of our output has gone, as in "| head"
        sys.stderr.close()
        return DONE
    except Exception as error:
        return _failed(error, "--debug" in arguments)


def _failed(error: Exception, debug: bool) -> int:
    """Tells of an error in one sentence: the user's (rules, paths) with its own code, ours as 70."""
    from discrepancy.rulebook import RuleFaults

    if isinstance(error, RuleFaults):
        for fault in error.faults:
            click.echo(str(fault), err=True)
        faults = "1 fault" if len(error.faults) == 1 else f"{len(error.faults)} faults"
        click.echo(f"The rules have {faults}; nothing was checked.", err=True)
        return RULE_FAULTS
    if isinstance(error, OSError):
        click.echo(f"{error.filename or 'a file'}: {error.strerror or error}.", err=True)
        return USAGE
    if debug:
        import traceback

        traceback.print_exception(error)
    click.echo(
        f"This is an error of discrepancy {__version__}, not yours ({type(error).__name__}: {error}). "
        "Please report it with the output of the same call and --debug before the verb.",
        err=True,
    )
    return INTERNAL
