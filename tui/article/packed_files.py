"""A zip archive -> the files in it, within what a document may hold."""

import io
import posixpath
import re
import zipfile
import zlib
from typing import Final
from urllib.parse import unquote

LARGEST: Final = 256 * 1024 * 1024
_MOST_FILES: Final = 20_000
_MOST_TIMES: Final = 200
"""So many times its packed size no document has: what is larger is made to fill memories."""
_SMALL: Final = 16 * 1024 * 1024
_DAMAGED: Final = "it is damaged, or packed in a way that cannot be read"


def archive_of(data: bytes) -> zipfile.ZipFile:
    """An archive, of which nothing is unpacked yet. Raises ValueError where it is none."""
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise ValueError(_DAMAGED) from None


class PackedFiles:
    """The files of an archive by their names."""

    def __init__(self, data: bytes) -> None:
        """Look at what an archive says of itself. Raises ValueError where it is none, or a bomb."""
        self._archive = archive_of(data)
        told = self._archive.infolist()
        unpacked = sum(info.file_size for info in told)
        if len(told) > _MOST_FILES or unpacked > LARGEST:
            raise ValueError(f"unpacked it is larger than {LARGEST // 2**20} MB")
        if unpacked > max(_SMALL, _MOST_TIMES * len(data)):
            raise ValueError("it unpacks to far more than a document holds")
        self._names = {info.filename: info for info in told}

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def read(self, name: str) -> bytes:
        """One file. Raises KeyError where there is none, ValueError where it cannot be unpacked."""
        info = self._names[name]
        if info.flag_bits & 1:
            raise ValueError("it is locked with a password")
        try:
            return self._archive.read(info)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError):
            raise ValueError(_DAMAGED) from None


def inner_path(folder: str, address: str) -> str | None:
    """The file of the archive that an address in a folder of it names, None where it is outside."""
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", address):
        return None
    path = posixpath.normpath(posixpath.join(folder, unquote(address)))
    return None if path.startswith(("../", "/")) or path in ("..", ".") else path
