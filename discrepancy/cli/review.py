"""``discrepancy review``: the desk on which editors rule."""

from __future__ import annotations

import getpass
import logging
import socket
from pathlib import Path

import click

from discrepancy.cli import DONE
from discrepancy.cli.stores import decisions_option, file_of, opened


@click.command()
@click.argument("reports", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@decisions_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on; any but loopback asks for logins.")
@click.option("--port", default=8321, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option(
    "--name", "names", multiple=True, metavar="HOST", help="A name by which the desk is reached (behind a proxy); asks for logins."
)
@click.option("--as", "editor", default="", metavar="NAME", help="Your name on a desk without logins.")
@click.option("--tls-cert", type=click.Path(exists=True, dir_okay=False), help="Certificate chain, when no proxy brings TLS.")
@click.option("--tls-key", type=click.Path(exists=True, dir_okay=False), help="Its private key.")
def review(
    reports: tuple[Path, ...], where: str | None, host: str, port: int, names: tuple[str, ...], editor: str,
    tls_cert: str | None, tls_key: str | None,
) -> int:  # fmt: skip
    """Open the desk on REPORTS (report.json or its folder) and serve it until Ctrl-C.

    On loopback there is no login. With another --host, or a --name, everybody logs in ('discrepancy users add'), and
    browsers must reach the desk by TLS.
    """
    with opened(where) as store:
        import uvicorn

        from discrepancy.report.read import NotAReport
        from discrepancy.review.accounts import Accounts
        from discrepancy.review.app import application
        from discrepancy.review.desk import Desk
        from discrepancy.review.guard import LOOPBACK

        team = host not in LOOPBACK or bool(names)
        if bool(tls_cert) != bool(tls_key):
            raise click.UsageError("--tls-cert and --tls-key go together.")
        if host in ("0.0.0.0", "::") and not names:
            raise click.UsageError("Say by which name the desk is reached: --name desk.example.org.")
        if team and not Accounts(store.engine).all():
            raise click.UsageError("Nobody could log in: make an account first with 'discrepancy users add NAME'.")
        try:
            desk = Desk(store, [file_of(path) for path in reports])
        except NotAReport as fault:
            raise click.UsageError(str(fault)) from None
        hosts = {*names, *(() if host in ("0.0.0.0", "::") else (host,)), *(LOOPBACK if host in LOOPBACK and not names else ())}
        logging.basicConfig(format="%(asctime)s %(name)s %(message)s", level=logging.WARNING)
        holder: list[uvicorn.Server] = []
        app = application(
            desk,
            alone="" if team else editor or getpass.getuser(),
            hosts=hosts,
            secure=team,
            stopping=lambda: bool(holder and holder[0].should_exit),
        )
        config = uvicorn.Config(
            app, log_level="warning", access_log=False, proxy_headers=True, forwarded_allow_ips="127.0.0.1",
            server_header=False, ssl_certfile=tls_cert, ssl_keyfile=tls_key, timeout_graceful_shutdown=3,
        )  # fmt: skip
        holder.append(uvicorn.Server(config))
        with _listening(host, port) as held:
            scheme = "https" if tls_cert else "http"
            shown = f"[{host}]" if ":" in host else host
            click.echo(f"The desk is at {scheme}://{shown}:{held.getsockname()[1]}/ (Ctrl-C ends it).")
            holder[0].run(sockets=[held])
    return DONE


def _listening(host: str, port: int) -> socket.socket:
    """A socket bound to the address, so that the port is known before the desk is announced."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    held = socket.socket(family)
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        held.bind((host, port))
        held.listen(512)
    except OSError as fault:
        held.close()
        raise click.UsageError(f"Nothing can listen on {host}:{port}: {fault.strerror}.") from None
    return held
