"""What each answer means, as rules."""

from __future__ import annotations

from typing import ClassVar

from scripts.checks.external.answer import Outcome
from scripts.checks.rule import Rule


class ExternalRule(Rule):
    """A fault of an external address; found by asking, so it has no example in a page.

    Attributes:
        outcome: what the client made of the answer.
        bad_answer: an answer that means so, for the list of rules.
    """

    outcome: ClassVar[Outcome]
    bad_answer: ClassVar[str]


class Gone(ExternalRule):
    """404 or 410."""

    id = "KB801"
    name = "external page is gone"
    outcome = "gone"
    bad_answer = "404 Not Found"
    reason = "The reader cannot check the statement; look for the new address or an archived copy."


class Broken(ExternalRule):
    """500 and above."""

    id = "KB802"
    name = "external server fails"
    severity = "warning"
    outcome = "broken"
    bad_answer = "500 Internal Server Error"
    reason = "It may pass; if it stays for weeks, the page is gone."


class Unreachable(ExternalRule):
    """No answer at all."""

    id = "KB803"
    name = "external server cannot be reached"
    outcome = "unreachable"
    bad_answer = "no answer"
    reason = "The name no longer exists, the server is off, or it breaks off."


class BadTls(ExternalRule):
    """The certificate is not valid."""

    id = "KB804"
    name = "certificate of an external server is not valid"
    outcome = "tls"
    bad_answer = "certificate expired"
    reason = "Browsers warn readers away from such a page."


class Moved(ExternalRule):
    """A permanent redirect."""

    id = "KB805"
    name = "external page has moved for good"
    severity = "warning"
    outcome = "moved"
    bad_answer = "301 https://example.org/new"
    reason = "The redirect will go one day; the new address is known now."


class Loop(ExternalRule):
    """Redirects in a circle."""

    id = "KB806"
    name = "external page redirects without end"
    outcome = "loop"
    bad_answer = "302 https://example.org/"
    reason = "Browsers give up."


class SoftNotFound(ExternalRule):
    """200 with “not found” on the page."""

    id = "KB807"
    name = "external page answers, but says “not found”"
    severity = "warning"
    outcome = "soft-404"
    bad_answer = "200 OK, “Page not found”"
    reason = "The server hides that the page is gone."


class Refused(ExternalRule):
    """403, 429 and their kin."""

    id = "KB808"
    name = "external server does not talk to robots"
    severity = "warning"
    outcome = "refused"
    bad_answer = "403 Forbidden"
    reason = "Look by hand once, then list the address under `ignore` with the reason."


RULES: tuple[ExternalRule, ...] = (
    Gone(),
    Broken(),
    Unreachable(),
    BadTls(),
    Moved(),
    Loop(),
    SoftNotFound(),
    Refused(),
)
