"""Another system that messages are posted to: it notes about whom each was, and when it came."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from socket import socket
from socketserver import BaseServer


class _Notes(BaseHTTPRequestHandler):
    """Notes each message in a file: a line each."""

    def __init__(self, request: socket, client: object, server: BaseServer, *, file: Path) -> None:
        self._file = file
        super().__init__(request, client, server)

    def do_POST(self) -> None:
        """Takes a message."""
        said = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        with self._file.open("a") as notes:
            notes.write(f"{said['person_id']} {time.time()}\n")
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@contextmanager
def receiving(file: Path) -> Iterator[str]:
    """Meanwhile messages are taken at the address that is given, and noted in the file."""
    file.touch()
    here, there = get_context("spawn").Pipe()
    process = get_context("spawn").Process(target=_receive, args=(file, there), daemon=True)
    process.start()
    try:
        yield f"http://127.0.0.1:{here.recv()}/messages"
    finally:
        process.terminate()
        process.join()


def posted(file: Path) -> dict[str, float]:
    """About whom messages came, and when the latest did."""
    lines = (line.split() for line in file.read_text().splitlines())
    return {said[0]: float(said[1]) for said in lines if len(said) == len(("who", "when"))}


def _receive(file: Path, port: Connection) -> None:
    with HTTPServer(("127.0.0.1", 0), partial(_Notes, file=file)) as server:
        port.send(server.server_port)
        server.serve_forever()
