"""The engine's chains, and how they are held against annotated ones."""

import json
from pathlib import Path

from tui.article.loading import article_from_text
from tui.article.model import Span
from tui.training.chains import Mention, chains
from tui.training.coreference import aligned, annotated, report

TEXT = (
    "Harbour to close\n\nMayor Ada Falkmere said on Monday that the harbour would close. She gave"
    " no date. Piet Oduya said nobody had asked his crew. “We learnt of it from the radio,” Oduya"
    " told the paper."
)


def test_names_and_pronouns_make_chains() -> None:
    article = article_from_text(TEXT)
    shown = [[article.text[slice(*m.span)] for m in chain] for chain in chains(article)]
    assert ["Ada Falkmere", "She"] in shown
    assert any({"Piet Oduya", "his", "Oduya"} <= set(chain) for chain in shown)


def test_no_mention_stands_in_two_chains() -> None:
    spans = [m.span for chain in chains(article_from_text(TEXT)) for m in chain]
    assert len(spans) == len(set(spans))


def test_people_and_organisations_are_read(tmp_path: Path) -> None:
    mentions = [
        {"span": [0, 5], "type": "object", "entity": "1"},
        {"span": [6, 14], "type": "person", "entity": "2"},
        {"span": [18, 20], "type": "person", "entity": "2"},
        {"span": [24, 26], "type": "person", "entity": "2"},
    ]
    path = tmp_path / "dev.jsonl"
    text = "Boats Ada Falk as he or we."
    path.write_text(json.dumps({"text": text, "mentions": mentions}) + "\n", encoding="utf-8")
    (read,) = annotated(path)
    assert read.chains == ({Span(6, 14), Span(18, 20), Span(24, 26)},)
    assert Span(0, 5) in read.mentions
    assert read.of_the_third_person() == [{Span(6, 14), Span(18, 20)}]


def test_a_name_is_taken_for_the_shortest_phrase_around_it() -> None:
    gold = frozenset({Span(0, 30), Span(0, 18), Span(40, 60), Span(70, 72)})
    chain = [
        Mention(Span(6, 18), "name"),
        Mention(Span(44, 50), "name"),
        Mention(Span(52, 56), "description"),  # the same phrase is given once
        Mention(Span(20, 22), "pronoun"),  # stands for itself alone
        Mention(Span(70, 72), "pronoun"),
    ]
    assert aligned([chain], gold) == [
        {Span(0, 18), Span(40, 60), Span(52, 56), Span(20, 22), Span(70, 72)}
    ]


def test_chains_of_one_mention_count_only_where_that_is_said() -> None:
    gold = [[{Span(0, 1), Span(2, 3)}, {Span(4, 5)}]]
    found = [[{Span(0, 1), Span(2, 3)}]]
    assert report("chains", gold, found).split()[1:3] == ["CoNLL", "100.0;"]
    assert "mentions 80.0 (P 100.0, R 66.7)" in report("all", gold, found, singletons=True)
