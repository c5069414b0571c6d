"""Questions to a corpus: which statements they find, what is counted, and who is meant."""

import signal
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.corpus.asked_tables import (
    BUDGET,
    COUSIN,
    FISHER,
    HARBOUR,
    LETTER,
    MAYOR,
    PARTS,
    Said,
    Story,
    person_id,
    write_corpus,
    write_part,
)
from tui.corpus.asking import Corpus
from tui.corpus.cancelling import Cancellation, Cancelled
from tui.corpus.corpus_folder import CorpusError
from tui.corpus.question import CountedBy, Month, Question


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Corpus]:
    folder = tmp_path_factory.mktemp("corpora") / "of [odd] *names?"
    with Corpus(write_corpus(folder, PARTS)) as opened:
        yield opened


def said(corpus: Corpus, question: Question) -> list[str]:
    return [statement.quote.text for statement in corpus.ask(question).statements]


def test_all_that_was_said_the_newest_first_what_has_no_date_last(corpus: Corpus) -> None:
    answer = corpus.ask(Question())
    assert answer.total == 7  # without what is hardly a statement
    assert [s.published for s in answer.statements] == [
        *[date(2022, 1, 20)] * 3, *[date(2021, 5, 3)] * 3, None,
    ]  # fmt: skip
    assert answer.months == (Month(date(2021, 5, 1), 3), Month(date(2022, 1, 1), 3))
    assert answer.years == (Month(date(2021, 1, 1), 3), Month(date(2022, 1, 1), 3))
    assert answer.undated == 1


def test_a_statement_says_all_that_is_known_of_it(corpus: Corpus) -> None:
    found = corpus.ask(Question(words="denied crown", article=HARBOUR.key)).statements
    assert not found  # a cue is not among the words of a statement
    (statement,) = corpus.ask(Question(words="crown")).statements
    assert statement.title == "Harbour to close"
    assert (statement.date_told, statement.published) == ("03 May 2021", date(2021, 5, 3))
    assert statement.source == "https://www.paper.example/2021/harbour"
    assert (statement.speaker, statement.role) == (MAYOR, "mayor of Ostrand")
    assert (statement.name, statement.person) == (MAYOR, person_id(MAYOR))
    assert (statement.cue, statement.quote.kind) == ("denied", "indirect")
    article = corpus.article(statement.article)
    assert article is not None
    assert article.text[slice(*statement.quote.spans[0])] == statement.quote.text


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("HARBOUR", 2),
        ("harbour least", 1),
        ("cafe", 2),  # accents are ignored, and so are apostrophes' forms
        ("nobody's", 1),
        ("port", 1),  # `ports` is a form of it, and what was said of the port itself is doubtful
        ("ports", 1),
        ('"port"', 0),
        ("CAFÉS", 2),
        ("choice", 1),
        ("closing", 0),  # the title alone has a form of it
        ("keeping learning", 0),
        ("learning radios", 1),
        ('"bad of three"', 1),
        ('"three of bad"', 0),
        ("“least bad” ostrand", 1),
        ("%", 0),
        (r".* \w+ (", 0),
        ("'; DROP TABLE hits_1; --", 0),
    ],
)
def test_words_and_phrases(corpus: Corpus, words: str, found: int) -> None:
    assert corpus.ask(Question(words=words)).total == found


def test_what_is_doubtful_is_given_where_it_is_wished_for(corpus: Corpus) -> None:
    assert corpus.ask(Question(words='"port"', doubtful=True)).total == 1


def test_a_person_a_kind_and_what_is_spoken_of(corpus: Corpus) -> None:
    mayor = Question(person=person_id(MAYOR))
    assert corpus.ask(mayor).total == 3
    assert said(corpus, Question(person=person_id(MAYOR), kinds=("indirect",))) == [
        HARBOUR.said[2].words
    ]
    assert corpus.ask(Question(speaker="falkmere")).total == 4
    # the article is about Ostrand, but this statement does not speak of it
    about = said(corpus, Question(entity="ostrand", order="input"))
    assert about == [f"“{s.words}”" for s in (HARBOUR.said[0], *BUDGET.said[:2])]


