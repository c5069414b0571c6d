"""Text from outside -> text that can be shown: nothing in it acts on a terminal or a program."""

import re

# Most articles hold nothing but such characters, which all stay as they are. All are of the basic
# plane: a class that reaches beyond it is many times slower to match.
HARMLESS = re.compile("[\n -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")


def clean(text: str) -> str:
    """The text with one kind of line end and without control characters. Idempotent, linear.

    Escape sequences and C0 and C1 controls, bidi overrides, zero-width characters (but the joiner
    of emoji), tags and lone surrogates are taken out; C1 characters that stand for Windows'
    quotation marks become these; tabs, and controls that part two words, become spaces; a storm of
    combining marks is cut at eight a letter. Every other character stays as it was.
    """
    if HARMLESS.fullmatch(text):
        return text
    from tui.article.control_characters import without_controls  # few texts need it

    return without_controls(text)


def clean_line(text: str) -> str:
    """The same for a title, a file name or a message: on one line, runs of space made one."""
    return " ".join(clean(text).split())
