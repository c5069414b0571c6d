"""What a cue claims and hardly anybody says: it is doubtful, however sure the encoder is."""

import re
from collections.abc import Sequence
from dataclasses import replace

from tui.analysis.attribution import Attribution
from tui.analysis.cues import ASKED, ASKING, is_speech_verb, reports
from tui.analysis.role_nouns import is_paper, is_role_noun
from tui.analysis.source_mending import IMPRESSIONS
from tui.article.model import Article, Span

# No more is certain of it: under this, a statement is doubtful.
DOUBTFUL = 0.25
# `they did agree on something`, `he agreed with that`, `reads him differently`
POINTING = frozenset(
    """
it that this him her them me us you these those something anything nothing everything so one what
which who whom he she they
""".split()
)
# `it otherwise`, `him at the court`
OTHERWISE = frozenset("otherwise so too again there here".split())
PLACES = frozenset("at in on before after".split())
LONGEST_PLACE = 5
# `nobody can say who sold it`, `not all of them agreed`
NOBODY = frozenset(["nobody", "no one", "none", "neither", "nothing"])
NEGATED = re.compile(r"\b(?:not|never|nor)\s+$", re.IGNORECASE)
# `who is not accused of anything`
CHARGED = re.compile(
    r"(?:(?:has|have|had|not|never) )*(?:is|are|was|were|been|be)\b.*"
    r"\b(?:accused|charged|convicted|acquitted|suspected)\b"
)
# `The trial is expected to last three weeks`: nobody is told to expect it
AWAITED = re.compile(r"(?:is|are|was|were) (?:\w+ )?(?:expected|due|set|scheduled)\b")
# What the article finds itself: `Falk appears to be losing`, `There is agreement that it is late`
IMPRESSION = re.compile(
    rf"(?:\w+ly |has |had |have |would |not )*(?:{'|'.join(sorted(IMPRESSIONS))})\b"
    r"|(?:there )?(?:is|was)(?: \w+)? (?:agreement|consensus|speculation)\b",
    re.IGNORECASE,
)
# `the two disputed about the fee`, `the council voted to keep it`
DONE = re.compile(
    r"(?:\w+ )*(?:(?:disput|argu|clash|quarrel|squabbl|spar|differ|disagree|agree)\w*"
    r" (?:about|over|on)|(?:watched|misspelled|misspelt)|vot(?:ed|es|ing)(?: \S+){0,4})$"
)
WHOSE = frozenset("his her their my our".split())
# So many characters of a sentence are looked at, before a statement and behind it.
LONGEST = 400
STOP = re.compile(r"[.?!\n]")
# `Falk called her sister`
CALLED = re.compile(r"(?:has |had )?(?:called|calls|phoned|rang|telephoned)")
HEADS = ("title", "heading")
# `Dalby trial: jury sees letter` tells what a heading is about, and nobody who says it
EVENTS = frozenset(
    """
trial inquiry inquest war fire blaze crash strike row crisis election elections vote referendum
budget deal talks summit protest protests riot riots storm flood floods attack attacks murder case
scandal hearing race final explosion shooting stabbing outbreak pandemic
""".split()
)
ASKED_OF = re.compile(r"Asked\b")
# `When asked if he would go, he laughed`
WHEN_ASKED = re.compile(r"\b(?:when|if|once|after being|on being) $", re.IGNORECASE)
# `declined to comment, citing the lawsuit`
DECLINED = re.compile(r"\b(?:declin|refus)(?:ed?|es|ing) to [^.;:\n]*,? $")
SHOWS = re.compile(r"show|reveal|suggest|indicate")
# `Asked by the Courier about those claims, he left`
PROMPTED = re.compile(rf"(?:{'|'.join(sorted(map(str.capitalize, ASKED)))})\b")
TOPIC = ("about ", "on ", "over ")
# `Commenting on the deal, she said`, `responding to claims that he lied`: what is spoken of
TOUCHED_ON = re.compile(
    r"(?:comment|react|respond|reply|answer|speak|talk|writ|referr|reflect|elaborat|remark)ing"
    r"(?: \w+)? (?:to|on|about|of|upon)\b",
)
# `hadn't heard of the plan`
UNHEARD = re.compile(r"(?:.*(?:n[’']t|\bnot|\bnever)) (?:\w+ )?heard\b")
# `referred questions to the ministry`
REFERRED = re.compile(
    r"(?:has |had )?(?:referred|redirected|forwarded|directed) (?:[a-z]+ )?"
    r"(?:questions|inquiries|enquiries|queries|calls|reporters)\b"
)
# `contradicting a claim by the union that it was late`: that is the union's
CONTRADICTED = re.compile(r"(?:\w+ )?contradict(?:s|ed|ing)?$")
# `The clause was added by Senator Falk`
ADDED_BY = re.compile(r"(?:is|are|was|were|been|being)(?: \w+)? added\b")
# What is so told without anybody who tells it is a name, or what anybody takes for true.
PASSIVE = re.compile(
    r"(?:(?:is|are|was|were|been|being|be) )?(?:\w+ly |also |then |now |still |better |best )*"
    r"(?:named|identified|known|called|recalled|added|described|regarded|seen|considered|believed|thought)\b"
    r"(?! (?:to say|by)\b)"
)
# `The secretary showed copies of it`: but what a map shows, it says
CLAUSES = ("that ", "how ", "why ", "whether ", "what ", "who ", "where ")
PRESENTED = re.compile(r"(?:later |then |also )*show(?:s|ed)?")


