"""A server says nothing of a browser that hangs up, and everything of an error of its own."""

from __future__ import annotations

import socket
import struct
from http.server import BaseHTTPRequestHandler
from threading import Thread

import pytest

from tests.browser.quiet_server import QuietServer


class LongAnswer(BaseHTTPRequestHandler):
    """Answers without end, until nobody listens any more."""

    def do_GET(self) -> None:
        while True:
            self.wfile.write(b"x" * 65_536)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        """A served request is no news."""


class WrongAnswer(LongAnswer):
    """Meets an error of its own."""

    def do_GET(self) -> None:
        raise ValueError("its own error")


def hang_up_on(handler: type[BaseHTTPRequestHandler]) -> None:
    """Ask a server, drop the connection when the answer begins, and wait until the server has ended."""
    server = QuietServer(("127.0.0.1", 0), handler)
    server.daemon_threads = False
    Thread(target=server.serve_forever).start()
    with socket.create_connection(("127.0.0.1", server.server_port)) as browser:
        browser.sendall(b"GET / HTTP/1.0\r\n\r\n")
        browser.recv(1)
        browser.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    server.shutdown()
    server.server_close()


def test_a_browser_that_hangs_up_is_no_news(capfd: pytest.CaptureFixture[str]):
    hang_up_on(LongAnswer)
    assert capfd.readouterr() == ("", "")


def test_an_error_of_the_server_is_printed(capfd: pytest.CaptureFixture[str]):
    hang_up_on(WrongAnswer)
    assert "ValueError: its own error" in capfd.readouterr().err
