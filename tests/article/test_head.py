"""Title, byline, dateline and date are recognised; an article may have none of them."""

import pytest

from tui.article.loading import article_from_text
from tui.article.model import Article

BODY = (
    "The crews of the Sandwick ferries walked off their boats at dawn on Thursday, leaving four "
    "hundred passengers and a brass band on the quay, the company said."
)
MORE = "Nobody on the quay could say when the boats would sail, or whether the band would play on."


def read(*lines: str) -> Article:
    """The article of some paragraphs."""
    return article_from_text("\n\n".join(lines))


def kinds(article: Article) -> list[str]:
    """The kinds of the article's blocks."""
    return [block.kind for block in article.blocks]


@pytest.mark.parametrize(
    "title",
    [
        "Ferry crews walk out",
        "Ferry crews walk out over night rota.",
        "Holm: ‘We were sent a calendar with kittens’",
        "Will the boats sail again?",
        "U.S. Ferry Crews Walk Out. The Guild Says It Was Never Asked.",
    ],
)
def test_a_headline(title: str) -> None:
    article = read(title, BODY, MORE)
    assert article.title == title
    assert kinds(article) == ["title", "paragraph", "paragraph"]


def test_a_quotation_over_a_byline_is_the_headline() -> None:
    article = read("“The boat was right. The quay was wrong.”", "By Jo Peake", BODY, MORE)
    assert article.title == "“The boat was right. The quay was wrong.”"


@pytest.mark.parametrize("first", [BODY, f"SANDWICK — {BODY}"])
def test_an_ordinary_first_sentence_is_no_headline(first: str) -> None:
    article = read(first, MORE)
    assert article.title is None
    assert kinds(article) == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Ragna Holm", "Ragna Holm"),
        ("BY RAGNA HOLM AND JO PEAKE", "RAGNA HOLM AND JO PEAKE"),
        ("By Ragna Holm, Coastal Wire", "Ragna Holm, Coastal Wire"),
        ("By our own correspondent", "our own correspondent"),
        ("By Ragna Holm | 3 May 2021", "Ragna Holm"),
        ("Words by Ragna Holm", "Ragna Holm"),
        ("A column by Ragna Holm", "Ragna Holm"),
        ("Interview: Ragna Holm", "Ragna Holm"),
        ("As told to Ragna Holm", "Ragna Holm"),
        ("Ragna Holm", "Ragna Holm"),
        ("Ragna Holm, Harbour Correspondent", "Ragna Holm, Harbour Correspondent"),
        ("Ragna Holm at Mill Quay", "Ragna Holm at Mill Quay"),
        ("Ragna Holm and Jo Peake", "Ragna Holm and Jo Peake"),
        ("Ragna Ó Dálaigh", "Ragna Ó Dálaigh"),
    ],
)
def test_a_byline(line: str, byline: str) -> None:
    article = read("Ferry crews walk out", line, BODY, MORE)
    assert article.byline == byline
    assert kinds(article)[1] == "byline"


@pytest.mark.parametrize("line", ["Key points", "Sandwick Town 2 Ostrand 1", "News Analysis"])
def test_what_is_no_byline(line: str) -> None:
    article = read("Ferry crews walk out", line, BODY, MORE)
    assert article.byline is None
    assert kinds(article)[1] == "heading"


