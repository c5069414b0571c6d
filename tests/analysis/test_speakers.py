"""Every voice once, under its full name."""

from tests.analysis.articles import article
from tests.analysis.voices_of import read, speakers_of
from tui.analysis import analyse


def test_surname_title_role_and_pronoun_are_one_voice() -> None:
    analysis = read(
        "Ostrand Mayor Ada Falkmere, 61, said the harbour would close in May.",
        "“It is the least bad of three bad choices,” Falkmere said.",
        "She said the work would take a month.",
        "The mayor added that the ferries would wait.",
        "The 61-year-old promised that the market would stay open.",
        "“I am sorry for the noise,” Ms. Falkmere said.",
    )
    assert set(speakers_of(analysis)) == {"Ada Falkmere"}
    assert len(analysis.quotes) == 6
    assert analysis.speakers[0].role is not None
    assert "mayor" in analysis.speakers[0].role.lower()


def test_the_minister_is_the_one_who_has_the_floor() -> None:
    analysis = read(
        "Tessaly Foreign Minister Anton Revik said the talks with Halmere Foreign Minister Ilsa"
        " Verhane were useless.",
        "Revik said he had told Verhane about the dam.",
        "The minister added that they agreed on nothing.",
        "Verhane said the dam was hers to open.",
        "The minister said it would stay shut.",
    )
    assert speakers_of(analysis)[:3] == ["Anton Revik"] * 3
    assert speakers_of(analysis)[3:] == ["Ilsa Verhane"] * 2


def test_pronouns_follow_the_gender_that_the_article_tells() -> None:
    analysis = read(
        "Mr. Anton Revik met Ms. Ilsa Verhane on Monday.",
        "“The dam is full,” she said.",
        "“The river is empty,” he said.",
    )
    assert speakers_of(analysis) == ["Ilsa Verhane", "Anton Revik"]


def test_two_of_one_family_stay_two() -> None:
    analysis = read(
        "“He locked the doors,” said Kathleen Orrell.",
        "“My mother is polite,” said her son, Dominic Orrell.",
        "“We were not heard,” Mrs Orrell said.",
    )
    assert speakers_of(analysis) == ["Kathleen Orrell", "Dominic Orrell", "Kathleen Orrell"]


def test_groups_and_papers_are_voices_too() -> None:
    analysis = read(
        "Residents said the noise was unbearable.",
        "The report warned that a later start would double the cost.",
    )
    kinds = {s.name.lower(): s.kind for s in analysis.speakers}
    assert kinds["residents"] == "group"
    assert kinds["the report"] == "document"


def test_shares_are_of_all_attributed_words() -> None:
    analysis = read(
        "“One two three four five six,” said Ada Falkmere.",
        "“One two three,” said Piet Oduya.",
    )
    assert [round(s.share, 2) for s in analysis.speakers] == [0.67, 0.33]
    assert [s.words for s in analysis.speakers] == [6, 3]


def test_an_answer_belongs_to_the_interviewed() -> None:
    analysis = analyse(
        article(
            "Ottilie Sand: “I count it as progress”",
            "By Lise Brand",
            "Ottilie Sand has mediated for thirty years. Sand spoke to us in her kitchen.",
            "Q. Did you know?",
            "A. I knew that it was old.",
            "Q. And now?",
            "A. Now it is older.",
        )
    )
    names = speakers_of(analysis)
    assert names[-4:] == ["Lise Brand", "Ottilie Sand", "Lise Brand", "Ottilie Sand"]


def test_a_headline_names_a_role_without_its_article() -> None:
    analysis = analyse(
        article(
            "Talks end without a word",
            "The talks with British Foreign Secretary Ada Falk were polite, Bo Rask said.",
            "Foreign secretary vows to return",
            "Falk said the boats would stay in port.",
            "The foreign secretary said that she had expected nothing else.",
        )
    )
    assert [s.name for s in analysis.speakers] == ["Bo Rask", "Ada Falk"]


def test_a_description_with_a_name_in_it_is_somebody_else() -> None:
    analysis = read(
        "Anton Revik said the dam would hold.",
        "A person close to Mr. Revik said that he had his doubts.",
        "The match report filed by referee Aldous Pym said that the ground was wet.",
    )
    assert speakers_of(analysis) == [
        "Anton Revik",
        "A person close to Mr. Revik",
        "The match report filed by referee Aldous Pym",
    ]


def test_a_description_may_give_the_name() -> None:
    analysis = read(
        "A woman who asked to be identified only as Bea said the road was closed.",
        "Bea said she would walk.",
    )
    assert speakers_of(analysis)[-2:] == ["Bea", "Bea"]


def test_a_body_is_not_who_leads_it() -> None:
    analysis = read(
        "The Deckhands Guild called the strike. Its president, Marit Ode, said it would last.",
        "The guild said that 400 boats lay still.",
    )
    assert speakers_of(analysis)[-2:] == ["Marit Ode", "Deckhands Guild"]


def test_a_deputy_is_not_the_governor() -> None:
    analysis = read(
        "Governor Henrike Solvang said that rates would stay.",
        "Deputy Governor Tomas Aldane said that he agreed.",
        "The governor said that prices were high.",
    )
    assert speakers_of(analysis)[-1] == "Henrike Solvang"


def test_a_byname_in_the_name_is_one_voice() -> None:
    analysis = read(
        "Tobias “Tugboat” Renner, the chief executive, said the port would close.",
        "“It is over,” said Renner.",
        "Tugboat added that he was sorry.",
    )
    assert set(speakers_of(analysis)) == {"Tobias “Tugboat” Renner"}


def test_a_pronoun_never_names_a_voice() -> None:
    analysis = read(
        "Mr. Anton Revik went home on Monday.",
        "The dam is full, according to him.",
        "According to himself, the river was empty.",
        "You said that the dam would hold.",
    )
    assert speakers_of(analysis) == ["Anton Revik", "Anton Revik", None]
