"""Who a headline quotes: whoever says the same words in the text below, or is interviewed there."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui.analysis.acronyms import LIKE_PRONOUNS
from tui.analysis.attribution import Attribution
from tui.analysis.cast import Resolution, Voice
from tui.analysis.character import Character, name_words
from tui.analysis.cues import is_speech_verb
from tui.analysis.frames import DETERMINERS
from tui.analysis.tokens import lower_forms
from tui.article.line_forms import names_nobody
from tui.article.model import Article

MARKED = re.compile(r"[“\"‘'«„](.{1,400}?)[”\"’'»“](?!\w)")
# Fewer words may be anybody's.
LEAST_WORDS = 3
# A heading quotes what stands among so many statements below it.
HEADING_REACH = 12
TURNS = frozenset(["turn", "question", "answer"])
REPEATED, ASKED, MAIN = 0.8, 0.7, 0.5
# The main voice of an article has so many times the statements of any other.
OUTSPOKEN = 2


def named_below(
    article: Article,
    attributions: Sequence[Attribution],
    resolutions: Sequence[Resolution | None],
) -> list[Resolution | None]:
    """The resolutions of some attributions, those of a headline made more telling.

    `envoy sees “a door left ajar”` is whoever says of a door left ajar below, in marks: that
    voice takes over all that the description was tied to. So is a headline that quotes and names
    nobody; above an interview such words are those of who is asked.
    """
    found, in_head = list(resolutions), True
    for at, attribution in enumerate(attributions):
        kind = article.blocks[attribution.block].kind
        in_head = in_head and kind == "title"
        if kind not in ("title", "heading"):
            continue
        if not in_head:
            said = _says_below(article, attributions, found, at, HEADING_REACH)
            found[at] = _resolution(said, "says the same words below", REPEATED) or found[at]
            continue
        given = found[at]
        if given is not None and _is_kicker(article, attribution):
            given = found[at] = None
        if given is not None and not _is_vague(article, attribution, given.voice):
            continue
        said = _says_below(article, attributions, found, at)
        if said is None and given is not None and given.voice.character is None:
            said = _called_so_below(article, attributions, found, at)
        if given is None:
            found[at] = (
                _resolution(said, "says the same words below", REPEATED)
                or _resolution(_interviewee(article, attributions, found), "answers below", ASKED)
                or _resolution(_main(article, attributions, found, at), "speaks most below", MAIN)
            )
        elif said is not None and given.voice.character is not None:
            found[at] = _resolution(said, "says the same words below", REPEATED)
        elif said is not None:
            reason = f"it is {said.name} who is meant below"
            found = [
                replace(r, voice=said, reason=reason)
                if r is not None and r.voice is given.voice
                else r
                for r in found
            ]
    return found


def _is_kicker(article: Article, attribution: Attribution) -> bool:
    """Whether a headline only begins with what kind of text it heads: `Fact check: has ...`."""
    mention = attribution.mention
    if mention is None or not LIKE_PRONOUNS.isdisjoint(lower_forms(article.text, mention)):
        return False
    return names_nobody(article.text[slice(*mention)])


def _is_vague(article: Article, attribution: Attribution, voice: Voice) -> bool:
    """Whether a voice is only described, or is what a headline tells of: `Halland votes: ‘...’`."""
    if voice.character is None or _is_description(article, attribution, voice.character):
        return True
    cue = article.text[slice(*attribution.cue)].lower().strip() if attribution.cue else ""
    # `Storm live: ‘Stay inside’` names what the words are about
    return cue.endswith(":") or (voice.kind != "person" and not is_speech_verb(cue))


def _is_description(article: Article, attribution: Attribution, character: Character) -> bool:
    """Whether a headline's `union chief` has none of the words of the name that it stands for."""
    mention = article.text[slice(*attribution.mention)] if attribution.mention else ""
    return character.type == "person" and set(character.words).isdisjoint(name_words(mention))


def _says_below(
    article: Article,
    attributions: Sequence[Attribution],
    found: Sequence[Resolution | None],
    at: int,
    reach: int | None = None,
) -> Voice | None:
    """The first named voice below that says some words of a headline's statement, in marks.

    With `reach`, of so many statements below it.
    """
    given = found[at]
    kind = "person" if given is None or given.voice.character is not None else given.voice.kind
    for words in _quoted(article, attributions[at]):
        near = slice(at + 1, None if reach is None else at + 1 + reach)
        for below, other in zip(attributions[near], found[near], strict=True):
            if (
                other is not None
                and other.voice.character is not None
                and (reach is not None or other.voice.kind == kind)
                and any(words in f" {again} " for again in _quoted(article, below))
            ):
                return other.voice
    return None


def _interviewee(
    article: Article, attributions: Sequence[Attribution], found: Sequence[Resolution | None]
) -> Voice | None:
    """The other one of two who speak in turns, one of whom has written the article."""
    turns = [
        (a, r.voice)
        for a, r in zip(attributions, found, strict=True)
        if r is not None and a.evidence in TURNS
    ]
    voices = {id(voice): voice for _, voice in turns}
    asking = {id(voice) for a, voice in turns if a.evidence == "question"}
    by = set(name_words(article.byline or ""))
    asked = [
        v for v in voices.values() if not by.issuperset(name_words(v.name)) and id(v) not in asking
    ]
    return asked[0] if len(voices) == 2 and len(asked) == 1 else None


def _main(
    article: Article,
    attributions: Sequence[Attribution],
    found: Sequence[Resolution | None],
    at: int,
) -> Voice | None:
    """Who speaks far more than all others below a headline that is a quotation and nothing else."""
    given = attributions[at]
    block = article.blocks[given.block].span
    around = article.text[block.start : given.start] + article.text[given.spans[-1].end : block.end]
    if any(map(str.isalnum, around)):
        return None
    people = [r.voice for r in found if r is not None and r.voice.kind == "person"]
    ranked = Counter(map(id, people)).most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < OUTSPOKEN * ranked[1][1]):
        return None
    return next(voice for voice in people if id(voice) == ranked[0][0])


def _resolution(voice: Voice | None, does: str, confidence: float) -> Resolution | None:
    return None if voice is None else Resolution(voice, confidence, f"{voice.name} {does}")


def _called_so_below(
    article: Article,
    attributions: Sequence[Attribution],
    found: Sequence[Resolution | None],
    at: int,
) -> Voice | None:
    """The first named voice that the same words stand for below: `the union` of `Union says`."""
    words = _core(article, attributions[at])
    below = zip(attributions[at + 1 :], found[at + 1 :], strict=True)
    same = (other for a, other in below if words and _core(article, a) == words)
    named = next((other for other in same if other is not None), None)
    return named.voice if named is not None and named.voice.character is not None else None


def _core(article: Article, attribution: Attribution) -> list[str]:
    """The words of a mention without determiners, in lower case."""
    mention = article.text[slice(*attribution.head)] if attribution.head else ""
    return [w for w in mention.lower().split() if w not in DETERMINERS]


def _quoted(article: Article, attribution: Attribution) -> Iterator[str]:
    """The words in marks of a statement, in lower case; all where it runs over paragraphs."""
    text = " ".join(article.text[slice(*span)] for span in attribution.spans)
    whole = [text] if attribution.kind == "direct" and len(attribution.spans) > 1 else []
    for said in (*(match[1] for match in MARKED.finditer(text)), *whole):
        words = re.findall(r"\w+", said.lower())
        if len(words) >= LEAST_WORDS:
            yield f" {' '.join(words)} "