@pytest.mark.parametrize(
    ("opening", "dateline", "date"),
    [
        ("PORT ELM — ", "PORT ELM", None),
        ("PORT ELM, Norland — ", "PORT ELM, Norland", None),
        ("PORT ELM, Nov. 18 — ", "PORT ELM, Nov. 18", "Nov. 18"),
        ("PORT ELM -- ", "PORT ELM", None),
        ("PORT ELM—", "PORT ELM", None),
        ("PORT ELM (Coastal Wire) - ", "PORT ELM (Coastal Wire)", None),
        ("Port Elm (Wire) – ", "Port Elm (Wire)", None),
        ("ÅLESUND, 3 May (Wire) — ", "ÅLESUND, 3 May (Wire)", "3 May"),
        ("PORT ELM: ", "PORT ELM", None),
        ("The mayor — ", None, None),
    ],
)
def test_a_dateline(opening: str, dateline: str | None, date: str | None) -> None:
    article = read("Ferry crews walk out", opening + BODY, MORE)
    assert (article.dateline, article.date) == (dateline, date)
    assert kinds(article)[1] == "paragraph"


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Tuesday 4 March 2025", "4 March 2025"),
        ("Published: March 4, 2025, 2.30 p.m. GMT", "March 4, 2025"),
        ("2025-03-04", "2025-03-04"),
    ],
)
def test_a_line_with_the_date(line: str, date: str) -> None:
    article = read("Ferry crews walk out", "By Ragna Holm", line, BODY, MORE)
    assert article.date == date
    assert kinds(article)[:3] == ["title", "byline", "byline"]


def test_a_date_in_a_sentence_is_not_the_article_s() -> None:
    assert read("Ferry crews walk out", "He died on May 3.", BODY).date is None


def test_headings_stand_between_paragraphs() -> None:
    article = read("Ferry crews walk out", BODY, "What the guild asks", MORE, "* * *", BODY)
    assert kinds(article) == [
        "title", "paragraph", "heading", "paragraph", "heading", "paragraph"
    ]  # fmt: skip


def test_a_quoted_line_is_no_heading() -> None:
    article = read("Ferry crews walk out", BODY, "“We rang them twice” – Ragna Holm", MORE)
    assert kinds(article)[2] == "paragraph"


def test_a_line_in_german_marks_is_no_heading() -> None:
    article = read("Ferry crews walk out", BODY, "„Which dean?“", MORE)
    assert kinds(article)[2] == "paragraph"


def test_an_interview() -> None:
    article = read(
        "Ragna Holm: “Ask the kittens”",
        "By Jo Peake",
        BODY,
        "Q. Were you angry?",
        "A. I was tired.",
    )
    assert kinds(article) == ["title", "byline", "paragraph", "turn", "turn"]


@pytest.mark.parametrize(
    ("first", "is_title"),
    [
        ("@holm: the boats are back", False),
        ("HOLM: the boats are back", False),
        ("Holm: the boats are back", True),
        ("The boats came back on Friday. Nobody met them.", False),
        ("The boats came back on Friday, and nobody met them.", True),
        (f"The boats came back on Friday. {'Nobody met them there, and nobody went. ' * 3}", False),
    ],
)
def test_whether_a_first_line_is_the_headline(first: str, is_title: bool) -> None:
    lines = [first, BODY, MORE, "Holm: So.", "Holm: No.", "HOLM: So.", "HOLM: No."]
    lines += ["Peake: Why?", "Peake: When?"]
    assert (read(*lines).title is not None) == is_title


@pytest.mark.parametrize(("times", "is_title"), [(1, False), (3, True)])
def test_a_sentence_is_the_headline_over_something_far_longer(times: int, is_title: bool) -> None:
    first = "Ferry Crews Walk Out Over Night Rota."
    article = read(first, "Nobody on the quay could say when they would sail. " * times)
    assert (article.title == first) == is_title


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("What the guild asks", "heading"),
        ("what the guild asks", "paragraph"),
        ("What the guild asks.", "paragraph"),
        ("What the guild asks,", "paragraph"),
        ("What the guild asks – and why", "heading"),
        ("‘What the guild’ asks", "paragraph"),
        ("10.45 a.m.", "heading"),
        ("* * *", "heading"),
        (" ".join(["Word"] * 14), "heading"),
        (" ".join(["Word"] * 15), "paragraph"),
        ("W" * 80, "heading"),
        ("W" * 81, "paragraph"),
    ],
)
def test_what_is_a_heading(line: str, kind: str) -> None:
    assert kinds(read("Ferry crews walk out", BODY, line, MORE))[2] == kind


