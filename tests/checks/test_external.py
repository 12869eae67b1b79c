"""External links, against a server of our own that plays every fault."""

from __future__ import annotations

import asyncio
import datetime
import json
import socket
import ssl
import threading
import time
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from scripts.checks.external.answer import BAD_FOR, GOOD_FOR, Answer, AnswerCache
from scripts.checks.external.client import LinkClient, Manners, retry_after
from scripts.checks.external.report import issue_report
from scripts.checks.external.run import check_external
from scripts.content.knowledge_base import load_with_problems

FAST = Manners(timeout=0.4, whole=1.2, retries=1, pause=0.01, patience=1.0, gap=0.0)
CERTIFICATE = Path(__file__).with_name("self_signed.pem")


class _Player(BaseHTTPRequestHandler):
    """Plays the fault that the path names."""

    protocol_version = "HTTP/1.1"
    asked: ClassVar[Counter[tuple[str, str]]] = Counter()
    together = 0
    most_together = 0
    lock = threading.Lock()

    def do_HEAD(self) -> None:
        self._play(body=False)

    def do_GET(self) -> None:
        self._play(body=True)

    def _play(self, *, body: bool) -> None:
        with self.lock:
            self.asked[self.command, self.path] += 1
            type(self).together += 1
            type(self).most_together = max(self.most_together, self.together)
        try:
            getattr(self, "at_" + self.path.strip("/").split("/")[0].replace("-", "_"))(body)
        except (BrokenPipeError, ConnectionResetError):
            pass
        finally:
            with self.lock:
                type(self).together -= 1

    def answer(
        self, status: int, body: bool, text: str = "<title>A page</title>", **headers: str
    ) -> None:
        data = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        if body:
            self.wfile.write(data)

    def at_good(self, body: bool) -> None:
        self.answer(200, body)

    def at_gone(self, body: bool) -> None:
        self.answer(404, body)

    def at_removed(self, body: bool) -> None:
        self.answer(410, body)

    def at_forbidden(self, body: bool) -> None:
        self.answer(403, body)

    def at_broken(self, body: bool) -> None:
        self.answer(500, body)

    def at_no_gateway(self, body: bool) -> None:
        self.answer(502, body)

    def at_recovers(self, body: bool) -> None:
        times = self.asked["HEAD", self.path]
        self.answer(503 if times < 2 else 200, body)

    def at_busy(self, body: bool) -> None:
        self.answer(429, body, Retry_After="0" if self.asked["HEAD", self.path] < 2 else "9999")

    def at_no_head(self, body: bool) -> None:
        self.answer(200 if body else 405, body)

    def at_moved(self, body: bool) -> None:
        self.answer(301, body, Location="/good/new")

    def at_moved_308(self, body: bool) -> None:
        self.answer(308, body, Location="/good/new")

    def at_for_now(self, body: bool) -> None:
        self.answer(302, body, Location="/good/elsewhere")

    def at_circle(self, body: bool) -> None:
        self.answer(302, body, Location="/circle/b" if self.path.endswith("a") else "/circle/a")

    def at_endless(self, body: bool) -> None:
        number = int(self.path.rsplit("/", 1)[1])
        self.answer(302, body, Location=f"/endless/{number + 1}")

    def at_soft(self, body: bool) -> None:
        self.answer(200, body, "<title>404 Page not found</title>")

    def at_about_404(self, body: bool) -> None:
        self.answer(
            200, body, "<title>Papers</title><p>the error 404, page not found, explained</p>"
        )

    def at_deep(self, body: bool) -> None:
        self.answer(301, body, Location="/")

    def at_(self, body: bool) -> None:
        self.answer(200, body, "<title>Home</title>")

    def at_silent(self, body: bool) -> None:
        time.sleep(0.8)

    def at_slow_body(self, body: bool) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "1000000")
        self.end_headers()
        if body:
            for _ in range(20):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.2)

    def at_reset(self, body: bool) -> None:
        linger = b"\1\0\0\0\0\0\0\0"
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.connection.close()

    def at_odd_charset(self, body: bool) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=no-such-charset")
        self.send_header("Content-Length", "2")
        self.end_headers()
        if body:
            self.wfile.write(b"\xff\xfe")

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[str]:
    """Address of the playing server."""
    _Player.asked.clear()
    _Player.most_together = 0
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), _Player)
    thread = threading.Thread(target=httpd.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{httpd.server_address[1]}"
    httpd.shutdown()
    httpd.server_close()


def _ask(
    *addresses: str, cache: AnswerCache | None = None, manners: Manners = FAST
) -> dict[str, Answer]:
    store = cache or AnswerCache(Path("/nonexistent/cache.json"))
    return asyncio.run(LinkClient(manners).ask_all(addresses, store, lambda done, total: None))


# At least two addresses at fault for each outcome; the good ones look like one that is at fault.
OUTCOMES: list[tuple[str, str, int | None]] = [
    ("/good/x", "ok", 200),
    ("/gone/x", "gone", 404),
    ("/removed/x", "gone", 410),
    ("/forbidden/x", "refused", 403),
    ("/broken/x", "broken", 500),
    ("/no-gateway/x", "broken", 502),
    ("/recovers/x", "ok", 200),
    ("/busy/x", "refused", 429),
    ("/no-head/x", "ok", 200),
    ("/moved/x", "moved", 200),
    ("/moved-308/x", "moved", 200),
    ("/for-now/x", "ok", 200),
    ("/circle/a", "loop", 302),
    ("/endless/1", "loop", None),
    ("/soft/x", "soft-404", 200),
    ("/about-404/x", "ok", 200),
    ("/deep/a/b", "soft-404", 200),
    ("/silent/x", "unreachable", None),
    ("/slow-body/x", "unreachable", None),
    ("/reset/x", "unreachable", None),
    ("/odd-charset/x", "ok", 200),
]


@pytest.mark.parametrize(("path", "outcome", "status"), OUTCOMES)
def test_each_fault_has_its_outcome(
    server: str, path: str, outcome: str, status: int | None
) -> None:
    answer = _ask(server + path)[server + path]
    assert (answer.outcome, answer.status) == (outcome, status), answer


def test_new_address_of_a_permanent_redirect_is_told(server: str) -> None:
    assert _ask(f"{server}/moved/x")[f"{server}/moved/x"].moved_to == f"{server}/good/new"


def test_head_is_enough_for_a_file_and_get_follows_where_head_fails(server: str) -> None:
    _ask(f"{server}/no-head/x")
    assert _Player.asked["GET", "/no-head/x"] == 1


def test_retry_after_is_respected_and_not_for_hours(server: str) -> None:
    _ask(f"{server}/busy/x")
    # The first answer asks for 0 seconds, the second for 9,999: nobody waits for that.
    assert _Player.asked["HEAD", "/busy/x"] == 2


@pytest.mark.parametrize(
    ("value", "seconds"), [("7", 7.0), ("", None), ("soon", None), (None, None)]
)
def test_retry_after_header(value: str | None, seconds: float | None) -> None:
    assert retry_after(value) == seconds


def test_retry_after_as_a_date() -> None:
    then = datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=90)
    seconds = retry_after(then.strftime("%a, %d %b %Y %H:%M:%S GMT"))
    assert seconds is not None and 60 < seconds <= 91