def soberly(article: Article, attribution: Attribution) -> Attribution:
    """The attribution, doubtful where its words are no more than told of.

    Only of what is told in other words.
    """
    if attribution.kind != "indirect" or attribution.cue is None:
        return attribution
    text = article.text
    words = [text[slice(*span)].lower().strip(".,;:") for span in attribution.spans]
    cue = text[slice(*attribution.cue)]
    mention = attribution.mention
    who = text[slice(*mention)].lower() if mention is not None else ""
    hardly = (
        all(map(_points, words))
        or who in NOBODY
        or who.startswith(("not ", "few "))
        or (mention is not None and NEGATED.search(text, max(0, mention.start - 8), mention.start))
        or CHARGED.match(cue)
        or DONE.match(cue.lower())
        or (article.blocks[attribution.block].kind in HEADS and not _tells(cue.lower(), who))
        or (
            mention is None and (ASKED_OF.match(cue) or AWAITED.match(cue) or IMPRESSION.match(cue))
        )
        or (PROMPTED.match(cue) and words[0].startswith(TOPIC))
        or _is_aside(text, attribution.cue, nobody=mention is None)
        or (CALLED.fullmatch(cue.lower()) and _is_somebody_s(words))
        or _is_asked(text, attribution, cue)
        or _is_no_speech(cue.lower(), text[slice(*mention)] if mention else "", words)
    )
    if not hardly:
        return attribution
    return replace(attribution, confidence=min(attribution.confidence, DOUBTFUL))


def _points(words: str) -> bool:
    """Whether words only point to something: `it`, `him differently`, `him at the court`."""
    said = words.split()
    if said[:1] == [] or said[0] not in POINTING:
        return False
    rest = said[1:]
    placed = bool(rest) and rest[0] in PLACES and len(rest) <= LONGEST_PLACE
    return placed or all(w.endswith("ly") or w in OTHERWISE for w in rest)


def _is_aside(text: str, cue: Span, *, nobody: bool) -> bool:
    """Whether a cue, with `nobody` beside it, tells when, or why, somebody does or says something
    else: `when asked about it`, `declined to comment, citing the suit`.
    """
    first = text[slice(*cue)].lower().split()[0]
    behind = DECLINED if first == "citing" else WHEN_ASKED if nobody and first in ASKED else None
    earliest = max(0, cue.start - LONGEST)
    return behind is not None and behind.search(text, earliest, cue.start) is not None


def _is_somebody_s(words: list[str]) -> bool:
    """Whether words are no more than who is somebody's: `her sister`."""
    said = " ".join(words).split()
    return len(said) == 2 and said[0] in WHOSE and is_role_noun(said[1])


def _is_no_speech(cue: str, who: str, words: Sequence[str]) -> bool:
    """Whether a cue tells what is done, taken for true or spoken of, and not what is said."""
    said, clause = words[0], any(said.startswith("that ") for said in words)
    if clause and not (TOUCHED_ON.match(cue) and " on" not in cue):
        return False
    return bool(
        TOUCHED_ON.match(cue)
        or (UNHEARD.match(cue) and (cue.endswith(("of", "about")) or said.startswith("of ")))
        or REFERRED.match(f"{cue} {said}")
        or ADDED_BY.match(cue)
        or CONTRADICTED.match(cue)
        or (not who and PASSIVE.match(cue))
        or (PRESENTED.fullmatch(cue) and _is_person(who) and not said.startswith(CLAUSES))
    )


def _is_person(who: str) -> bool:
    """Whether words are a person's, as far as they tell: `she`, `the secretary`, `Ada Falk`."""
    words = [w.strip(".,") for w in who.split()]
    if not words or any(is_paper(w.lower()) for w in words):
        return False
    named = len(words) > 1 and all(w[:1].isupper() and not w.isupper() for w in words[-2:])
    return words[-1].lower() in ("he", "she") or is_role_noun(words[-1].lower()) or named


def _is_asked(text: str, attribution: Attribution, cue: str) -> bool:
    """Whether the article only asks whether somebody says so: `Did he think of giving up?`"""
    if not (ASKING | {"wonder"}).isdisjoint(cue.lower().split()[:1]):
        return False
    end = max(attribution.spans[-1].end, attribution.cue.end if attribution.cue else 0)
    stop = STOP.search(text, end - 1, end + LONGEST)
    start = min(attribution.start, attribution.cue.start if attribution.cue else end)
    earliest = max(0, start - LONGEST)
    begins = max(text.rfind(mark, earliest, start) for mark in (". ", "! ", "? ", "\n"))
    opened = any(mark in text[begins + 1 : end] for mark in '“”"')
    return stop is not None and stop[0] == "?" and not opened


def _tells(cue: str, who: str) -> bool:
    """Whether words are a verb of speech, or what documents do: `Council backs plan` tells what is
    done, `Emails show` what is written.
    """
    shows = SHOWS.match(cue) and any(map(is_paper, who.split()))
    # `Mayor: bridge is safe`, `Mayor warns of floods`
    verbs = {cue, *cue.split()[:1]}
    label = who.split()
    if cue == ":":
        return len(label) < 2 or label[-1] not in EVENTS
    return bool(shows) or any(reports(v) or is_speech_verb(v) for v in verbs)