def test_lines_of_verse_are_no_headings() -> None:
    verse = "I have sat all night by the wall\nAnd counted the lamps of the boats"
    assert kinds(read("Ferry crews walk out", BODY, verse, MORE)).count("heading") == 0


def test_the_last_line_is_no_heading() -> None:
    assert kinds(read("Ferry crews walk out", BODY, MORE, "What the guild asks"))[-1] == "paragraph"


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("By Ragna Holm: the long read", "Ragna Holm: the long read"),
        ("By Ragna Holm!", None),
        ("By Ragna Holm?", None),
        ("By Ragna Holm.", None),
        (
            "With Ragna Holm Peake in Ostrand and Jo Sand",
            "With Ragna Holm Peake in Ostrand and Jo Sand",
        ),
        ("RAGNA HOLM", None),
        ("Ragna Holm Answers Questions", None),
    ],
)
def test_what_credits_somebody(line: str, byline: str | None) -> None:
    assert read("Ferry crews walk out", line, BODY, MORE).byline == byline


def test_a_name_that_nothing_follows_is_no_byline() -> None:
    assert read("Ferry crews walk out", "Ragna Holm").byline is None


def test_the_post_below_a_name_belongs_to_the_byline() -> None:
    article = read("Ferry crews walk out", "Ragna Holm", "Harbour Correspondent", BODY, MORE)
    assert kinds(article)[:4] == ["title", "byline", "byline", "paragraph"]
    assert article.byline == "Ragna Holm"


def test_a_place_and_a_date_on_a_line_of_their_own() -> None:
    article = read("Ferry crews walk out", "PORT ELM, 3 May 2021", BODY, MORE)
    assert (article.dateline, article.date) == ("PORT ELM", "3 May 2021")


def test_a_list_above_the_story_is_no_part_of_its_head() -> None:
    items = [f"- {words}" for words in ("a rota", "a brass band", "tea", "kittens", "a quay")]
    article = read("Ferry crews walk out", *items, "By Ragna Holm", "3 May 2021", BODY, MORE)
    assert (article.byline, article.date) == ("Ragna Holm", "3 May 2021")


@pytest.mark.parametrize(
    ("first", "is_title"),
    [
        ("Ferry Crews Walk Out Today. The Guild Was Never Asked.", True),
        ("Ferry crews walk out today. The guild was never asked.", False),
        ("Ferry Crews Walk Out Today. The Guild Was never asked.", False),
        ("Ferry Crews (Again) ‘Walk’ Out Today. The Guild said So.", True),
        ("It was so. He did it, as we all do now and then.", True),
        (f"Ferry Crews Walk Out {'Again ' * 14}So.", True),
        (f"Ferry Crews Walk Out {'Again ' * 15}So.", False),
        (f"{'W' * 200}", True),
        (f"{'W' * 201}", False),
        (f"The crews went out. {'W' * 110}", True),
        (f"The crews went out. {'W' * 111}", False),
    ],
)
def test_which_first_line_is_short_or_capital_enough(first: str, is_title: bool) -> None:
    assert (read(first, BODY, MORE * 3).title is not None) == is_title


@pytest.mark.parametrize(
    ("first", "is_title"),
    [(f"The boats went. {'w' * 113}.", True), (f"The boats went. {'w' * 114}.", False)],
)
@pytest.mark.parametrize("above", [[], ["What the guild asks"]])
def test_over_a_byline_a_headline_may_be_a_sentence(
    first: str, is_title: bool, above: list[str]
) -> None:
    assert (read(first, *above, "By Jo Peake", BODY).title is not None) == is_title
    assert read(first, "Why", "When", "By Jo Peake", BODY).title is None


