"""Puts the banner of a page's faults into what the preview's server (WSGI) answers, not into the files."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from macros.content.problem import Problem, musts
from macros.render.templates import render

_ARTICLE, _BODY = re.compile(rb"<article\b[^>]*>"), re.compile(rb"<body\b[^>]*>")
# MkDocs' own mark of a draft.
_MARKER = re.compile(rb'<div class="mkdocs-draft-marker"[^>]*>DRAFT</div>')

Faults = Callable[[str], tuple[bool, Sequence[Problem]]]


def banner(draft: bool, problems: Sequence[Problem]) -> str:
    """HTML of the banner; "" when there is nothing to say."""
    if not draft and not problems:
        return ""
    must = [str(problem) for problem in musts(problems)]
    should = [str(problem) for problem in problems if problem.degree == "should"]
    return render("preview-banner/banner.html", draft=draft, musts=must, shoulds=should)


def with_banner(page: bytes, words: str) -> bytes:
    """A page of HTML with a banner at the top of its article, or of its body when it has none."""
    plain = _MARKER.sub(b"", page)
    place = _ARTICLE.search(plain) or _BODY.search(plain)
    end = place.end() if place else 0
    return plain[:end] + words.encode() + plain[end:]


class BannerServer:
    """A WSGI application around that of the preview; `faults` tells whether an address is a draft, and its
    faults.

    `latest` is the address of the page that was asked for last.
    """

    def __init__(self, inner: WSGIApplication, prefix: str, faults: Faults) -> None:
        self.inner, self.prefix, self.faults = inner, prefix, faults
        self.latest = ""

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answers one request."""
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "replace")
        if not path.endswith("/"):
            return self.inner(environ, start_response)
        answer: list[Any] = []

        def keep(status: str, headers: list[tuple[str, str]], *_: Any) -> Callable[[bytes], object]:
            answer[:] = [status, headers]
            return lambda _: None

        body = self.inner(environ, keep)
        page = b"".join(body)
        if close := getattr(body, "close", None):
            close()
        status, headers = answer
        self.latest = path.removeprefix(self.prefix)
        page = with_banner(page, banner(*self.faults(self.latest)))
        others = [(name, value) for name, value in headers if name.lower() != "content-length"]
        start_response(status, [*others, ("Content-Length", str(len(page)))])
        return [page]
