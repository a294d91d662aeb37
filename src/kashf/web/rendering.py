"""Templates: every value is escaped, names are isolated, and each page knows its language, its nonce and its own address."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import Response

from kashf.domain.left_out import MoreIn
from kashf.language.identifiers.spoken_digests import spoken
from kashf.language.words.visible import visible_name, visible_text
from kashf.show.error_words import error_words
from kashf.show.explain import explain
from kashf.show.heads.head_code import page_code
from kashf.show.left_out_words import left_out_items
from kashf.show.wording import LANGUAGES, Wording, wording

#: A year, for the choice of language only.
LANGUAGE_SECONDS: Final = 365 * 24 * 3600
LANGUAGE_COOKIE: Final = "kashf_language"
_SPACES: Final = re.compile(r"\s+")
#: The ending of a file's name, where it follows something.
_ENDING: Final = re.compile(r"(?<=.)\.[A-Za-z0-9]{1,8}$")


def name(untrusted_name: str) -> Markup:
    """Return a name from the case, isolated from the text around it and with nothing misleading in it."""
    return Markup("<bdi>{}</bdi>").format(visible_name(untrusted_name))


def with_isolates(words: str) -> Markup:
    """Return words in which names were isolated for plain text (`isolate`), so that a page isolates them; all else is escaped."""
    return Markup(str(escape(words)).replace("\u2068", "<bdi>").replace("\u2069", "</bdi>"))  # noqa: S704 - escaped before our tags come in


def file_name(untrusted_path: str) -> Markup:
    """Return the last part of a path. Its ending is isolated, so that no mixture of directions can move it from the end."""
    return Markup('<bdi dir="ltr">{}</bdi>').format(_part(untrusted_path.rstrip("/").rpartition("/")[2] or untrusted_path))


def whole_path(untrusted_path: str) -> Markup:
    """Return a path whose parts stand from left to right, each in its own direction; it may break after a stroke."""
    *folders, last = untrusted_path.split("/")
    parts = [Markup("<bdi>{}</bdi>/<wbr>").format(visible_name(folder)) if folder else Markup("/") for folder in folders]
    return Markup('<bdi dir="ltr" class="path">{}{}</bdi>').format(Markup("").join(parts), _part(last))


def near_path(untrusted_path: str, folders: int = 2) -> Markup:
    """Return the last folders of a path, for lists; the file's name stands above it and the whole path on its own page."""
    above = untrusted_path.split("/")[:-1]
    shortened = "/".join(("…", *above[-folders:])) if len(above) > folders + 1 else "/".join(above)
    return whole_path(shortened + "/") if above else Markup("")


def plain_name(untrusted_path: str) -> str:
    """Return the last part of a path as plain text, for titles of windows."""
    return visible_name(untrusted_path.rstrip("/").rpartition("/")[2] or untrusted_path)


def flat(untrusted_text: str) -> str:
    """Return text on one line, with a space wherever there was any; a quote goes on from its words without a gap of its own."""
    return _SPACES.sub(" ", untrusted_text)


def unix_lines(untrusted_text: str) -> str:
    """Return text whose lines end as they do on a screen; the stored text, by which a place is cited, is not touched."""
    return untrusted_text.replace("\r\n", "\n")


def one_line(untrusted_name: str) -> str:
    """Return a name without line ends: it may have been written over two lines of a document."""
    return " ".join(untrusted_name.split())


def _part(untrusted_name: str) -> Markup:
    ending = _ENDING.search(untrusted_name)
    stem = untrusted_name[: ending.start()] if ending else untrusted_name
    shown = Markup("<bdi>{}</bdi>").format(visible_name(stem))
    return shown + Markup('<bdi dir="ltr" class="ending">{}</bdi>').format(ending[0]) if ending else shown


def address(path: str, **parameters: object) -> str:
    """Return an address within kashf; parameters that are None, empty or False are left out."""
    pairs = [(key, value) for key, value in parameters.items() if value not in (None, "", False, ())]
    return f"{path}?{urlencode(pairs, doseq=True, errors='replace')}" if pairs else path


#: Where the list of what an answer leaves out is, by what it is.
_LISTS: Final = {
    "waiting": address("/documents", status="waiting"),
    "failed": address("/documents", status="failed"),
    "partial": address("/documents", status="partial"),
    "unsure_pages": address("/documents", apart="unsure"),
    "without_text": address("/documents", apart="textless"),
    "set_aside": address("/receipts"),
}


