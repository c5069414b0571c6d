"""Words and marks of an article, with their offsets."""

import re
from dataclasses import dataclass
from sys import intern

TOKEN = re.compile(
    r"@\w+|(?:[A-Z]\.[-‑]?)+[A-Z]\.|(?:Mr|Mrs|Ms|Dr|Sens?|Reps?|Gov|Gen|Lt|Col|Sgt|Capt|Prof|Rev|Hon|St|Jr|Sr|Det"
    r"|Insp|Maj|Adm|Sec|Supt|Atty|Pres|Messrs|Corp|Inc|Ltd|Co|Bros|Smt|Shri|Thiru|Tmt|Mme|Engr|Barr|Adv"
    r"|Brig|Cmdr|Cllr|Ven|Cpl|Md|Pvt|Cmdt|Const"
    r"|MRS?|MS|DR|SENS?|REPS?|GOV|GEN|LT|COL|SGT|CAPT|PROF|REV|HON|DET|INSP|MAJ|ADM|JR|SR)\.(?!\w)|[^\W\d_]\.(?=\s?[^\W\d_])(?<=[A-Z]\.)"
    r"|[$£€]?\d++(?:[.,:]\d++)*+%?+(?![-‑]?[^\W\d_])|\w+(?:[-’'‑]\w+)*|''|``|--+|\.{2,}|[^\w\s]"
)
POSSESSIVES = ("’s", "'s", "’", "'")
POSSESSIVE = re.compile(r"[’'](?:s)?$")


# not frozen, as to make one would take four times as long, and a long text has many
@dataclass(slots=True)
class Token:
    """A word or a mark: where it stands, its letters, and its lower-case form without a possessive.

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


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text[start:end]`; offsets are code points of the whole text."""
    found = []
    for match in TOKEN.finditer(text, start, end):
        # a word is kept once, however often it is used
        word = intern(match[0])
        bare = POSSESSIVE.sub("", word) if "’" in word or "'" in word else word
        found.append(Token(match.start(), len(word), word, intern(bare.lower())))
    return found
