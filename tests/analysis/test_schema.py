"""The JSON of an analysis, there and back."""

import json

from tests.analysis.articles import article
from tui.analysis import analyse
from tui.analysis.schema import from_json, to_json

BODY = article(
    "Harbour to close for a month",
    "Ada Falkmere, the mayor of Ostrand, opened the meeting.",
    "“We close in May,” she said.",
)


def test_an_analysis_goes_to_json_and_back() -> None:
    analysis = analyse(BODY)
    assert from_json(json.loads(json.dumps(to_json(analysis))), BODY) == analysis


def test_a_chain_is_offsets_beside_the_mention() -> None:
    (quote,) = json.loads(json.dumps(to_json(analyse(BODY))))["quotes"]
    assert quote["chain"][0] == quote["mention"]
    assert [BODY.text[start:end] for start, end in quote["chain"]] == ["she", "Ada Falkmere"]


def test_a_document_from_before_there_were_chains_is_read() -> None:
    document = to_json(analyse(BODY))
    for quote in document["quotes"]:
        del quote["chain"]
    (quote,) = from_json(document, BODY).quotes
    assert quote.chain == ()
