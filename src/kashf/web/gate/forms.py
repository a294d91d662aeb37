"""What a form sends: parsed in memory, with the token that only a page of this session has, and answered by a redirect."""

from __future__ import annotations

import hmac
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, TypeVar

from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.datastructures import UploadFile
from starlette.formparsers import FormParser, MultiPartException, MultiPartParser
from starlette.requests import Request
from starlette.responses import RedirectResponse

from kashf.errors import NotAllowedError, UsageError
from kashf.web.gate.access import Pass
from kashf.web.gate.bodies import LIST_BYTES

#: Screens from which decisions are made; a form leads back to the one it stands on and to nowhere else.
_BACK: Final = re.compile(r"/(?:review|name|audit|screening)(?:\?[\x21-\x7e]*)?(?:#[a-z-]+)?")
_MOST_FIELDS: Final = 20

Model = TypeVar("Model", bound="Deed")


class Deed(BaseModel):
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
        fields: What it says, without the token.
        list: Bytes of a file that came with it.
        list_name: What its sender calls the file.
    """

    fields: Mapping[str, str]
    list: bytes = field(default=b"", repr=False)
    list_name: str = ""

    def parsed(self, model: type[Model]) -> Model:
        """Return the fields as a model.

        Raises:
            RequestValidationError: One is missing, unknown or out of range.
        """
        try:
            return model.model_validate(dict(self.fields))
        except ValidationError as error:
            raise RequestValidationError(error.errors()) from None


async def posted(request: Request) -> Posted:
    """Return what a form sent.

    Raises:
        NotAllowedError: It does not have the token of this session.
        UsageError: It is no form.
    """
    untrusted = await _parse(request)
    files = [value for value in untrusted.values() if isinstance(value, UploadFile)]
    content = await files[0].read() if files else b""
    for file in files:
        await file.close()
    texts = {key: value for key, value in untrusted.items() if isinstance(value, str)}
    visitor: Pass = request.app.state.visitor
    if not hmac.compare_digest(visitor.form_token.encode(), texts.pop("token", "").encode("utf-8", "replace")):
        raise NotAllowedError("this form is not of this session: open the page again and repeat what you decided; nothing was written down")
    return Posted(texts, content, (files[0].filename or "") if files else "")


def back_to(address: str) -> RedirectResponse:
    """Return the way back to a screen; an address that is none of ours leads to the queue."""
    return RedirectResponse(address if _BACK.fullmatch(address) else "/review", 303)


async def _parse(request: Request) -> dict[str, str | UploadFile]:
    kind = request.headers.get("content-type", "")
    try:
        if kind.startswith("multipart/form-data"):
            parser = MultiPartParser(request.headers, request.stream(), max_files=1, max_fields=_MOST_FIELDS)
            parser.spool_max_size = LIST_BYTES * 2  # More than can come, so that nothing is put into a temporary file.
            form = await parser.parse()
        elif kind.startswith("application/x-www-form-urlencoded"):
            form = await FormParser(request.headers, request.stream()).parse()
        else:
            raise UsageError("what was sent is no form")
    except MultiPartException as error:
        raise UsageError(f"what was sent is no form: {error.message}") from None
    if len(form.multi_items()) > _MOST_FIELDS:
        raise UsageError("what was sent has more fields than any form here")
    return dict(form.items())
