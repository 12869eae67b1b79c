"""Asks addresses: politely, with patience, and never twice."""

from __future__ import annotations

import asyncio
import codecs
import datetime
import email.utils
import re
import ssl
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import aiohttp

from scripts.checks.external.answer import Answer, AnswerCache

_AGENT = "Mozilla/5.0 (compatible; qe-knowledge-base-link-check/1.0)"
_PERMANENT = (301, 308)
_REDIRECTS = (301, 302, 303, 307, 308)
_ROBOTS = (401, 403, 405, 406, 451, 999)
_NOT_FOUND_WORDS = re.compile(
    r"\b(?:404|page (?:not found|cannot be found|does not exist|no longer exists)|not found"
    r"|error 404)\b|找不到(?:網頁|頁面|此頁)|頁面不存在",
    re.IGNORECASE,
)
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>|<h1[^>]*>(.*?)</h1>", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True)
class Manners:
    """How the client behaves; tests shorten the times.

    Attributes:
        timeout: seconds for connecting, and between two pieces of an answer.
        whole: seconds for a whole answer.
        retries: further attempts after a fault that may pass.
        pause: seconds before the first further attempt; doubles each time.
        patience: longest `Retry-After` that is waited for, in seconds.
        per_host: addresses of one host asked at a time.
        gap: seconds between two requests to one host.
        at_once: requests in flight.
        hops: redirects followed.
        body: bytes read at most.
    """

    timeout: float = 20.0
    whole: float = 60.0
    retries: int = 2
    pause: float = 2.0
    patience: float = 60.0
    per_host: int = 2
    gap: float = 0.5
    at_once: int = 24
    hops: int = 8
    body: int = 65536


class LinkClient:
    """Asks many addresses."""

    def __init__(
        self, manners: Manners | None = None, verify: ssl.SSLContext | bool = True
    ) -> None:
        self.manners = manners or Manners()
        self._verify = verify
        self._hosts: defaultdict[str, asyncio.Semaphore] = defaultdict(
            lambda: asyncio.Semaphore(self.manners.per_host)
        )
        self._next: defaultdict[str, float] = defaultdict(float)

    async def ask_all(
        self, addresses: Iterable[str], cache: AnswerCache, told: Callable[[int, int], None]
    ) -> dict[str, Answer]:
        """Asks each address once.

        Args:
            addresses: without fragments.
            cache: answers that are still fresh are not asked again; new ones are put in.
            told: called with (done, all) after each answer.

        Returns:
            The answer of each address.
        """
        wanted = sorted(set(addresses))
        answers: dict[str, Answer] = {}
        connector = aiohttp.TCPConnector(limit=self.manners.at_once, ssl=self._verify)
        timeout = aiohttp.ClientTimeout(
            connect=self.manners.timeout, sock_read=self.manners.timeout
        )
        async with aiohttp.ClientSession(
            connector=connector, timeout=timeout, trust_env=True,
            headers={"User-Agent": _AGENT, "Accept": "text/html,*/*;q=0.8",
                     "Accept-Language": "en,zh-TW;q=0.8"},
        ) as session:  # fmt: skip

            async def one(address: str) -> None:
                answer = cache.get(address)
                if answer is None:
                    answer = await self._ask(session, address)
                    cache.put(address, answer)
                answers[address] = answer
                told(len(answers), len(wanted))

            await asyncio.gather(*(one(address) for address in wanted))
        return answers

    async def _ask(self, session: aiohttp.ClientSession, address: str) -> Answer:
        answer = Answer("unreachable", None, "never asked", "", time.time())
        pause = self.manners.pause
        for attempt in range(self.manners.retries + 1):
            try:
                answer, wait = await asyncio.wait_for(
                    self._follow(session, address), self.manners.whole
                )
            except TimeoutError:
                answer, wait = Answer("unreachable", None, "no answer in time"), None
            passing = answer.outcome in ("unreachable", "broken") or answer.status == 429
            if not passing or attempt == self.manners.retries:
                break
            if wait is not None and wait > self.manners.patience:
                break
            await asyncio.sleep(pause if wait is None else wait)
            pause *= 2
        return Answer(answer.outcome, answer.status, answer.detail, answer.moved_to, time.time())

    async def _follow(
        self, session: aiohttp.ClientSession, address: str
    ) -> tuple[Answer, float | None]:
        """Follows redirects; returns the answer and how long the server asked to wait."""
        seen = {address}
        current, permanent = address, True
        for _ in range(self.manners.hops):
            try:
                response, text = await self._request(session, current)
            except aiohttp.InvalidURL as error:
                return Answer("unreachable", None, f"no valid address ({error})"), None
            except (aiohttp.ClientError, TimeoutError, OSError) as error:
                # Before ValueError, which a certificate that fails is as well.
                return _failure(error), None
            except ValueError as error:
                return Answer("unreachable", None, f"no valid address ({error})"), None
            status = response.status
            if status in _REDIRECTS and "location" in response.headers:
                permanent = permanent and status in _PERMANENT
                current = urljoin(current, response.headers["location"])
                if current in seen:
                    return Answer("loop", status, f"redirects in a circle to {current}"), None
                seen.add(current)
                continue
            return self._judge(address, current, permanent, response, text)
        return Answer("loop", None, f"more than {self.manners.hops} redirects"), None

    def _judge(
        self, address: str, final: str, permanent: bool, response: aiohttp.ClientResponse, text: str
    ) -> tuple[Answer, float | None]:
        status = response.status
        wait = retry_after(response.headers.get("retry-after"))
        if status == 429:
            return Answer("refused", status, "too many requests"), wait
        if status in _ROBOTS:
            return Answer("refused", status, "does not talk to robots; look by hand"), None
        if status in (404, 410):
            return Answer("gone", status, "not found"), None
        if status >= 500:
            return Answer("broken", status, "server error"), wait
        if status >= 400:
            return Answer("gone", status, "refused the address"), None
        fault = soft_404(address, final, text)
        if fault:
            return Answer("soft-404", status, fault), None
        if final != address and permanent:
            return Answer("moved", status, "moved for good", final), None
        return Answer("ok", status, "" if final == address else f"leads to {final}"), None

    async def _request(
        self, session: aiohttp.ClientSession, address: str
    ) -> tuple[aiohttp.ClientResponse, str]:
        """HEAD first; GET where HEAD is refused, fails, or a page has to be read."""
        host = urlsplit(address).netloc
        async with self._hosts[host]:
            await self._wait_turn(host)
            response = await self._head(session, address)
            if response is not None and response.status in _REDIRECTS:
                return response, ""
            if (
                response is not None
                and response.status < 400
                and "html" not in response.content_type
            ):
                return response, ""
            await self._wait_turn(host)
            return await self._get(session, address)

    async def _head(
        self, session: aiohttp.ClientSession, address: str
    ) -> aiohttp.ClientResponse | None:
        """Returns None where the server does not answer HEAD but may answer GET."""
        try:
            async with session.head(address, allow_redirects=False) as response:
                return response
        except aiohttp.ClientConnectorError:
            raise
        except (aiohttp.ClientError, TimeoutError):
            return None

    async def _get(
        self, session: aiohttp.ClientSession, address: str
    ) -> tuple[aiohttp.ClientResponse, str]:
        async with session.get(address, allow_redirects=False) as response:
            data = await response.content.read(self.manners.body)
            while len(data) < self.manners.body and not response.content.at_eof():
                data += await response.content.read(self.manners.body - len(data))
            return response, data.decode(_charset(response), "replace")

    async def _wait_turn(self, host: str) -> None:
        now = time.monotonic()
        turn = max(now, self._next[host])
        self._next[host] = turn + self.manners.gap
        await asyncio.sleep(turn - now)