def left_out_list(what: str, search: State | None) -> str:
    """Return where what an answer leaves out is listed, "" where it is nowhere.

    Args:
        what: As `left_out_items` names it.
        search: The search it was left out of, which can be made again with it; None for another answer.
    """
    if search and what in {MoreIn.PASSED_OVER, MoreIn.QUOTED, MoreIn.UNSURE}:
        return search.address(asides=1, page="")
    if search and what == MoreIn.UNDATED and search.kept(("since", "until", "month")):
        return search.address(undated=1, since="", until="", month="", page="")
    return _LISTS.get(what, "")


@dataclass(frozen=True, slots=True)
class QueryFault:
    """A query cut at the place of its fault: what stands before, the character there, and what follows."""

    before: str
    at: str
    after: str


def fault_in(query: str, position: int | None) -> QueryFault | None:
    """Return a query cut at `position`, so that the fault can be shown; beyond its end, a mark stands for what is missing."""
    if position is None:
        return None
    return QueryFault(query[:position], query[position : position + 1] or "…", query[position + 1 :])


@dataclass(frozen=True, slots=True)
class State:
    """A screen's whole state: its address, from which the addresses of its neighbours are made.

    Args:
        path: Of the screen.
        parameters: What the address says, but for format and language, which are no part of what is seen.
    """

    path: str
    parameters: Mapping[str, str]

    @classmethod
    def of(cls, request: Request) -> State:
        """Return the state that a request asks for."""
        kept = {key: value for key, value in request.query_params.items() if key not in {"format", "lang"}}
        return cls(request.url.path, kept)

    def address(self, **changes: object) -> str:
        """Return the address with some parameters changed; those that become None, empty or False are left out."""
        return address(self.path, **{**self.parameters, **changes})

    def kept(self, names: Sequence[str]) -> tuple[tuple[str, str], ...]:
        """Return those of the named parameters that are set, for the hidden fields of a form."""
        return tuple((name, self.parameters[name]) for name in names if self.parameters.get(name))


def _finalize(value: object) -> object:
    """Make what is misleading visible in every value that a template writes, before it is escaped."""
    return visible_text(value) if isinstance(value, str) and not isinstance(value, Markup) else value


_ENVIRONMENT: Final = Environment(
    loader=PackageLoader("kashf.web"),
    autoescape=True,
    finalize=_finalize,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_ENVIRONMENT.filters.update(one_line=one_line, flat=flat, lines=unix_lines, with_isolates=with_isolates, spoken=spoken)
_ENVIRONMENT.filters.update(name=name, file_name=file_name, whole_path=whole_path, near_path=near_path, plain_name=plain_name)
_ENVIRONMENT.globals.update(
    address=address, explain=explain, error_words=error_words, left_out_items=left_out_items, left_out_list=left_out_list, code_of=page_code
)


def language_of(request: Request) -> Wording:
    """Return the interface's language: as the address says, else as it was chosen before, else as the browser prefers."""
    chosen = request.query_params.get("lang", "")
    remembered = request.cookies.get(LANGUAGE_COOKIE, "")
    preferred = request.headers.get("accept-language", "")[:2].lower()
    return wording(next((code for code in (chosen, remembered, preferred) if code in LANGUAGES), "en"))


def is_live(request: Request) -> bool:
    """Return whether a script on the search screen asks for a part of it, to put in place of what is there."""
    return "hx-request" in request.headers and "hx-history-restore-request" not in request.headers


def render(request: Request, template: str, values: Mapping[str, object], *, status: int = 200) -> Response:
    """Return a page, or a picture made of words where the template is one.

    Args:
        request: Whose language, nonce and address the page takes.
        template: File in templates/.
        values: What the template shows; text in it is escaped there.
        status: HTTP status.
    """
    say = language_of(request)
    page = _ENVIRONMENT.get_template(template)
    state = request.app.state
    html = page.render(
        say=say,
        nonce=request.state.nonce,
        here=request.url.path,
        state=State.of(request),
        other_language=_in_other_language(request, say),
        case_name=state.case_name,
        form_token=state.visitor.form_token,
        navigation=state.navigation,
        at_work=state.visitor.at_work,
        made=state.visitor.made[-1] if state.visitor.made else None,
        **values,
    )
    response = Response(html, status, media_type="image/svg+xml" if template.endswith(".svg") else "text/html")
    if request.query_params.get("lang") in LANGUAGES:
        response.set_cookie(LANGUAGE_COOKIE, say.code, max_age=LANGUAGE_SECONDS, httponly=True, samesite="strict", path="/")
    return response


def _in_other_language(request: Request, say: Wording) -> str:
    """Return the address of this page in the other language."""
    other = "en" if say.code == "ar" else "ar"
    kept = [(key, value) for key, value in request.query_params.multi_items() if key != "lang"]
    return f"{request.url.path}?{urlencode([*kept, ('lang', other)], errors='replace')}"
