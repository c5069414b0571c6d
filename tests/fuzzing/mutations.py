"""A document -> one that is damaged, or made by somebody who means ill."""

import email
import email.policy
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from email import base64mime
from email.message import Message
from random import Random
from typing import Final

LARGEST: Final = 1 << 20
"""No document gets larger: what is slow at this size is slow."""
_STREAM: Final = re.compile(rb"(?<=stream\n|tream\r\n)(.*?)(?=\r?\nendstream)", re.S)
_NUMBER: Final = re.compile(rb"\d+")
_NAMED: Final = re.compile(rb"/[A-Za-z]\w*|</?\w[\w:-]*|\b[\w-]+=|^[\w-]+:|&#?\w+;", re.M)
_NUMBERS: Final = tuple(
    number.encode()
    for number in (
        *"0 1 -1 00 0x41 255 65536 2147483648 9223372036854775808 -2147483648".split(),
        *"0.5 1e38 1e999 nan inf ٣".split(),
        "1" + "0" * 40,
        "9" * 9999,
    )
)
_HOSTILE: Final = tuple(
    token.encode("utf-8", "surrogatepass")
    for token in (
        "\0", "\x1b[2J", "\x1b]52;c;aGk=\x07", "\x1b]0;", "\x90", "\x9b31m", "\u202e", "\u2066",
        "\u200b", "\u0301" * 40, "\ufeff", "\u2028", "\ud800", "\r", "\r\n\r\n", "\n\n", "\t",
        "\x0c", "“", "”", '"', "'", "«", "„", "“" * 50, "(", ")", "[", "]", "<", ">", "<<", ">>",
        "{{", "}}", "&", "&amp;", "&#0;", "&#x110000;", "&#55296;", "&nope;", "&a;", "<!--",
        "-->", "<![CDATA[", "]]>", "<?xml version='1.0' encoding='utf-7'?>",
        '<!DOCTYPE a [<!ENTITY a "&b;&b;">]>',
        '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>', "<meta charset=utf-16>",
        "<script>", "</script>", "<style>", "<pre>", "<p>", "</p>", "<table>",
        "<td colspan=99999>", "<article>", "</body>", "<svg>", "<template>", "<br>" * 30,
        "<div>" * 300, "<i>" * 300, "Content-Type: text/html; charset=rot13\n",
        "Content-Transfer-Encoding: x-uuencode\n", "Content-Type: multipart/mixed; boundary=\n",
        "Subject: =?utf-8?B?////?=\n", "=?utf-8?Q?=0A=1B?=", "=", "=3D=\n",
        "From a@b Mon Jan  1 00:00:00 1900\n", "From \n", "00:00:01.000 --> 99:99:99.999", "-->",
        "WEBVTT\n", "NOTE\n", "<v >", "<v a.b c>", "{\\an8}", "---\n", "---\ntitle: [\n",
        "```\n", "> " * 90, "- " * 90, "# ", "[a](", "![", "|-|-|\n", "***", "endstream",
        "endobj", "stream\n", "obj", "1 0 R", "/Length 0", "/Filter /LZWDecode",
        "/Filter [/FlateDecode/FlateDecode/FlateDecode]", "/Kids [1 0 R]", "/Parent 1 0 R", "BT",
        "ET", "Tj", "q " * 200, "1 0 0 1 1e30 1e30 cm", "0 Tf", "<FEFF>", "%%EOF", "/Rotate 45",
        "/Encrypt 1 0 R", "<w:p>", "</w:p>", "<w:del>", "<w:tbl>", "<w:numId w:val='9'/>",
        "../../../etc/passwd", "file:///", "http://127.0.0.1/", "//", "#", "%00", "%", "Q: ",
        "A: ", "By ", " — ", "said",
    )
)  # fmt: skip

Change = Callable[[bytes, Random], bytes]


def mutated(data: bytes, chance: Random, others: Sequence[bytes] = ()) -> bytes:
    """The document with one to some ten changes; `others` are what may be spliced into it.

    The same `chance` makes the same document.
    """
    if chance.random() < 0.6:
        for inside in (_in_packed, _in_streams, _in_mail):
            changed = inside(data, chance)
            if changed is not None:
                return changed[:LARGEST]
    if others and chance.random() < 0.05:
        other = chance.choice(others)
        at = chance.randrange(len(data) + 1)
        return (data[:at] + other[chance.randrange(len(other) + 1) :])[:LARGEST]
    return _changed(data, chance)[:LARGEST]


