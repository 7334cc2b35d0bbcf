#!/usr/bin/env python3
"""An SMTP server for tests: STARTTLS and AUTH required, one Maildir, failures on request.

The local part of a recipient asks for a failure:
  refuse550@…   RCPT is refused for good
  reject554@…   the message is refused for good after DATA
  busy451@…     RCPT is refused for now
  greylist@…    RCPT is refused for now the first time, then accepted
  timeout@…     RCPT is never answered
"""
import argparse
import asyncio
import os
import pathlib
import signal
import ssl
import time

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


class Maildir:
    def __init__(self, path):
        self.path = path
        self.count = 0
        for name in ("tmp", "new", "cur"):
            (path / name).mkdir(parents=True, exist_ok=True)

    def deliver(self, sender, recipient, content):
        """Complete under its final name or not there at all, as Maildir promises."""
        self.count += 1
        name = f"{time.time():.6f}.{os.getpid()}_{self.count}.localhost"
        head = f"Return-Path: <{sender}>\nDelivered-To: {recipient}\n".encode()
        with open(self.path / "tmp" / name, "wb") as file:
            file.write(head + content.replace(b"\r\n", b"\n"))
        os.rename(self.path / "tmp" / name, self.path / "new" / name)


class Handler:
    def __init__(self, maildir):
        self.maildir = maildir
        self.seen = set()

    async def handle_RCPT(self, server, session, envelope, address, options):
        fault = address.split("@")[0]
        if fault == "refuse550":
            return "550 5.1.1 No such user here"
        if fault == "busy451":
            return "451 4.3.0 Try again later"
        if fault == "greylist" and address not in self.seen:
            self.seen.add(address)
            return "451 4.7.1 Greylisted, try again"
        if fault == "timeout":
            await asyncio.Event().wait()
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server, session, envelope):
        if any(address.startswith("reject554@") for address in envelope.rcpt_tos):
            return "554 5.6.0 Message refused"
        for address in envelope.rcpt_tos:
            self.maildir.deliver(envelope.mail_from, address, envelope.content)
        return "250 2.0.0 OK: delivered"


def authenticator(user, password):
    def check(server, session, envelope, mechanism, data):
        known = isinstance(data, LoginPassword) and data == LoginPassword(user, password)
        return AuthResult(success=known, handled=False)  # unhandled: aiosmtpd answers 235 or 535
    return check


async def serve(options):
    folder = pathlib.Path(options.dir)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    handler = Handler(Maildir(folder / "mail" / "Maildir"))
    check = authenticator(options.user.encode(), (folder / "password").read_bytes().strip())

    def connection():
        return SMTP(handler, hostname="localhost", tls_context=context, require_starttls=True,
                    auth_required=True, authenticator=check, enable_SMTPUTF8=False,
                    data_size_limit=40 * 1024 * 1024)

    loop = asyncio.get_running_loop()
    server = await loop.create_server(connection, "127.0.0.1", options.port)
    stopped = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stopped.set)
    partial = folder / "port.new"
    partial.write_text(f"{server.sockets[0].getsockname()[1]}\n")
    partial.rename(folder / "port")
    await stopped.wait()
    server.close()


parser = argparse.ArgumentParser()
parser.add_argument("--dir", required=True)
parser.add_argument("--port", type=int, default=0)
parser.add_argument("--user", required=True)
asyncio.run(serve(parser.parse_args()))
