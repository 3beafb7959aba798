"""What the command ``discrepancy`` calls. It stands beside the package, so that Ctrl-C is answered while the package still loads."""

import sys


def main() -> None:
    """Runs the command line; leaves with its exit code, and with 130 where it was stopped before it began."""
    try:
        from discrepancy.cli import main as begin
    except KeyboardInterrupt:
        print("Stopped. Nothing was begun.", file=sys.stderr)
        sys.exit(130)
    begin()


if __name__ == "__main__":
    main()
