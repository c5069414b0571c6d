"""From any article to an analysis, its corrections and all that is written of it."""

import csv
import io
import json
from collections.abc import Iterator

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html

from tests.analysis.test_contract import check
from tests.properties.amounts import tried
from tests.properties.news_text import TEXTS
from tui.analysis import analyse, pipeline
from tui.analysis.correcting import corrected
from tui.analysis.corrections import Correction, Scope, mention_words
from tui.analysis.encoder import Encoder, NoEncoderError
from tui.analysis.model import Analysis
from tui.analysis.options import Length, Options, Share
from tui.analysis.pipeline import set_right
from tui.analysis.schema import corrections_from_json, corrections_to_json
from tui.article.cleaning import clean
from tui.article.loading import article_from_text
from tui.article.model import Span
from tui.export.csv_table import COLUMNS
from tui.export.forms import FORM_NAMES, written

SCOPES: tuple[Scope, ...] = ("statement", "mention", "voice")


@pytest.fixture(scope="module")
def _by_rule() -> Iterator[None]:
    """Analyses without the encoder, which are many times faster."""

    def missing() -> Encoder:
        raise NoEncoderError("it is not there")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "encoder", missing)
        yield


@given(TEXTS)
@example(
    "“We go at noon,” Ada Falkmere insisted he had said that. "
    "“The boat is late.” Ada Falkmere said."
)
@tried(6)
def test_an_analysis_keeps_its_promises_and_is_written(text: str) -> None:
    found = analyse(article_from_text(text))
    check(found)
    check_forms(found)


@pytest.mark.usefixtures("_by_rule")
@given(TEXTS, st.sampled_from((1, 2, 40, Share(30), Share(100))))
@example("Q: “The boat is late.” Ada Falkmere said.\n\nQ: “[red]x[/] … and left” Ada said.", 1)
@tried(20)
def test_an_analysis_by_rule_keeps_its_promises_and_is_written(text: str, length: Length) -> None:
    found = analyse(article_from_text(text), Options(sentences=length))
    check(found)
    check_forms(found)


@st.composite
def corrections(draw: st.DrawFn, found: Analysis) -> list[Correction]:
    """What a user, or a file of another time, may say of who said what."""
    text = found.article.text
    names = [name for s in found.speakers for name in (s.name, *s.aliases)]
    made = []
    for _ in range(draw(st.integers(1, 4))):
        quote = draw(st.sampled_from(found.quotes)) if found.quotes else None
        start = draw(st.integers(0, len(text)))
        spans: tuple[Span, ...] = (Span(start, draw(st.integers(start, len(text) + 9))),)
        was = next((s.name for s in found.speakers if quote and s.id == quote.speaker), None)
        mention = mention_words(quote, text) if quote else None
        if quote and draw(st.integers(0, 3)):
            spans = quote.spans
        if not draw(st.integers(0, 4)):
            was, mention = (
                draw(st.sampled_from([*names, None])),
                draw(st.sampled_from(["he", None])),
            )
        name = draw(st.sampled_from([*names, "Bo Lind", "she", "[b]x", None]))
        made.append(
            Correction(
                spans, draw(st.sampled_from(SCOPES)), was, mention, name, draw(st.booleans())
            )
        )
    return made


@pytest.mark.usefixtures("_by_rule")
@given(TEXTS, st.data())
@tried(30)
def test_corrections_of_any_kind_keep_the_promises(text: str, data: st.DataObject) -> None:
    found = analyse(article_from_text(text))
    said = data.draw(corrections(found))
    kept = json.loads(json.dumps(corrections_to_json(said)))
    assert corrections_from_json(kept) == tuple(said)
    check_corrected(corrected(found, said), found)
    whole = set_right(found, said, Options())
    check_corrected(whole, found)
    check_forms(whole)


def check_corrected(found: Analysis, before: Analysis) -> None:
    """All that an analysis promises, but that the ids of quotes need not count on."""
    ids = [quote.id for quote in found.quotes]
    assert set(ids) <= {quote.id for quote in before.quotes}
    assert [s.id for s in found.speakers] == [f"s{i + 1}" for i in range(len(found.speakers))]
    entities = {entity.id for entity in found.entities}
    for speaker in found.speakers:
        assert speaker.name.strip()
        own = [quote.id for quote in found.quotes if quote.speaker == speaker.id]
        assert own == list(speaker.quotes) != []
        assert entities.issuperset(speaker.entities)
        for sentence in speaker.summary:
            assert sentence.text == found.article.text[slice(*sentence.span)]
            assert sentence.quote in speaker.quotes
    assert {q.speaker for q in found.quotes} <= {None, *(s.id for s in found.speakers)}
    firsts = [ids.index(s.quotes[0]) for s in found.speakers]
    assert firsts == sorted(firsts)
    if any(speaker.words for speaker in found.speakers):
        assert sum(s.share for s in found.speakers) == pytest.approx(1, abs=0.001)


def check_forms(found: Analysis) -> None:
    """Assert that every form can be written and holds the words of the article, and no control."""
    forms = {name: written(found, name) for name in FORM_NAMES}
    text = found.article.text
    quotes = [" ".join(quote.text.split()) for quote in found.quotes]
    names = [speaker.name for speaker in found.speakers]
    plain = " ".join(forms["text"].split())
    for words in (*quotes, *names):
        assert " ".join(words.split()) in plain
    root = html.document_fromstring(forms["html"].encode(), html.HTMLParser(encoding="utf-8"))
    assert root.find(".//article").text_content() == text
    for form in ("json", "jsonl"):
        document = json.loads(forms[form])
        assert document["article"]["text"] == text
        assert [quote["text"] for quote in document["quotes"]] == [q.text for q in found.quotes]
    rows = list(csv.DictReader(io.StringIO(forms["csv"], newline="")))
    assert forms["csv"].startswith('"title"')
    for row, quote in zip(rows, found.quotes, strict=True):
        assert set(row) == set(COLUMNS)
        assert (
            row["text"].removeprefix("'" if "text" in row["guarded"].split() else "") == quote.text
        )
    targets = [
        target["selector"][1]["exact"]
        for item in json.loads(forms["annotations"]).get("first", {}).get("items", ())
        for target in item["target"]
    ]
    assert targets == [text[slice(*span)] for quote in found.quotes for span in quote.spans]
    outlined = [line.strip() for line in forms["org"].split("\n")]
    said = [line.strip() for quote in found.quotes for line in quote.text.split("\n")]
    assert {*said} - {""} <= {line.removeprefix(": ") for line in outlined}
    tasks = [line for line in outlined if line.startswith("** TODO ")]
    assert len(tasks) == len(found.quotes)
    for name, form in forms.items():
        assert clean(form.replace("\r\n", "\n")) == form.replace("\r\n", "\n"), name
