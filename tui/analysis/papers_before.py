"""The letter, sign or report that `it says` stands for: what was told of right before."""

from collections.abc import Sequence

from tui.analysis.frames import DETERMINERS
from tui.analysis.noun_phrases import NounPhrase, phrase_ending_at
from tui.analysis.phrase_heads import head_noun
from tui.analysis.role_nouns import PAPERS
from tui.analysis.subjects import first_subject
from tui.analysis.tokens import Token
from tui.article.model import Span

COUNTED = frozenset("one another each".split())


def paper_before(words: Sequence[Token]) -> tuple[Span, NounPhrase | None] | None:
    """The words for a paper that a sentence tells of, and who it says has to do with it.

    That is the sentence's subject, where it is not the paper. Of several papers it is the subject,
    else the last; None where there is none.
    """
    subject = first_subject(words)
    if subject is not None and _is_paper(words, subject):
        return subject.head(words), None
    for last in range(len(words) - 1, -1, -1):
        if words[last].low in PAPERS:
            phrase = phrase_ending_at(words, last)
            if phrase is not None and _is_paper(words, phrase):
                return phrase.head(words), subject
    return None


def _is_paper(words: Sequence[Token], phrase: NounPhrase) -> bool:
    lows = [word.low for word in words[phrase.head_start : phrase.head_end]]
    one = bool(lows) and (lows[0] in DETERMINERS or lows[0] in COUNTED)
    return one and head_noun(lows) in PAPERS and not head_noun(lows).endswith("s")
