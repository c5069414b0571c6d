"""Bad input: what strangers, broken programs and accidents hand to a reader of articles.

Each case writes its file afresh. At scale 1 the large ones are as large as they get.
"""

import os
import random
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.bad_documents import DOCUMENTS
from tests.bad_pages import BadDocument
from tests.bad_text import ESCAPES, NAMES, SENTENCE, STRANGE, VOICE, article

EITHER: Final = ""


@dataclass(frozen=True, slots=True)
class BadInput:
    """A file, a device or the like. `make(folder, scale)` puts it into a folder and gives the
    source to name; `said` are words of the one line that tells why it cannot be read, None where
    it is an article, whose voice is VOICE, EITHER where it may be either.
    """

    name: str
    make: Callable[[Path, float], str]
    said: str | None = None


def _file(name: str, content: bytes | str) -> Callable[[Path, float], str]:
    def make(folder: Path, scale: float) -> str:
        path = folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    return make


def _large(parts: Callable[[float], Iterator[str]]) -> Callable[[Path, float], str]:
    def make(folder: Path, scale: float) -> str:
        path = folder / "large.txt"
        with path.open("w", encoding="utf-8") as file:
            file.writelines(parts(scale))
        return str(path)

    return make


def _one_line(scale: float) -> Iterator[str]:
    yield f"{SENTENCE} " * round(5_000_000 / len(SENTENCE.encode()) * scale)


def _without_space(scale: float) -> Iterator[str]:
    yield f"{SENTENCE}\n\n"
    yield "x" * round(5_000_000 * scale)


def _without_a_stop(scale: float) -> Iterator[str]:
    yield f"{SENTENCE}\n\n"
    yield "and the ferry said that it goes where Bo Sand wants, " * round(60_000 * scale)


def _unclosed(mark: str) -> Callable[[float], Iterator[str]]:
    def parts(scale: float) -> Iterator[str]:
        yield f"{SENTENCE}\n\n"
        for i in range(round(100_000 * scale)):
            yield f"{mark}It goes on, Bo Sand said. " + ("\n\n" if i % 50 == 0 else "")

    return parts


def _only_marks(scale: float) -> Iterator[str]:
    yield f"{SENTENCE}\n\n"
    yield "“‘\"'«" * round(20_000 * scale)


def _speakers(scale: float) -> Iterator[str]:
    yield f"{SENTENCE}\n\n"
    first, last = ("Ada Bo Ida Olu Piet Nora".split(), "falk sand lind rask mer holt".split())
    for i in range(round(50_000 * scale)):
        a, b, c = i % 6, i // 6 % 6, i // 36
        ending = "".join("aeiouy"[int(digit, 36) % 6] + "ntrls"[c % 5] for digit in f"{c:x}")
        yield f"“It is number {i} now,” said {first[a]} {last[b].capitalize()}{ending}.\n\n"


def _turns(scale: float) -> Iterator[str]:
    yield f"{VOICE.upper()}: It stays.\n\n"
    for i in range(round(50_000 * scale)):
        yield f"SPEAKER {i}: This is what I say, and no more.\n\n"


def _numbers(scale: float) -> Iterator[str]:
    digits = "9" * round(10_000 * max(scale, 0.5))
    yield f"{SENTENCE}\n\n{digits}. An item\n\n{digits}) Another\n\nIn {digits} Bo Sand, {digits},"
    yield f" said that {digits} per cent of ${digits} is “{digits}”. The {digits}-year-old said so."
    yield f"\n\nPage {digits}\n\n٣{'٣' * len(digits)} ²{'²' * 50} \n\n{digits}:{digits} {digits}\n"


def _short_lines(scale: float) -> Iterator[str]:
    yield f"{SENTENCE}\n\n"
    for i in range(round(1_000_000 * scale)):
        yield f"{i % 10}\n\n"


def _line_ends(scale: float) -> Iterator[str]:
    yield SENTENCE
    yield "\n" * round(20_000_000 * scale)
    yield SENTENCE


def _huge(scale: float) -> Iterator[str]:
    paragraph = f"{SENTENCE}\n\n"
    for _ in range(200):
        yield paragraph * round(1_000_000 * scale / len(paragraph.encode()))


def _sparse(folder: Path, scale: float) -> str:
    path = folder / "sparse.txt"
    with path.open("wb") as file:
        file.truncate(2**40)
    return str(path)


def _fifo(folder: Path, scale: float) -> str:
    path = folder / "pipe.txt"
    os.mkfifo(path)
    return str(path)


def _written_fifo(folder: Path, scale: float) -> str:
    source = _fifo(folder, scale)

    def write() -> None:
        with Path(source).open("w", encoding="utf-8") as file:
            file.write(SENTENCE)

    threading.Thread(target=write, daemon=True).start()
    return source


def _link_to(target: str) -> Callable[[Path, float], str]:
    def make(folder: Path, scale: float) -> str:
        path = folder / "link.txt"
        path.symlink_to(target)
        return str(path)

    return make


def _vanished(folder: Path, scale: float) -> str:
    return str(folder / "gone.txt")


def _folder(folder: Path, scale: float) -> str:
    path = folder / "folder.txt"
    path.mkdir()
    return str(path)


def _inside_a_file(folder: Path, scale: float) -> str:
    (folder / "file.txt").write_text(SENTENCE, encoding="utf-8")
    return str(folder / "file.txt" / "more.txt")