def test_no_server_and_no_name() -> None:
    closed = socket.socket()
    closed.bind(("127.0.0.1", 0))
    port = closed.getsockname()[1]
    closed.close()
    addresses = (f"http://127.0.0.1:{port}/", "http://no-such-host.invalid/", "http://[::bad/")
    assert {answer.outcome for answer in _ask(*addresses).values()} == {"unreachable"}


TLS_FAULTS = 2  # in the two tests below


def test_server_that_speaks_no_tls(server: str) -> None:
    address = server.replace("http://", "https://") + "/good/x"
    assert _ask(address)[address].outcome == "tls"


def test_certificate_that_nobody_vouches_for() -> None:
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), _Player)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    httpd.socket = context.wrap_socket(httpd.socket, server_side=True)
    threading.Thread(target=httpd.serve_forever, args=(0.01,), daemon=True).start()
    address = f"https://127.0.0.1:{httpd.server_address[1]}/good/x"
    try:
        assert _ask(address)[address].outcome == "tls"
    finally:
        httpd.shutdown()
        httpd.server_close()


def test_one_host_is_not_overrun(server: str) -> None:
    _ask(*(f"{server}/good/{number}" for number in range(30)))
    assert 1 <= _Player.most_together <= FAST.per_host


def test_cache_saves_the_second_asking(server: str, tmp_path: Path) -> None:
    file = tmp_path / "cache.json"
    address = f"{server}/good/x"
    cache = AnswerCache(file)
    _ask(address, cache=cache)
    cache.save()
    asked = sum(_Player.asked.values())
    answers = _ask(address, cache=AnswerCache(file))
    assert answers[address].outcome == "ok"
    assert sum(_Player.asked.values()) == asked


