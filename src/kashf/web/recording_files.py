"""Sound and film for the browser, from the case as they were received: a part at a time, by the type that their bytes tell."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Final

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from kashf.errors import NotFoundError
from kashf.show.transcription.playable import PLAYED, is_recording
from kashf.web.screens.params import InPath, ScreenParams, read_params

#: Where the bytes of a recording are.
RECORDING_PATH: Final = "/document/{document}/recording"
#: What is said of everything else, so that no browser makes anything of it.
_BYTES: Final = "application/octet-stream"


class RecordingParams(ScreenParams):
    """The bytes of a recording.

    Args:
        document: Id, or its beginning.
        save: Whether they are to be saved and not played.
    """

    document: InPath
    save: bool = False


def recording(request: Request) -> Response:
    """Send the part of a recording that was asked for, straight from the store; none of it is held in memory.

    Raises:
        NotFoundError: There is no such document, or it is neither sound nor film.
        BrokenCustodyError: Its bytes are missing.
    """
    params = read_params(RecordingParams, request)
    with ExitStack() as open_case:
        case = open_case.enter_context(request.app.state.openings.read())
        (found,) = case.view.records([case.view.resolve(params.document)])
        if not is_recording(found):
            raise NotFoundError(f"document {found.id[:12]} is no recording", code="no-recording", document=found.id[:12])
        path = open_case.enter_context(case.blobs.local(found.id))
        is_played = found.type in PLAYED and not params.save
        return FileResponse(
            path,
            media_type=found.type if found.type in PLAYED else _BYTES,
            filename=f"{found.id[:12]}.{PLAYED.get(found.type, 'bin')}",
            content_disposition_type="inline" if is_played else "attachment",
            background=BackgroundTask(open_case.pop_all().close),
        )