def test_days_are_counted_in_and_what_has_none_is_left_out_and_told(corpus: Corpus) -> None:
    answer = corpus.ask(Question(words="harbour", since=date(2021, 5, 3), until=date(2021, 5, 3)))
    assert (answer.total, answer.left_out, answer.undated) == (1, 1, 0)
    assert corpus.ask(Question(since=date(2021, 5, 4), until=date(2022, 1, 19))).total == 0


def test_pages_follow_one_another(corpus: Corpus) -> None:
    whole = said(corpus, Question(order="oldest"))
    pages = [said(corpus, Question(order="oldest", limit=3, offset=at)) for at in (0, 3, 6, 9)]
    assert [len(page) for page in pages] == [3, 3, 1, 0]
    assert [text for page in pages for text in page] == whole


def test_what_is_counted(corpus: Corpus) -> None:
    def counts(by: CountedBy, question: Question | None = None) -> list[tuple[str, int, int]]:
        found = corpus.counts(question or Question(), by)
        return [(count.label, count.statements, count.articles) for count in found]

    assert counts("speaker") == [(MAYOR, 3, 2), (FISHER, 2, 2), ("(unknown)", 1, 1), (COUSIN, 1, 1)]
    assert counts("month") == [("2021-05", 3, 1), ("2022-01", 3, 1), ("(unknown)", 1, 1)]
    assert counts("year", Question(words="harbour")) == [("2021", 1, 1), ("(unknown)", 1, 1)]
    assert counts("entity", Question(person=person_id(MAYOR))) == [("Ostrand", 2, 2)]
    assert counts("kind") == [("direct", 6, 3), ("indirect", 1, 1)]
    assert counts("source") == [("news", 3, 1), ("paper.example", 3, 1), ("letters.jsonl", 1, 1)]


def test_people_by_what_they_said_and_by_name(corpus: Corpus) -> None:
    people = corpus.people()
    assert [(p.name, p.quotes, p.articles) for p in people.people] == [
        (MAYOR, 3, 2), (FISHER, 3, 2), (COUSIN, 1, 1),
    ]  # fmt: skip
    assert people.total == 3
    assert [p.name for p in corpus.people("FALK", "name").people] == [MAYOR, COUSIN]
    assert [p.name for p in corpus.people("ada falk").people] == [MAYOR]
    assert corpus.people("falk ada").total == 0
    assert corpus.people(limit=1, offset=2).people[0].name == COUSIN


def test_who_spoke_when(corpus: Corpus, tmp_path: Path) -> None:
    mayor, fisher = map(person_id, (MAYOR, FISHER))
    assert corpus.timelines([mayor, fisher, "nobody"]) == {
        mayor: [Month(date(2021, 5, 1), 2), Month(date(2022, 1, 1), 1)],
        fisher: [Month(date(2021, 5, 1), 2)],  # all of it, what is doubtful too
        "nobody": [],
    }
    contents = corpus.contents()
    assert (contents.first, contents.last) == (date(2021, 5, 3), date(2022, 1, 20))
    weeks = corpus.counts(Question(person=mayor), "week")
    assert [(week.key, week.label, week.statements) for week in weeks] == [
        ("2021-05-03", "2021-W18", 2), ("2022-01-17", "2022-W03", 1),
    ]  # fmt: skip
    with Corpus(write_corpus(tmp_path, PARTS, linked=False)) as unlinked:
        assert unlinked.timelines([f"={FISHER}"]) == {f"={FISHER}": [Month(date(2021, 5, 1), 2)]}


def test_who_is_called_so(corpus: Corpus) -> None:
    assert [p.name for p in corpus.called("Falkmere")] == [MAYOR, COUSIN]
    assert [p.name for p in corpus.called("áda falkmere")] == [MAYOR]
    assert [p.name for p in corpus.called(person_id(COUSIN))] == [COUSIN]
    assert corpus.called("Falk") == ()
    assert corpus.called("...") == ()


def test_while_a_corpus_is_written_its_whole_parts_are_asked(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "growing", [[HARBOUR]], linked=False)
    (folder / "quotes" / "part-00001.parquet.new").write_bytes(b"PAR1 half")
    with Corpus(folder) as corpus:
        assert corpus.ask(Question(words="harbour")).total == 1
        write_part(folder, 1, [LETTER])
        (folder / "speakers" / "part-00001.parquet").rename(folder / "late")
        assert corpus.ask(Question(words="harbour")).total == 1
        (folder / "late").rename(folder / "speakers" / "part-00001.parquet")
        assert corpus.ask(Question(words="harbour")).total == 2


