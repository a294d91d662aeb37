"""What mail programs make of the same exchange: what the writer said is told from what is quoted, whatever program wrote it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kashf.domain.document import Reason, Status
from kashf.ports.engines import Extract, Limits
from kashf.sandboxed.engines.charset import decode
from kashf.sandboxed.engines.mail.rfc822 import MailReader
from kashf.sandboxed.engines.webpage import WebPageReader
from tests.documents import source_of

OWN, QUOTED = "the answer is ours", "the question was theirs"
HTML = "Content-Type: text/html; charset=utf-8\n"


def _both(plain: str, html: str) -> str:
    parts = f"--x\nContent-Type: text/plain; charset=utf-8\n\n{plain}\n--x\n{HTML}\n{html}\n--x--"
    return f"MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=x\n\n{parts}"


_OUTLOOK_HEAD = (
    '<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class=MsoNormal><b>From:</b> R. '
    "&lt;r@lantern.example&gt;<br><b>Sent:</b> Monday, 5 May 2014<br><b>To:</b> Karim<br><b>Subject:</b> convoy</p></div>"
)
ANSWERS = {
    "gmail": _both(
        f"{OWN}\n\nOn Mon, May 5, 2014 at 8:00 AM R. <r@lantern.example> wrote:\n\n> {QUOTED}\n",
        f'<div dir="ltr">{OWN}</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Mon, May 5, 2014 at 8:00 AM R. '
        f'&lt;r@lantern.example&gt; wrote:<br></div><blockquote class="gmail_quote">{QUOTED}</blockquote></div>',
    ),
    "gmail in Arabic, HTML alone": (
        f'{HTML}\n<div dir="rtl">{OWN}</div><div class="gmail_quote">في الاثنين، ٥ مايو ٢٠١٤، ٨:٠٠ ص كتب رشيد:<br>{QUOTED}</div>'
    ),
    "outlook, HTML alone": f"{HTML}\n<p class=MsoNormal>{OWN}</p>{_OUTLOOK_HEAD}<p class=MsoNormal>{QUOTED}</p>",
    "outlook, plain": (
        f"\n{OWN}\n\n-----Original Message-----\nFrom: R. [mailto:r@lantern.example] \nSent: Monday, 5 May 2014\n\n{QUOTED}\n"
    ),
    "outlook on the web": (
        f'{HTML}\n<div>{OWN}</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> R.<br><b>Sent:</b> Monday'
        f"<br><b>To:</b> Karim<br><b>Subject:</b> convoy</div><div>{QUOTED}</div>"
    ),
    "outlook on a phone": f"\n{OWN}\n\nGet Outlook for Android\n________________________________\nFrom: R.\nSent: Monday\n\n{QUOTED}\n",
    "outlook in Arabic": f"\n{OWN}\n\nمن: رشيد شاهين\nتم الإرسال: الاثنين، ٥ أيار ٢٠١٤ ٠٨:٠٠ ص\nإلى: كريم\nالموضوع: القافلة\n\n{QUOTED}\n",
    "outlook in German": f"\n{OWN}\n\nVon: R.\nGesendet: Montag, 5. Mai 2014 08:00\nAn: Karim\nCc: Amal\nBetreff: Konvoi\n\n{QUOTED}\n",
    "outlook in Turkish": f"\n{OWN}\n\nKimden: R.\nGönderme Tarihi: 5 Mayıs 2014 Pazartesi\nKime: Karim\nKonu: konvoy\n\n{QUOTED}\n",
    "apple mail": f"\n{OWN}\n\n> On 5 May 2014, at 08:00, R. <r@lantern.example> wrote:\n> \n> {QUOTED}\n",
    "apple mail, HTML": (
        f'{HTML}\n<div>{OWN}</div><div><blockquote type="cite"><div>On 5 May 2014 R. wrote:</div><div>{QUOTED}</div></blockquote></div>'
    ),
    "iphone": f"\n{OWN}\n\nSent from my iPhone\n\n> On 5 May 2014, at 08:00, R. <r@lantern.example> wrote:\n>\n> {QUOTED}\n",
    "thunderbird, below": f"\nOn 05/05/2014 08:00, R. wrote:\n> {QUOTED}\n\n{OWN}\n",
    "thunderbird in French": f"\n{OWN}\n\nLe 05/05/2014 à 08:00, R. a écrit :\n> {QUOTED}\n",
    "thunderbird, HTML": (
        f"{HTML}"
        f'\n<p>{OWN}</p><div class="moz-cite-prefix">Am 05.05.2014 um 08:00 schrieb R.:</div><blockquote type="cite">{QUOTED}</blockquote>'
    ),
    "yahoo": (
        f'{HTML}\n<div>{OWN}</div><div class="yahoo_quoted"><div>On Monday, 5 May 2014, 08:00, R. wrote:</div><div>{QUOTED}</div></div>'
    ),
    "proton": f'{HTML}\n<div>{OWN}</div><div class="protonmail_quote">On Monday R. wrote:<br><blockquote>{QUOTED}</blockquote></div>',
    "blackberry": (
        f"\n{OWN}\nSent from my BlackBerry\n\n  Original Message  \nFrom: R.\nSent: Monday, 5 May 2014\nTo: Karim"
        f"\nSubject: convoy\n\n{QUOTED}\n"
    ),
    "notes": f"\n{OWN}\n\n----- Forwarded by Karim/HQ on 05/05/2014 08:00 -----\n\nFrom: R./HQ\n\n{QUOTED}\n",
    "gmail, sent on": (
        f"\n{OWN}\n\n---------- Forwarded message ---------\nFrom: R. <r@lantern.example>\nDate: Mon, 5 May 2014\n\n{QUOTED}\n"
    ),
    "apple mail, sent on": f"\n{OWN}\n\nBegin forwarded message:\n\nFrom: R.\nSubject: convoy\nDate: 5 May 2014\nTo: Karim\n\n{QUOTED}\n",
    "gmail in Turkish": f"\n{OWN}\n\nR. <r@lantern.example>, 5 May 2014 Pzt, 08:00 tarihinde şunu yazdı:\n\n> {QUOTED}\n",
    "a mailing list": f"\nOn Mon, May 05, 2014 at 08:00:00AM +0300, R. wrote:\n> {QUOTED}\n{OWN}\n_______\nlist@lantern.example\n",
}


def read(folder: Path, content: str) -> Extract:
    message = f"From: Karim <k@lantern.example>\nTo: R.\nSubject: Re: convoy\n{content}"
    return MailReader(decode, WebPageReader(decode).text).read(source_of(folder, message.encode(), "message/rfc822"), limits=Limits())


@pytest.mark.parametrize("program", ANSWERS)
def test_an_answer_is_told_from_what_it_quotes(program: str, tmp_path: Path) -> None:
    (page,) = read(tmp_path, ANSWERS[program]).pages
    quoted = "".join(page.text[mark.start : mark.end] for mark in page.marks)

    assert (1, 1) == (page.text.count(OWN), page.text.count(QUOTED))
    assert (True, False) == (QUOTED in quoted, OWN in quoted)


_REPORT = "MIME-Version: 1.0\nContent-Type: multipart/report; boundary=x\n\n"
OTHERS = {
    "a bounce": (
        f"{_REPORT}--x\n\nNot delivered.\n--x\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\nStatus: 5.1.1\n--x--",
        "Status: 5.1.1",
    ),
    "a read receipt": (
        f"{_REPORT}--x\n\nRead.\n--x\nContent-Type: message/disposition-notification\n\nDisposition: displayed\n--x--",
        "displayed",
    ),
    "an automatic answer": ("Auto-Submitted: auto-replied\n\nI am away until Sunday.\n", "away until Sunday"),
    "a scanner's mail": (
        "Content-Type: application/pdf; name=scan.pdf\nContent-Transfer-Encoding: base64\n\nJVBERi0=\n",
        "Subject: Re: convoy",
    ),
    "flowed text": ('Content-Type: text/plain; format=flowed; charset="utf-8"\n\nBring two \nlorries.\n', "Bring two"),
    "no blank line": ("Content-Type: text/plain", "Subject: Re: convoy"),
}


@pytest.mark.parametrize("kind", OTHERS)
def test_other_mail_says_what_it_says(kind: str, tmp_path: Path) -> None:
    content, words = OTHERS[kind]
    extract = read(tmp_path, content)

    assert words in extract.pages[0].text
    assert Status.DONE is extract.status


def test_an_address_of_exchange_is_kept_as_it_stands(tmp_path: Path) -> None:
    address = "/O=LANTERN/OU=EXCHANGE ADMINISTRATIVE GROUP/CN=RECIPIENTS/CN=AMAL"

    assert address in read(tmp_path, f"Cc: Amal <{address}>\n\ntext\n").metadata["cc"]


def test_an_encrypted_part_among_others_makes_the_mail_partial_and_the_rest_is_read(tmp_path: Path) -> None:
    sealed = "--x\nContent-Type: multipart/encrypted; protocol=application/pgp-encrypted; boundary=y\n\n--y\n\nxx\n--y--"
    extract = read(tmp_path, f"Content-Type: multipart/mixed; boundary=x\n\n--x\n\nto be read\n{sealed}\n--x--\n")

    assert (Reason.ENCRYPTED, True) == (extract.reason, "to be read" in extract.pages[0].text)