def _changed(data: bytes, chance: Random) -> bytes:
    """Some bytes, with changes that know nothing of what they are."""
    for _ in range(chance.choice((1, 1, 2, 3, 10))):
        data = chance.choice(_CHANGES)(data, chance)
    return data


def _place(data: bytes, chance: Random, most: int = 400) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.randint(1, chance.choice((2, 20, most))))


def _flipped(data: bytes, chance: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 4, 30)) if data else 0):
        changed[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _cut(data: bytes, chance: Random) -> bytes:
    start, end = _place(data, chance)
    return data[:start] if chance.random() < 0.1 else data[:start] + data[end:]


def _doubled(data: bytes, chance: Random) -> bytes:
    start, end = _place(data, chance)
    times = chance.choice((2, 2, 3, 50, 2000))
    times = min(times, 1 + 200_000 // (end - start + 1))
    return data[:start] + data[start:end] * times + data[end:]


def _moved(data: bytes, chance: Random) -> bytes:
    start, end = _place(data, chance)
    rest = data[:start] + data[end:]
    at = chance.randrange(len(rest) + 1)
    return rest[:at] + data[start:end] + rest[at:]


def _given(data: bytes, chance: Random) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(_HOSTILE) * chance.choice((1, 1, 1, 3, 500)) + data[at:]


def _counted(data: bytes, chance: Random) -> bytes:
    return _replaced(data, chance, _NUMBER, chance.choice(_NUMBERS))


def _renamed(data: bytes, chance: Random) -> bytes:
    names = _NAMED.findall(data)
    return _replaced(data, chance, _NAMED, chance.choice(names)) if names else data


def _replaced(data: bytes, chance: Random, what: re.Pattern[bytes], by: bytes) -> bytes:
    found = list(what.finditer(data))
    if not found:
        return data
    start, end = chance.choice(found).span()
    return data[:start] + by + data[end:]


_CHANGES: Final[Sequence[Change]] = (
    _flipped, _cut, _doubled, _moved, _given, _given, _counted, _counted, _renamed, _renamed,
)  # fmt: skip


def _in_packed(data: bytes, chance: Random) -> bytes | None:
    """A packed file with a change in one of its files, or with one more, fewer or twice."""
    if not data.startswith(b"PK"):
        return None
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        files = [(name, packed.read(name)) for name in packed.namelist()]
    at = chance.randrange(len(files))
    name, inside = files[at]
    how = chance.random()
    if how < 0.85:
        files[at] = name, _changed(inside, chance)
    elif how < 0.9:
        del files[at]
    elif how < 0.95:
        files[at] = chance.choice((name.upper(), f"../{name}", f"/{name}", name * 9)), inside
    else:
        files.append((f"{name}{chance.choice(('', '/', '.bak'))}", _changed(inside, chance)))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        known = set[str]()
        for name, inside in files:
            if name not in known:
                packed.writestr(name, inside)
            known.add(name)
    return made.getvalue()


def _in_streams(data: bytes, chance: Random) -> bytes | None:
    """A PDF file with a change within one of its packed streams."""
    if b"%PDF-" not in data[:1024]:
        return None
    found = list(_STREAM.finditer(data))
    if not found:
        return None
    start, end = chance.choice(found).span()
    try:
        stream = zlib.compress(_changed(zlib.decompress(data[start:end]), chance))
    except zlib.error:
        stream = _changed(data[start:end], chance)
    head = data[:start]
    length = head.rfind(b"/Length ")
    if length > head.rfind(b"endobj"):
        said = re.compile(rb"/Length \d+(?! \d+ R)").match(head, length)
        if said is not None:
            head = head[:length] + b"/Length %d" % len(stream) + head[said.end() :]
    return head + stream + data[end:]


def _in_mail(data: bytes, chance: Random) -> bytes | None:
    """A message with a change within what one of its parts encodes."""
    if b"MIME-Version:" not in data[:4096] and b"Content-Type:" not in data[:4096]:
        return None
    message: Message = email.message_from_bytes(data, policy=email.policy.compat32)
    parts = [part for part in message.walk() if not part.is_multipart()]
    part = chance.choice(parts)
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload:
        return None
    inside = _changed(payload, chance)
    del part["Content-Transfer-Encoding"]
    part["Content-Transfer-Encoding"] = "base64"
    part.set_payload(base64mime.body_encode(inside))
    return message.as_bytes()
