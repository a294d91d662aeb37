"""What an address may say. An address is a screen's whole state, so a part that is misspelled is refused, not passed over."""

from __future__ import annotations

from typing import Annotated, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import Request

from kashf.errors import MalformedRequestError
from kashf.web.gate.posted_forms import malformed

Params = TypeVar("Params", bound="ScreenParams")

#: Pages and parts are small; larger numbers do not fit where they are looked up.
Number = Annotated[int, Field(ge=1, le=10_000_000)]
Query = Annotated[str, Field(max_length=10_000)]
Filter = Annotated[str, Field(max_length=500)]
#: What stands in the path itself.
InPath = Annotated[str, Field(max_length=500, exclude=True)]


class ScreenParams(BaseModel):
    """What every screen can be asked.

    Args:
        format: The page, or the same data for a program or a spreadsheet.
        lang: The interface's language; remembered.
    """

    model_config = ConfigDict(extra="forbid")

    format: Annotated[Literal["html", "json", "csv"], Field(exclude=True)] = "html"
    lang: Annotated[Literal["en", "ar", ""], Field(exclude=True)] = ""

    @property
    def is_whole(self) -> bool:
        """Whether all is asked for, as a file, and not one page of it."""
        return self.format != "html"

    def state(self) -> dict[str, str]:
        """Return what the address said behind its path, without what does not change what is seen."""
        said = (name for name, field in type(self).model_fields.items() if name in self.model_fields_set and not field.exclude)
        return {name: str(value) for name in said if (value := getattr(self, name)) is not None}


def read_params(params: type[Params], request: Request) -> Params:
    """Return what an address says.

    Raises:
        MalformedRequestError: A part of it is missing, unknown or out of range.
    """
    said = dict(request.query_params)
    if twice := said.keys() & request.path_params.keys():
        raise MalformedRequestError(sorted(twice))
    try:
        return params.model_validate({**said, **request.path_params})
    except ValidationError as error:
        raise malformed(error) from None
