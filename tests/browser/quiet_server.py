"""A server for tests and measurements that prints nothing about browsers that hang up."""

from __future__ import annotations

import sys
from http.server import ThreadingHTTPServer
from socket import socket


class QuietServer(ThreadingHTTPServer):
    """Answers each request in a thread. Prints every error but that a browser dropped a connection."""

    def handle_error(
        self, request: socket | tuple[bytes, socket], client_address: tuple[str, int] | str
    ) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)