def test_people_not_yet_linked_are_known_by_their_names(tmp_path: Path) -> None:
    with Corpus(write_corpus(tmp_path / "new", PARTS, linked=False)) as corpus:
        (mayor,) = corpus.called("ada falkmere")
        assert (mayor.name, mayor.articles, mayor.roles) == (MAYOR, 2, ("mayor of Ostrand",))
        assert (mayor.first, mayor.last) == (date(2021, 5, 3), date(2022, 1, 20))
        assert corpus.ask(Question(person=mayor.id)).total == 3
        assert corpus.counts(Question(words="budget"), "speaker")[0].label == MAYOR


def test_what_cannot_be_asked_is_said(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="nowhere is not there"):
        Corpus(tmp_path / "nowhere")
    with pytest.raises(CorpusError, match="is no corpus: pullquote corpus SOURCE"):
        Corpus(tmp_path)
    empty = write_corpus(tmp_path / "empty", [])
    with Corpus(empty) as corpus, pytest.raises(CorpusError, match="holds no articles yet"):
        corpus.ask(Question())
    (empty / "corpus.json").write_text('{"schema": 2}')
    with pytest.raises(CorpusError, match="newer pullquote"):
        Corpus(empty)
    (empty / "corpus.json").write_text("{")
    with pytest.raises(CorpusError, match="damaged"):
        Corpus(empty)


def test_a_damaged_table_is_said(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "damaged", PARTS)
    (folder / "quotes" / "part-00001.parquet").write_bytes(b"nothing of the kind")
    with Corpus(folder) as corpus, pytest.raises(CorpusError, match="cannot be read"):
        corpus.ask(Question())


@pytest.fixture
def ctrl_c_interrupts() -> Iterator[None]:
    """As in a command: the reader, which may have run here before, answers it in its own way."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("ctrl_c_interrupts")
def test_ctrl_c_ends_a_question_as_it_ends_all_else(tmp_path: Path) -> None:
    words = " ".join(["a" * 30] * 500)
    story = Story("0" * 32, "Long", [Said(MAYOR, f"{words} {n}") for n in range(100)])
    folder = write_corpus(tmp_path / "long", [[story]])

    def ask_on(corpus: Corpus) -> None:
        for n in range(1_000):
            corpus.ask(Question(words=" ".join(f"{'a' * 29}{n}-{m}" for m in range(20))))

    with Corpus(folder) as corpus:
        threading.Timer(0.1, signal.raise_signal, [signal.SIGINT]).start()
        with pytest.raises(KeyboardInterrupt):
            ask_on(corpus)


def test_a_question_is_taken_back(tmp_path: Path) -> None:
    words = " ".join(["a" * 30] * 500)
    stories = [Story(f"{n:032}", "Long", [Said(MAYOR, f"{words} {m}") for m in range(40)])
               for n in range(10)]  # fmt: skip
    folder = write_corpus(tmp_path / "long", [stories])
    with Corpus(folder) as corpus:
        back = Cancellation()
        back.cancel()
        with pytest.raises(Cancelled):
            corpus.ask(Question(), back)
        back, ended = Cancellation(), list[type[BaseException] | None]()

        def ask() -> None:
            try:
                corpus.ask(Question(words=" ".join(f"{'a' * 29}{n}" for n in range(200))), back)
                ended.append(None)
            except BaseException as error:
                ended.append(type(error))

        asked = threading.Thread(target=ask)
        asked.start()
        back.cancel()
        asked.join()
        assert ended == [Cancelled]
        assert corpus.ask(Question(), Cancellation()).total == 400


def test_the_last_word_may_be_unfinished(corpus: Corpus) -> None:
    for words, found in (
        ("harb", 2),
        ("least ba", 1),
        ("leas bad", 0),
        ('"harb"', 0),
        ('"least ba', 1),
    ):
        assert corpus.ask(Question(words=words, unfinished=True)).total == found, words
    assert corpus.ask(Question(words="harb")).total == 0
