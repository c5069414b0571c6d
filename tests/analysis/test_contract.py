"""What an analysis promises of any text, however odd: its spans, ids, shares, chains and JSON."""

import json
import os
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tui.analysis import analyse, pipeline
from tui.analysis.encoder import Encoder, NoEncoderError
from tui.analysis.model import Analysis
from tui.analysis.schema import from_json, to_json
from tui.article.loading import article_from_text
from tui.article.model import Article, Span

# More, where they are looked for by hand.
EXAMPLES = int(os.environ.get("CONTRACT_EXAMPLES", "25"))
PRONOUNS = frozenset("he she it they who which that i we you him her them".split())
WORDS = (
    """
Ada Falk|Piet Oduya|A. Falk|Falk|Falk’s|Oduya's|Mr. Falk|Mrs Oduya|Dr.|Ostrand|OSTRAND|Falk Bank
Ministry of Boats|the Harbour Watch|Mayor Ada Falk|the mayor|the mayor of Ostrand|a minister
two ministers|officials|an aide|her brother|the 61-year-old|Ada Falk, 61,|the report
its report, titled|the memoir|the bank|whose boat|he|she|it|they|who|I|we|you|him|her|them|one
both|others|that|this|the|The|a|He|She|It|They|Who|said|says|said that|told reporters that|asked
asked him|denied|wrote|according to|called|called it|added|warned of|came the reply|as saying
by|and|of|the boat is late|it is cold|Boats go|the sea|not|2021|1|61|4 million|3.5 per cent|No. 3
’s|'s|,|.|!|?|:|;|…|...|—|--|-|(|)|[|]|/|@falk|https://example.org/a|&|%|$5|*|_
“|”|"|‘|’|'|''|``|„|«|»|‹|›|‚|“Boats go,”|“Why?”|“Both Hands”|"We go."|‘late’|«Non»
\xa0|\x9b|\u2028|\ufffd|“The boat is late|<b>
e\u0301|\u0301|שלום|أهلا|漢字|👩‍👧|\u200d|ß|İ|ǅ|ﬁ|²|½|Ⅷ|\x1b[31m
""".strip()
    .replace("\n", "|")
    .split("|")
)
LABELS = ["ADA FALK: ", "Piet Oduya: ", "THE MAYOR: ", "Q: ", "A: ", "Q. ", "@falk: ", "HE: "]
OPENINGS = ["", "> ", "- ", "1. ", "By ", "OSTRAND — ", "— ", "“", "‘", '"', *LABELS]
PARAGRAPHS = st.builds(
    lambda opening, words, glue: opening + glue.join(words),
    st.sampled_from(OPENINGS),
    st.lists(st.sampled_from(WORDS), max_size=24),
    st.sampled_from([" ", " ", " ", ""]),
)
TEXTS = st.builds(
    lambda paragraphs, gap: gap.join(paragraphs),
    st.lists(PARAGRAPHS, max_size=10),
    st.sampled_from(["\n\n", "\n\n", "\n"]),
)


@given(TEXTS)
@example("“")
@settings(deadline=None, max_examples=EXAMPLES)
def test_an_analysis_keeps_its_promises_of_any_text(text: str) -> None:
    check(analyse(article_from_text(text)))


@pytest.fixture(scope="module")
def _without_encoder() -> Iterator[None]:
    def missing() -> Encoder:
        raise NoEncoderError("it is not there")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "encoder", missing)
        yield


@pytest.mark.usefixtures("_without_encoder")
@given(TEXTS)
@settings(deadline=None, max_examples=EXAMPLES)
def test_an_analysis_by_rules_keeps_its_promises_of_any_text(text: str) -> None:
    check(analyse(article_from_text(text)))


def check(found: Analysis) -> None:
    """Assert all that an analysis promises."""
    _check_quotes(found)
    _check_speakers(found)
    _check_entities(found)
    _check_summaries(found)
    document = json.loads(json.dumps(to_json(found)))
    assert from_json(document, found.article) == found


def _check_quotes(found: Analysis) -> None:
    article = found.article
    ids = {speaker.id for speaker in found.speakers}
    assert [q.id for q in found.quotes] == [f"q{i}" for i in range(1, len(found.quotes) + 1)]
    starts = [q.spans[0].start for q in found.quotes]
    assert starts == sorted(starts)
    for quote in found.quotes:
        _check_spans(article, quote.spans)
        assert quote.kind in ("direct", "mixed", "indirect")
        words = article.text[slice(*quote.spans[0])]
        for one, other in pairwise(quote.spans):
            between = article.text[one.end : other.start]
            words += (" … " if between.strip() else between) + article.text[slice(*other)]
        assert quote.text == words
        for span in filter(None, (quote.cue, quote.mention, *quote.chain)):
            _check_spans(article, [span])
        assert quote.speaker is None or quote.speaker in ids
        assert 0 <= quote.confidence <= 1
        assert quote.reason
        if quote.speaker is None:
            assert quote.chain == ()
        elif quote.mention is not None:
            assert quote.chain[0] == quote.mention
        assert all(a.end <= b.start for a, b in pairwise(sorted(quote.chain)))


def _check_speakers(found: Analysis) -> None:
    assert [s.id for s in found.speakers] == [f"s{i}" for i in range(1, len(found.speakers) + 1)]
    entities = {entity.id for entity in found.entities}
    for speaker in found.speakers:
        assert speaker.name.strip()
        assert not any(map(_is_pronoun, (speaker.name, *speaker.aliases)))
        assert speaker.quotes == tuple(q.id for q in found.quotes if q.speaker == speaker.id)
        assert speaker.quotes
        assert entities.issuperset(speaker.entities)
    firsts = [int(s.quotes[0][1:]) for s in found.speakers]
    assert firsts == sorted(firsts)
    if any(speaker.words for speaker in found.speakers):
        shares = [speaker.share for speaker in found.speakers]
        assert sum(shares) == pytest.approx(1, abs=1e-4 * len(shares))


def _is_pronoun(name: str) -> bool:
    """Whether a name is none; `WHO` is a body's."""
    return name.lower() in PRONOUNS and (len(name) == 1 or not name.isupper())


def _check_entities(found: Analysis) -> None:
    ids = {speaker.id for speaker in found.speakers}
    assert [e.id for e in found.entities] == [f"e{i}" for i in range(1, len(found.entities) + 1)]
    saliences = [entity.salience for entity in found.entities]
    assert saliences == sorted(saliences, reverse=True)
    for entity in found.entities:
        assert entity.name.strip()
        assert entity.mentions
        _check_spans(found.article, entity.mentions)
        assert 0 <= entity.salience <= 1
        assert ids.issuperset(entity.speakers)


def _check_summaries(found: Analysis) -> None:
    text = found.article.text
    own = {speaker.id: speaker for speaker in found.speakers}
    for sentence in found.summary:
        assert sentence.text == text[slice(*sentence.span)]
        assert sentence.quote is None
    for speaker in own.values():
        for sentence in speaker.summary:
            assert sentence.text == text[slice(*sentence.span)]
            assert sentence.quote in speaker.quotes
            if sentence.lead is not None:
                assert 0 <= sentence.lead.start < sentence.lead.end <= sentence.span.start
    for summary in (found.summary, *(s.summary for s in own.values())):
        _check_spans(found.article, [sentence.span for sentence in summary])


def _check_spans(article: Article, spans: Sequence[Span]) -> None:
    """Inside the text, with something in them, in order and apart."""
    end = 0
    for span in spans:
        assert end <= span.start < span.end <= len(article.text)
        end = span.end
