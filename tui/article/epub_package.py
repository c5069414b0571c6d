"""The package of a book in EPUB: the files of its text in order, and what it is called."""

import posixpath
from dataclasses import dataclass
from typing import Final

from lxml import etree

from tui.article.epub_chapter import strict_parser
from tui.article.epub_contents import Entry, entries
from tui.article.packed_files import PackedFiles, inner_path

_CONTAINER: Final = "META-INF/container.xml"
_ENCRYPTION: Final = "META-INF/encryption.xml"
_PAGES: Final = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})
# Fonts that are only mixed up, which locks nothing.
_MIXED_FONTS: Final = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
_MOST_CHAPTERS: Final = 5_000
# What a reader passes over: it tells of the book, not in it.
NO_CHAPTERS: Final = frozenset(
    """copyright-page cover doc-cover doc-toc imprint index landmarks loi lot page-list title-page
    titlepage toc""".split()
)


@dataclass(frozen=True, slots=True)
class Book:
    """What the package of a book tells of it."""

    files: PackedFiles
    title: str | None
    author: str | None
    date: str | None
    order: tuple[str, ...]  # the files of its text
    passed: frozenset[str]  # those that are a cover or a table of contents
    entries: tuple[Entry, ...]


def read_package(files: PackedFiles) -> Book:
    """The package of a book. Raises ValueError where it is damaged or locked."""
    package = _package_file(files)
    root = _xml(files, package)
    folder = posixpath.dirname(package)
    items = {item.get("id"): item for item in root.iter("{*}item")}
    spine = root.find(".//{*}spine")
    if spine is None:
        raise ValueError("it is damaged: it does not tell the order of its chapters")
    order, passed = list[str](), set[str]()
    for reference in spine.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        file = inner_path(folder, item.get("href") or "") if item is not None else None
        if item is None or file is None or item.get("media-type") not in _PAGES:
            continue
        if file in files and file not in order:
            order.append(file)
            if "nav" in (item.get("properties") or "").split():
                passed.add(file)
    if not order:
        raise ValueError("it is damaged: its chapters are not in it")
    if len(order) > _MOST_CHAPTERS:
        raise ValueError(f"it has more than {_MOST_CHAPTERS} chapters")
    if _is_locked(files, frozenset(order)):
        raise ValueError("it is locked by whoever sold it (DRM)")
    for guide in root.iter("{*}reference"):
        target = inner_path(folder, (guide.get("href") or "").partition("#")[0])
        if target and (guide.get("type") or "").lower() in NO_CHAPTERS:
            passed.add(target)
    return Book(
        files,
        title=_told(root, "title"),
        author=_author(root),
        date=(_told(root, "date") or "")[:10] or None,
        order=tuple(order),
        passed=frozenset(passed),
        entries=entries(files, folder, list(items.values()), spine.get("toc")),
    )


def _package_file(files: PackedFiles) -> str:
    for told in _xml(files, _CONTAINER).iter("{*}rootfile"):
        path = inner_path("", told.get("full-path") or "")
        if path is not None and path in files:
            return path
    raise ValueError("it is damaged: it does not tell where its text is")


def _xml(files: PackedFiles, name: str) -> etree._Element:
    try:
        return etree.fromstring(files.read(name), strict_parser())
    except (KeyError, etree.XMLSyntaxError):
        raise ValueError(f"it is damaged: {posixpath.basename(name)} cannot be read") from None


def _is_locked(files: PackedFiles, order: frozenset[str]) -> bool:
    """Whether the text is encrypted, and not only a font."""
    if _ENCRYPTION not in files:
        return False
    for data in _xml(files, _ENCRYPTION).iter("{*}EncryptedData"):
        method = data.find("{*}EncryptionMethod")
        if method is not None and method.get("Algorithm") in _MIXED_FONTS:
            continue
        for reference in data.iter("{*}CipherReference"):
            if inner_path("", reference.get("URI") or "") in order:
                return True
    return False


def _told(root: etree._Element, name: str) -> str | None:
    found = root.find(f".//{{http://purl.org/dc/elements/1.1/}}{name}")
    text = " ".join("".join(found.itertext()).split()) if found is not None else ""
    return text if text and text.casefold() not in ("unknown", "untitled", "utf-8") else None


def _author(root: etree._Element) -> str | None:
    names = list[str]()
    for found in root.iter("{http://purl.org/dc/elements/1.1/}creator"):
        name = " ".join("".join(found.itertext()).split())
        if name and name.casefold() != "unknown" and name not in names:
            names.append(name)
    return " and ".join(names) or None