def _unreadable(folder: Path, scale: float) -> str:
    path = folder / "private.txt"
    path.write_text(SENTENCE, encoding="utf-8")
    path.chmod(0)
    return str(path)


def _random_bytes() -> bytes:
    return random.Random(7).randbytes(50_000)


def _texts() -> Iterator[BadInput]:
    for i, (name, odd) in enumerate([*ESCAPES.items(), *STRANGE.items()]):
        yield BadInput(name, _file(f"text{i}.txt", article(name, odd)))
    for name, file in NAMES.items():
        yield BadInput(name, _file(file, article(name, "")))


def _encodings() -> Iterator[BadInput]:
    text = article("é", "café “é”")
    sevens = bytes(range(0x80, 0xA0))
    for name, data in {
        "C1 bytes": article("x", "@").encode("latin-1", "replace").replace(b"@", sevens),
        "bytes that are no UTF-8": text.encode() + b"\xff\xfe\xc3\x28\xed\xa0\x80\xf8\x88 end",
        "UTF-8 that is too long": text.encode() + b"\xc0\x80\xc0\xae\xe0\x80\x9b[5;41m",
        "UTF-8 that is cut off": f"{text} “".encode()[:-1],
        "UTF-16": text.encode("utf-16"),
        "UTF-16 that is cut off": text.encode("utf-16")[:-1],
        "UTF-16 with half pairs": text.encode("utf-16") + b"\x00\xd8\x00\xd8A\x00\x00\xdc",
        "UTF-16 of escape sequences": f"\ufeff{article('x', ESCAPES['a title'])}".encode(
            "utf-16-be"
        ),
        "UTF-32": text.encode("utf-32"),
        "UTF-7": b"+ADw-script+AD4- " + text.encode(),
        "two marks of order": b"\xef\xbb\xbf\xff\xfe" + text.encode(),
        "ISO 2022": b"\x1b$B$3$l\x1b(B " + text.encode(),
        "some NULs": text.encode().replace(b"old", b"o\0ld"),
    }.items():
        yield BadInput(name, _file("encoded.txt", data))
    for name, data in {
        "nothing but NULs": bytes(100_000),
        "random bytes": _random_bytes(),
        "a program": b"\x7fELF" + _random_bytes(),
        "a picture": b"\x89PNG\r\n\x1a\n" + _random_bytes(),
        "an endless gzip": b"\x1f\x8b\x08" + _random_bytes(),
        "half a zip": b"PK\x03\x04" + _random_bytes(),
        "nothing": b"",
        "nothing but space": b" \n\t\r\n\x0c" * 1000,
        "nothing but marks of order": b"\xef\xbb\xbf" * 10,
        "nothing but what is not seen": "\u200b\u2060\ufeff\x1b[5;41m\n".encode() * 100,
    }.items():
        said = "no text" if name.startswith("nothing") and "NUL" not in name else ""
        yield BadInput(name, _file("binary.txt", data), said)


def _larges() -> Iterator[BadInput]:
    yield BadInput("one line of 5 MB", _large(_one_line))
    yield BadInput("5 MB without a space", _large(_without_space))
    yield BadInput("3 MB without a stop", _large(_without_a_stop))
    yield BadInput("100,000 unclosed marks", _large(_unclosed("“")))
    yield BadInput("100,000 unclosed straight marks", _large(_unclosed('"')))
    yield BadInput("100,000 marks alone", _large(_only_marks))
    yield BadInput("50,000 speakers", _large(_speakers))
    yield BadInput("50,000 speakers in turns", _large(_turns))
    yield BadInput("numbers of 10,000 digits", _large(_numbers))
    yield BadInput("a million lines", _large(_short_lines))
    yield BadInput("20 million line ends", _large(_line_ends))
    yield BadInput("200 MB of text", _large(_huge), EITHER)


def _files() -> Iterator[BadInput]:
    yield BadInput("a file of a terabyte", _sparse, "larger than")
    yield BadInput("a folder with an article's name", _folder, "no articles in it")
    yield BadInput("a pipe that nobody writes to", _fifo, "nobody writes to it")
    yield BadInput("a pipe", _written_fifo)
    for device in ("zero", "null", "full", "random", "tty"):
        yield BadInput(f"/dev/{device}", _link_to(f"/dev/{device}"), "not a regular file")
    yield BadInput("a link to itself", _link_to("link.txt"), "symbolic links")
    yield BadInput("a link to nothing", _link_to("nowhere"), "no such file")
    yield BadInput("a file that is gone", _vanished, "no such file")
    yield BadInput("a file within a file", _inside_a_file, "not a directory")
    yield BadInput("a name that is too long", lambda _f, _s: "x" * 5000, "name too long")
    yield BadInput("a name with a NUL", lambda _f, _s: "a\0b", "not a file name")
    yield BadInput("no name", lambda _f, _s: "", "no name is given")
    if os.geteuid() != 0:  # nothing is closed to root
        yield BadInput("a file that is closed to us", _unreadable, "permission denied")


def _document(document: BadDocument) -> Callable[[Path, float], str]:
    def make(folder: Path, scale: float) -> str:
        path = folder / document.file
        path.write_bytes(document.made(scale))
        return str(path)

    return make


def _documents() -> Iterator[BadInput]:
    for document in DOCUMENTS:
        yield BadInput(document.name, _document(document), document.said)


CORPUS: Final = (*_texts(), *_encodings(), *_larges(), *_files(), *_documents())
