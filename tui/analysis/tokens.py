"""Words and marks of an article, with their offsets."""

import re
from dataclasses import dataclass
from functools import lru_cache
from sys import intern

from tui.analysis.acronyms import LIKE_PRONOUNS, is_acronym
from tui.article.model import Span

TOKEN = re.compile(
    # most words and marks are plain, and found at once: what is left is looked at more closely
    r"[a-z]++(?![-’'‑\w])|[A-Z][a-z]*+(?![-’'‑\w.])|[,;:!?“”()]"
    r"|@\w+|(?:[A-Z]\.[-‑]?)+[A-Z]\.|(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Del|Ald|Gov|Gen|Lt|Col|Sgt|Capt|Prof|Rev|Hon|St|Jr|Sr|Det"
    r"|Insp|Maj|Adm|Sec|Supt|Atty|Pres|Messrs|Corp|Inc|Ltd|Co|Bros|Smt|Shri|Thiru|Tmt|Mme|Engr|Barr|Adv"
    r"|Brig|Cmdr|Cllr|Coun|Ven|Cpl|Md|Pvt|Cmdt|Const"
    r"|MRS?|MS|DR|SENS?|REPS?|GOV|GEN|LT|COL|SGT|CAPT|PROF|REV|HON|DET|INSP|MAJ|ADM|JR|SR)\.(?!\w)|[^\W\d_]\.(?=\s?[^\W\d_])(?<=[A-Z]\.)"
    r"|[$£€]?\d++(?:[.,:]\d++)*+%?+(?![-‑]?[^\W\d_]|[’']s\b)|\w+(?:[-’'‑]\w+)*|''|``|--+|\.{2,}|[^\w\s]"
)
POSSESSIVES = ("’s", "'s", "’", "'")
POSSESSIVE = re.compile(r"[’'](?:s)?$")
# An article's sentences are walked through more than once; those of a book are too many to keep.
MOST_STRETCHES = 1_000
# So many words' forms are kept.
MOST_FORMS = 20_000
_forms: dict[str, tuple[str, str]] = {}


# not frozen, as to make one would take four times as long, and a long text has many
@dataclass(slots=True)
class Token:
    """A word or a mark: where it stands, its letters, and its lower-case form without a possessive.

    Of an acronym with the letters of a pronoun `low` keeps the capitals: `US`, `WHO`, `IT`.
    Kept by its length, a small number that Python has but once, as a long text has many tokens.
    """

    start: int
    length: int
    text: str
    low: str

    @property
    def end(self) -> int:
        """The offset behind its last character."""
        return self.start + self.length

    @property
    def bare_end(self) -> int:
        """The offset behind its last character, a possessive's ending left out."""
        found = POSSESSIVE.search(self.text)
        return self.end - (len(found[0]) if found else 0)

    @property
    def is_word(self) -> bool:
        """Whether it has letters or digits."""
        return self.text[0].isalnum() or self.text[0] in "@$£€"

    @property
    def is_capital(self) -> bool:
        """Whether it starts with a capital letter (or is an account's name)."""
        return self.text[0].isupper() or self.text[0] == "@"

    @property
    def is_possessive(self) -> bool:
        """Whether it ends in ’s or in a plural's apostrophe."""
        return self.text.endswith(POSSESSIVES)


@lru_cache(MOST_STRETCHES)
def tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of `text[start:end]`; offsets are code points of the whole text."""
    found = []
    known = _forms.get
    for match in TOKEN.finditer(text, start, end):
        written = match[0]
        word, low = known(written) or _form(written)
        if low in LIKE_PRONOUNS and not is_acronym(text, match.start(), match.start() + len(low)):
            low = low.lower()
        found.append(Token(match.start(), len(word), word, low))
    return tuple(found)


def _form(written: str) -> tuple[str, str]:
    """A word as it is kept, once however often it is used, and its lower-case form."""
    if len(_forms) >= MOST_FORMS:
        _forms.clear()
    bare = POSSESSIVE.sub("", written) if "’" in written or "'" in written else written
    low = bare if bare in LIKE_PRONOUNS else bare.lower()
    form = _forms[written] = intern(written), intern(low)
    return form


def lower_forms(text: str, span: Span) -> list[str]:
    """The lower-case forms of a stretch's words and marks."""
    return [token.low for token in tokens(text, *span)]
