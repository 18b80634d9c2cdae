"""Another system that messages are posted to, on loopback: it keeps what it got and answers as it is told."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass
class PostBox:
    """What it got, and with what status it answers: each of ``answers`` once, then 200."""

    url: str = ""
    got: list[tuple[dict[str, str], bytes]] = field(default_factory=list)
    answers: list[int] = field(default_factory=list)


@contextmanager
def post_box() -> Iterator[PostBox]:
    """One that listens while it is used."""
    box = PostBox()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            box.got.append((dict(self.headers), body))
            self.send_response(box.answers.pop(0) if box.answers else 200)
            self.send_header("Location", f"{box.url}elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    box.url = f"http://127.0.0.1:{server.server_address[1]}/told?from=riskflag"
    listening = Thread(target=server.serve_forever, args=(0.01,))
    listening.start()
    try:
        yield box
    finally:
        server.shutdown()
        listening.join()
        server.server_close()
