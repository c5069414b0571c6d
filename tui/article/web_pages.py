"""Whether a text is the source of a web page, or of a piece of one."""

import re

# What is said of a text that has tags and is no page.
NOTICE = "this looks like HTML; its tags are shown as text"
SAMPLE = 16 * 1024
OPENING = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html)\b", re.S | re.I
)
ENDS = re.compile(r"</(?:a|article|b|body|div|em|h[1-6]|head|i|li|p|section|span|strong|ul)>", re.I)
# A page, or a piece of one, begins with a tag and soon has some that end; other texts that have
# tags in them are about them, until there are many.
FEW, MANY = 2, 5
WRAPPED = re.compile(
    r"\s*<(article|body|div|h[1-6]|main|p|section|ul)\b[^<>]*>.*</\1>\s*", re.S | re.I
)


def is_page_source(text: str) -> bool:
    """Whether a text is HTML, by its beginning or by the tags that end near it."""
    start = text[:SAMPLE]
    if OPENING.match(start):
        return True
    if len(text) < SAMPLE and WRAPPED.fullmatch(text):
        return True
    ends = sum(1 for _ in ENDS.finditer(start))
    return ends >= (FEW if start.lstrip().startswith("<") else MANY)
