"""Texts that look like news, more or less, with what strangers may put into them."""

from hypothesis import strategies as st

MARKS = (
    ("“", "”"), ("“", "”"), ("“", "”"), ('"', '"'), ('"', '"'), ("‘", "’"), ("'", "'"),
    ("''", "''"), ("``", "''"), ("«", "»"), ("»", "«"), ("„", "“"), ("„", "”"), ("‹", "›"),
    ("‚", "‘"), ("“", ""), ("", "”"), ('"', ""), ("", ""), ("“‘", "’”"), ("“", "“"),
    ("”", "”"), ("『", "』"), ("(", ")"),
)  # fmt: skip
NAMES = """
Ada Falkmere|Piet Oduya|Falkmere|Oduya|Mr. Oduya|Dr Ada Falkmere|Mayor Falkmere|the mayor
she|he|they|it|Ostrand|the port authority|the Harbour Watch|officials
a spokesman for the Harbour Watch|MEPs|who|I|we|Ms. O’Neill-Ngô|Şule Öztürk|J. R. Lind|LIND
Lind, 61,|her brother|the report|Lind and Oduya|nobody|the ministry, which denied it,
one of them|@falk|two fishermen who asked not to be named|İpek|Ǆ. Ǆ
""".replace("\n", "|").strip("|").split("|")  # fmt: skip
CUES = """
said|says|said on Monday|told reporters|added|asked|denied|wrote|warned that|according to
said that|agreed|insisted he had said that|, the paper quoted as saying,|is to have said
announced:|tweeted|was told by|shrugged
""".replace("\n", "|").strip("|").split("|")  # fmt: skip
WORDS = """
The boat is late.|We go at noon,|nobody asked us|it will cost 4.5 million crowns|Why?|No!
… and left|Ice melts|“Never again”|‘maybe’|the so-called "deal"|a 90% cut|Mr.|U.S.|e.g.
No. 3|rock ’n’ roll|the crews’ pay|— so —|https://a.example/b?c=d|a@b.example|<b>late</b>
&amp;|[red]x[/]|*very*|1|it’s|don't|I'm told|the “boat”’s|the sea
""".replace("\n", "|").strip("|").split("|")  # fmt: skip
HOSTILE = (
    "\0", "\x07", "\x1b[31m", "\x1b]0;a\x07", "\x1b]52;c;aGk=\x1b\\", "\x1b", "\x85",
    "\x93", "\x94", "\x9b2J", "\xa0", "\xad", "\u0301" * 12, "\u200b", "\u200d", "\u2028",
    "\u202e", "\u2066", "\ufeff", "\ufffe", "\ud800", "\U000e0041", "\U0010ffff", "\u3000",
    "\u1680", "\x1c", "\x1f", "\x0b", "\x0c", "👩\u200d🚒", "ﬁ", "ß", "\u0130", "ﷺ", "𝔄",
    "\u0e47" * 9, "\u115f", "\t", "\r", "\r\n", "  ", "\n", "\n\n\n", "’", "“", "»",
)  # fmt: skip
OPENINGS = (
    "", "", "", "", "", "OSTRAND, May 4 (Wire) — ", "By ", "- ", "> ", "1. ", "Q: ", "A: ",
    "ADA FALKMERE: ", "Oduya: ", "# ", "* * *", "[10:14] ", "— ", "• ",
)  # fmt: skip


def _quoted(mark: tuple[str, str], words: str, cue: str, name: str, more: str, order: int) -> str:
    said = f"{mark[0]}{words}{mark[1]}"
    rest = f"{mark[0]}{more}{mark[1]}"
    return (
        f"{said} {name} {cue}.",
        f"{said} {cue} {name}. {rest}",
        f"{name} {cue} {words}",
        f"{name} {cue}: {said}",
        f"{cue} {name}, {words} and {rest}.",
        f"{said}",
        f"{words} {more}",
    )[order]


SENTENCES = st.builds(
    _quoted,
    st.sampled_from(MARKS),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join),
    st.sampled_from(CUES),
    st.sampled_from(NAMES),
    st.sampled_from(WORDS),
    st.integers(0, 6),
)
PARAGRAPHS = st.builds(
    lambda opening, sentences: opening + " ".join(sentences),
    st.sampled_from(OPENINGS),
    st.lists(SENTENCES, max_size=4),
)
NEWS = st.builds(
    lambda paragraphs, gap: gap.join(paragraphs),
    st.lists(PARAGRAPHS, min_size=1, max_size=6),
    st.sampled_from(("\n\n", "\n\n", "\n", "\r\n\r\n", "\n \n", "\u2029", "\n\n\n\n")),
)
"""Paragraphs of statements and quotations, as newspapers have them and as they do not."""


def _put_into(text: str, pieces: list[tuple[float, str]]) -> str:
    for where, piece in pieces:
        at = round(where * len(text))
        text = text[:at] + piece + text[at:]
    return text


HOSTILE_NEWS = st.builds(
    _put_into,
    NEWS,
    st.lists(
        st.tuples(st.floats(0, 1), st.sampled_from(HOSTILE) | st.text(max_size=3)),
        min_size=1,
        max_size=5,
    ),
)
"""The same, with what acts on terminals, is not to be seen, or is no news, anywhere in it."""
TEXTS = NEWS | HOSTILE_NEWS