def test_cache_forgets_bad_answers_sooner(tmp_path: Path) -> None:
    cache = AnswerCache(tmp_path / "cache.json")
    cache.put("good", Answer("ok", 200, asked=1000.0))
    cache.put("bad", Answer("gone", 404, asked=1000.0))
    later = 1000.0 + BAD_FOR + 1
    assert cache.get("good", later) is not None
    assert cache.get("bad", later) is None
    assert cache.get("good", 1000.0 + GOOD_FOR + 1) is None


@pytest.mark.parametrize("text", ["", "{", "[]", '{"a": 1}', '{"a": {"x": 1}}'])
def test_a_spoilt_cache_is_no_cache(tmp_path: Path, text: str) -> None:
    file = tmp_path / "cache.json"
    file.write_text(text, encoding="utf-8")
    assert AnswerCache(file).get("a") is None


@pytest.fixture
def content(tmp_path: Path, server: str) -> Path:
    """A page with a good, a gone, an ignored and a twice-used address."""
    for language in ("zh-TW", "en"):
        folder = tmp_path / "docs" / language
        folder.mkdir(parents=True)
        (folder / "index.md").write_text(
            "---\ntitle: T\ndescription: D.\nkind: home\nreviewed: 2026-11-23\n---\n\n"
            f"See [a]({server}/good/a), [b]({server}/gone/b#part) and [c]({server}/forbidden/c).\n",
            encoding="utf-8",
        )
    data = tmp_path / "docs" / "data"
    data.mkdir()
    (data / "checks.yml").write_text(
        f"ignore:\n  - {{address: '{server}/forbidden/*', reason: looked at by hand}}\n",
        encoding="utf-8",
    )
    (data / "sources.yml").write_text(
        "- id: x-2020\n  institution: {zh-TW: 甲, en: A}\n  title: T\n  date: 2020-01-01\n"
        f"  kind: research\n  language: en\n  url: {server}/moved/y\n  url_kind: seen\n",
        encoding="utf-8",
    )
    return tmp_path


def test_findings_name_file_line_and_column(content: Path, server: str) -> None:
    kb, problems = load_with_problems(content)
    found = check_external(kb, problems, client=LinkClient(FAST))
    places = {(f.path, f.line, f.column, f.rule) for f in found}
    column = f"See [a]({server}/good/a), [b](".__len__() + 1
    assert places == {
        ("docs/zh-TW/index.md", 8, column, "KB801"),
        ("docs/en/index.md", 8, column, "KB801"),
        ("docs/data/sources.yml", 7, 8, "KB805"),
    }
    assert _Player.asked["HEAD", "/gone/b"] == 1  # asked once, though it stands twice
    assert not any("forbidden" in path for _, path in _Player.asked)
    assert any("/good/new" in finding.message for finding in found)
    assert json.loads((content / ".cache" / "external-links.json").read_text(encoding="utf-8"))


def test_report_lists_each_address_with_its_places(content: Path, server: str) -> None:
    report = content / "report.md"
    kb, problems = load_with_problems(content)
    check_external(kb, problems, report=report, client=LinkClient(FAST))
    text = report.read_text(encoding="utf-8")
    assert f"- [ ] <{server}/gone/b> (404)" in text
    assert text.count("docs/en/index.md:8") == 1
    assert "## KB805" in text


def test_report_without_faults() -> None:
    assert issue_report({"a": Answer("ok", 200)}, {"a": []}) == "1 addresses asked, 1 are well.\n"


def test_report_fits_into_an_issue_and_repeats_no_markup() -> None:
    said = Answer("gone", 404, "gone `@all` [x](https://example.org)")
    addresses = [f"https://example.org/{number}" for number in range(2000)]
    places = {address: [("docs/en/index.md", 1, 1, 1)] for address in addresses}
    text = issue_report(dict.fromkeys(addresses, said), places)
    assert "`gone '@all' [x](https://example.org)`" in text
    assert len(text) < 65_536
    assert text.rstrip().endswith("shows the rest.")