def _charset(response: aiohttp.ClientResponse) -> str:
    try:
        return codecs.lookup(response.charset or "utf-8").name
    except LookupError:
        return "utf-8"


def _failure(error: BaseException) -> Answer:
    if isinstance(error, aiohttp.ClientSSLError | aiohttp.ServerFingerprintMismatch):
        return Answer("tls", None, "the certificate or the encryption is not valid")
    if isinstance(error, TimeoutError):
        return Answer("unreachable", None, "no answer in time")
    if isinstance(error, aiohttp.ClientConnectorError):
        return Answer("unreachable", None, "no connection (name or server gone)")
    return Answer("unreachable", None, "the connection broke off")


def retry_after(value: str | None) -> float | None:
    """Returns the seconds that a `Retry-After` header asks for (RFC 9110, section 10.2.3)."""
    if not value:
        return None
    if value.strip().isdigit():
        return float(value)
    try:
        until = email.utils.parsedate_to_datetime(value)
    except ValueError:
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=datetime.UTC)
    return max(0.0, (until - datetime.datetime.now(datetime.UTC)).total_seconds())


def soft_404(address: str, final: str, text: str) -> str:
    """Returns why a page that answers 200 is probably not the page meant; empty if it is."""
    heads = " ".join(a or b for a, b in _TITLE.findall(text))
    if _NOT_FOUND_WORDS.search(re.sub(r"<[^>]*>", " ", heads)):
        return "answers 200, but its title says “not found”"
    asked, got = urlsplit(address), urlsplit(final)
    deep = asked.path.strip("/").count("/") >= 1
    if final != address and deep and got.path in ("", "/") and not got.query:
        return f"leads to the front page of {got.netloc}"
    return ""
