"""Who of a family is meant."""

from tests.analysis.voices_of import read, speakers_of


def test_the_son_of_his_mother_is_he() -> None:
    analysis = read(
        "Yusuf Darwan, a teacher, reached the camp on Sunday. “They counted us twice,” he said.",
        "His mother, Umma Darwan, who is 81, rarely speaks. Her son says that she asks for the"
        " bridge each morning.",
    )
    assert set(speakers_of(analysis)) == {"Yusuf Darwan"}


def test_the_elder_of_two_is_the_mother() -> None:
    analysis = read(
        "Joachim Velloch came with his mother, the former premier Dora Velloch.",
        "“Not yet,” he said. The elder Velloch said that he should have worn a coat.",
    )
    assert speakers_of(analysis) == ["Joachim Velloch", "Dora Velloch"]


def test_the_younger_of_two_is_told_by_their_ages() -> None:
    analysis = read(
        "Miles Sendt, 44, and Garr Sendt, 47, own the club together.",
        "The younger Sendt said that the lights had failed.",
        "The elder Sendt said that they had not.",
    )
    assert speakers_of(analysis) == ["Miles Sendt", "Garr Sendt"]


def test_who_is_spoken_of_behind_a_mother_is_not_the_mother() -> None:
    analysis = read(
        "Yusuf Darwan came late. His mother said Umma Velloch had kept him.",
        "Umma Velloch, a nurse, said that was so. Her son said nothing of it.",
    )
    assert speakers_of(analysis)[-1] == "Her son"
