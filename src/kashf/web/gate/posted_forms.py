"""What a form sends: parsed in memory, with the token that only a page of this session has, and answered by a redirect."""

from __future__ import annotations

import hmac
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.datastructures import UploadFile
from starlette.formparsers import FormParser, MultiPartException, MultiPartParser
from starlette.requests import Request
from starlette.responses import RedirectResponse

from kashf.errors import MalformedRequestError, NotAllowedError, UsageError
from kashf.web.gate.access import Pass
from kashf.web.gate.size_limit import LIST_FORM_BYTES

#: An address within kashf: the path of a screen, what it is asked, and a part of its page.
_BACK: Final = re.compile(r"(?P<path>/[a-z]*(?:/(?:[0-9a-f]{64}|[0-9a-f]{12}))*)(?:\?[\x21-\x7e]*)?(?:#[a-z0-9-]+)?")
#: A document, or a family of forms, in such a path, and where one stands in the path of a screen.
_DOCUMENT: Final = re.compile(r"/(?:[0-9a-f]{64}|[0-9a-f]{12}|\{\w+\})")
_MOST_FIELDS: Final = 120

Model = TypeVar("Model", bound="ActionForm")


class ActionForm(BaseModel):
    """What every form says.

    Args:
        back: The screen it stands on, where its sender goes on.
    """

    model_config = ConfigDict(extra="forbid")

    back: str = "/review"


@dataclass(frozen=True, slots=True)
class Posted:
    """A form that came from a page of this session.

    Args:
        fields: What it says, without the token; of a file that came with it, its bytes and its name as `list` and `list_name`.
    """

    fields: Mapping[str, str | bytes] = field(repr=False)

    def parsed(self, model: type[Model]) -> Model:
        """Return the fields as a model.

        Raises:
            MalformedRequestError: One is missing, unknown or out of range.
        """
        try:
            return model.model_validate(dict(self.fields))
        except ValidationError as error:
            raise malformed(error) from None


async def posted(request: Request) -> Posted:
    """Return what a form sent.

    Raises:
        NotAllowedError: It does not have the token of this session.
        UsageError: It is no form.
    """
    untrusted = await _parse(request)
    texts = {key: value for key, value in untrusted.items() if isinstance(value, str)}
    uploaded: dict[str, str | bytes] = {}
    for file in untrusted.values():
        if isinstance(file, UploadFile):
            uploaded = {"list": await file.read(), "list_name": file.filename or ""}
            await file.close()
    visitor: Pass = request.app.state.visitor
    if not hmac.compare_digest(visitor.form_token.encode(), texts.pop("token", "").encode("utf-8", "replace")):
        raise NotAllowedError(
            "this form is not of this session: open the page again and repeat what you decided; nothing was written down",
            code="other-session",
        )
    return Posted({**texts, **uploaded})


def malformed(error: ValidationError) -> MalformedRequestError:
    """Return which parts of an address or a form are wrong, without what they were."""
    return MalformedRequestError(sorted({str(fault["loc"][0]) for fault in error.errors()}))


def back_to(address: str, paths: Collection[str]) -> RedirectResponse:
    """Return the way back to one of the screens at `paths`; an address that is none of them leads to the queue."""
    known = _BACK.fullmatch(address)
    shapes = {_DOCUMENT.sub("/{}", path) for path in paths}
    return RedirectResponse(address if known and _DOCUMENT.sub("/{}", known["path"]) in shapes else "/review", 303)


async def _parse(request: Request) -> dict[str, str | UploadFile]:
    kind = request.headers.get("content-type", "")
    try:
        if kind.startswith("multipart/form-data"):
            parser = MultiPartParser(request.headers, request.stream(), max_files=1, max_fields=_MOST_FIELDS)
            parser.spool_max_size = LIST_FORM_BYTES * 2  # More than can come, so that nothing is put into a temporary file.
            form = await parser.parse()
        elif kind.startswith("application/x-www-form-urlencoded"):
            form = await FormParser(request.headers, request.stream()).parse()
        else:
            raise UsageError("malformed form", code="malformed-form")
    except MultiPartException as error:
        raise UsageError(f"malformed form: {error.message}", code="malformed-form") from None
    if len(form.multi_items()) > _MOST_FIELDS:
        raise UsageError("malformed form: too many fields", code="malformed-form")
    return _by_name(form.multi_items())


def _by_name(items: Iterable[tuple[str, str | UploadFile]]) -> dict[str, str | UploadFile]:
    """Return what each field says; of a field that comes several times, as boxes that are ticked do, each on a line of its own."""
    found: dict[str, str | UploadFile] = {}
    for key, value in items:
        before = found.get(key)
        found[key] = f"{before}\n{value}" if isinstance(before, str) and isinstance(value, str) else value
    return found
