"""The table of contents of a book in EPUB: which title it gives to which place."""

import posixpath
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from tui.article.epub_chapter import EPUB_TYPE, parsed_page
from tui.article.packed_files import PackedFiles, inner_path


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table: its title, the file it leads to, the place there, and how deep it is."""

    title: str
    file: str
    place: str
    depth: int


def entries(
    files: PackedFiles, folder: str, items: Sequence[etree._Element], ncx: str | None
) -> tuple[Entry, ...]:
    """The lines of a book's table of contents; none where it has no table that can be read.

    `folder` is that of the package, `items` what its manifest names, `ncx` the one of them that is
    the table of EPUB 2.
    """
    for item in items:
        if "nav" in (item.get("properties") or "").split() and (
            found := _read(files, folder, item, _nav_entries)
        ):
            return found
    for item in items:
        is_table = item.get("id") == ncx or item.get("media-type") == "application/x-dtbncx+xml"
        if is_table and (found := _read(files, folder, item, _ncx_entries)):
            return found
    return ()


_Found = Iterator[tuple[str, str, int]]
"""Titles, addresses and depths."""


def _read(
    files: PackedFiles,
    folder: str,
    item: etree._Element,
    found_in: Callable[[etree._Element], _Found],
) -> tuple[Entry, ...]:
    table = inner_path(folder, item.get("href") or "")
    if table is None or table not in files:
        return ()
    try:
        root = parsed_page(files.read(table))
    except ValueError:
        return ()  # a book can be read without one
    made = list[Entry]()
    for title, address, depth in found_in(root):
        page, _, place = address.partition("#")
        file = inner_path(posixpath.dirname(table), page) if page else table
        if title and file is not None:
            made.append(Entry(title, file, unquote(place), depth))
    return tuple(made)


def _nav_entries(root: etree._Element) -> _Found:
    for nav in root.iter("{*}nav"):
        if (nav.get(EPUB_TYPE) or nav.get("epub:type") or "toc") != "toc":
            continue
        for link in nav.iter("{*}a"):
            depth = sum(1 for _ in link.iterancestors("{*}ol"))
            yield _title(link), link.get("href") or "", depth
        return


def _ncx_entries(root: etree._Element) -> _Found:
    for point in root.iter("{*}navPoint"):
        label, content = point.find("{*}navLabel"), point.find("{*}content")
        if label is not None and content is not None:
            depth = sum(1 for _ in point.iterancestors("{*}navPoint"))
            yield _title(label), content.get("src") or "", depth


def _title(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split())
