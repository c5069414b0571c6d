"""Whether a name may begin with a capitalised word: not with `However`, `Officials`, `FALSE`."""

from collections import Counter
from collections.abc import Sequence

from tui.analysis.capital_runs import (
    CONTRACTION,
    FUNCTION_WORDS,
    is_a_station,
    is_emphasised,
    is_exclaimed,
)
from tui.analysis.character import TITLES
from tui.analysis.common_words import is_common
from tui.analysis.cues import is_speech_verb
from tui.analysis.frames import is_adverb, is_number, tells_time
from tui.analysis.given_days import is_given_day
from tui.analysis.given_names import gender_of_given
from tui.analysis.noun_phrases import TIME_WORDS
from tui.analysis.role_nouns import is_role_noun
from tui.analysis.tokens import Token

OFFICE_WORDS = frozenset(
    """
foreign prime finance labour labor interior health education defence defense home justice trade
deputy vice chief executive general former acting assistant senior junior national first second
lead federal state regional district special economic climate energy culture environment transport
agriculture housing treasury internal public attorney commander medical managing honorary
additional joint opposition
""".split()
)
POST_NOMINALS = frozenset("kc qc mp mep msp td mla mpp jr jr. sr sr. phd obe mbe cbe".split())
# The same in capitals alone, as `San` may be a name; of `SC`, which clubs have, too, the given name
# or a title tells.
IN_CAPITALS = frozenset("SAN FRS FBA FRSE KBE DBE DSO CMG KCMG CVO SC".split())
OF_CLUBS, LEAST_WORDS = "SC", 3


def may_begin(
    token: Token,
    words: Sequence[Token],
    i: int,
    lower: Counter[str],
    inner: Counter[str],
    *,
    opens: bool,
    shouted: bool,
) -> bool:
    """Whether the capitalised word at `i` may begin a name. It `opens` a sentence or a quotation or
    not; in a headline that is `shouted` all words have capitals. `lower` and `inner` count how
    often each word stands in lower case, and capitalised inside a sentence.
    """
    if CONTRACTION.search(token.text) or is_emphasised(words, i):
        return False
    low = token.low
    if low in FUNCTION_WORDS and not _is_acronym(words, i):
        return False
    if is_exclaimed(words, i):
        return False
    if opens and (is_adverb(low) or is_number(low)) and not inner[low]:
        return False
    month = low in ("may", "march", "august", "april", "june") and not tells_time(words, i)
    given = month or is_given_day(words, i)
    if low in TIME_WORDS and not (given and _name_follows(words, i)):
        return False
    if shouted:
        return inner[low] > 0
    if not opens or is_a_station(words, i):
        return True
    if inner[low] and lower[low] <= inner[low]:
        return True
    if lower[low]:
        return _name_follows(words, i) and not is_common(low)
    if is_common(low):
        # `Honor Maddison said`, but not `Officials Smith knew`
        office = is_role_noun(low) or low in OFFICE_WORDS or token.low in TITLES
        return _name_follows(words, i) and (office or _acts(words, i + 2))
    return True


def has_letters_behind(words: Sequence[Token], *, titled: bool) -> bool:
    """Whether the last word of a name is no part of it: `Ada Falk KC`, `Bo Lind Jr.`."""
    last = words[-1]
    if last.low in POST_NOMINALS or last.low.rstrip(".") in POST_NOMINALS:
        return True
    if last.text not in IN_CAPITALS or len(words) < LEAST_WORDS or words[-2].text.isupper():
        return False
    return last.text != OF_CLUBS or titled or gender_of_given(words[0].low) is not None


def _is_acronym(words: Sequence[Token], i: int) -> bool:
    """Whether a word in capitals stands among words that are not: `the WHO said`."""
    beside = [*words[max(0, i - 1) : i], *words[i + 1 : i + 2]]
    shouts = any(t.is_word and t.text.isupper() and len(t.text) > 1 for t in beside)
    return len(words[i].text) > 1 and words[i].text.isupper() and not shouts


def _acts(words: Sequence[Token], j: int) -> bool:
    """Whether what stands at `j` shows that a person's name is over: a verb of speech, an age."""
    if j >= len(words):
        return False
    low = words[j].low
    follows = words[j + 1].low if j + 1 < len(words) else ""
    return (
        low in POST_NOMINALS
        or is_speech_verb(low)
        or (words[j].text == "," and (follows.isdigit() or follows in ("who", "a", "the")))
    )


def _name_follows(words: Sequence[Token], i: int) -> bool:
    follows = words[i + 1] if i + 1 < len(words) else None
    return (
        follows is not None
        and follows.is_word
        and follows.is_capital
        and follows.low not in FUNCTION_WORDS
        and follows.low not in TIME_WORDS
    )