@pytest.mark.parametrize(
    ("lines", "byline"),
    [
        (["By A. B. C. D. Holm"], "A. B. C. D. Holm"), (["By A. B. C. D. E. Holm"], None),
        (["By Jo “Peake”"], None), (["By Jo “"], None), (['By Jo "Peake"'], None),
        ([f"By {'Jo ' * 21}Holm"], f"{'Jo ' * 21}Holm"), ([f"By {'Jo ' * 22}Holm"], None),
        ([f"By {'J' * 157}"], "J" * 157), ([f"By {'J' * 158}"], None),
        ([BODY, "With Jo Holm in Ostrand"], "With Jo Holm in Ostrand"),
        ([BODY, MORE, "With Jo Holm in Ostrand"], "With Jo Holm in Ostrand"),
        ([BODY, MORE, BODY, "With Jo Holm in Ostrand"], None),
        ([BODY, "Jo Holm"], "Jo Holm"), ([BODY, MORE, "Jo Holm"], None),
        (["By Jo Holm", "By Jo Peake"], "Jo Holm"), (["Jo Holm and the City"], None),
    ],
)  # fmt: skip
def test_where_and_how_long_a_byline_may_be(lines: list[str], byline: str | None) -> None:
    assert read("Ferry crews walk out", *lines, BODY, MORE).byline == byline


@pytest.mark.parametrize(
    ("lines", "date", "expected"),
    [
        (["3 May 2021", BODY], "3 May 2021", ["paragraph", "paragraph"]),
        (["Crews out", "By Jo Holm | 3 May 2021", BODY], "3 May 2021",
         ["title", "byline", "paragraph"]),
        (["Crews out", "3 May 2021", "4 May 2021", BODY], "3 May 2021",
         ["title", "byline", "byline", "paragraph"]),
        (["Crews out", "By Jo Holm | 3 May 2021", "4 May 2021", BODY], "3 May 2021",
         ["title", "byline", "byline", "paragraph"]),
        (["Crews out", f"ELM PORT, May 2 — {BODY}", "3 May 2021"], "May 2",
         ["title", "paragraph", "byline"]),
        (["Crews out", "Out since 3 May", BODY], "3 May", ["title", "heading", "paragraph"]),
        (["Crews out", f"Out since 3 May {'so ' * 22}", BODY], None,
         ["title", "paragraph", "paragraph"]),
        (["Crews out", "> 3 May 2021", BODY], None, ["title", "quote", "paragraph"]),
        (["Crews out", "City Reporter", BODY], None, ["title", "heading", "paragraph"]),
    ],
)  # fmt: skip
def test_the_date_is_the_first_that_the_head_tells(
    lines: list[str], date: str | None, expected: list[str]
) -> None:
    article = read(*lines, MORE)
    assert article.date == date
    assert kinds(article)[:-1] == expected


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        (f"ELM PORT — {BODY}", "ELM PORT"), (f"Elm Port, 3 May — {BODY}", "Elm Port, 3 May"),
        (f"ELM PORT: {BODY}", "ELM PORT"), ("ELM PORT: so.", None),
        (f"E: {BODY}", None), (f"{'E' * 161} — {BODY}", None),
    ],
)  # fmt: skip
def test_which_words_before_a_dash_or_colon_are_a_dateline(text: str, dateline: str | None) -> None:
    assert read("Ferry crews walk out", text, MORE).dateline == dateline


@pytest.mark.parametrize(
    ("above", "line", "below", "kind"),
    [
        (f"{BODY}\n", "Why now\n", MORE, "heading"),
        (f"{BODY}\n", "Why now", MORE, "heading"),
        (f"{BODY}\n", "Why now", "And when", "paragraph"),
        (f"{BODY}\n", "Why now\n", "And when", "heading"),
        (f"{BODY}\n", "Why now", "> So.", "heading"),
        ("Then\n", "Why now\n", MORE, "heading"),
        (BODY, "Why now", MORE, "heading"),
        (BODY, "“Why” now", MORE, "paragraph"),
        (BODY, "“Why now", MORE, "heading"),
        (BODY, "‘Why» now", MORE, "paragraph"),
    ],
)
def test_a_heading_stands_between_other_lines(above: str, line: str, below: str, kind: str) -> None:
    article = read(f"Crews out\n\n{above}\n{line}\n{below}\n{MORE}")
    shown = {article.text[b.span.start : b.span.end]: b.kind for b in article.blocks}
    assert shown[line.strip()] == kind
