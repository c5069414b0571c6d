"""Whose the quotations of a dialogue are."""

from tests.analysis.voices_of import read, speakers_of


def test_a_question_is_answered_by_the_other_one() -> None:
    analysis = read(
        "“Who locked the gate?” Edda Rauning asked.",
        "“The wind did,” Bo Lindahl said.",
        "“Every night?” Rauning asked.",
        "“Only on Sundays.”",
    )
    assert speakers_of(analysis)[-1] == "Bo Lindahl"


def test_who_asked_asks_again() -> None:
    analysis = read(
        "“How thin?” asked the chair, Bo Lindahl.",
        "“Eleven buoys,” Edda Rauning replied.",
        "“And loud?”",
        "“Every one of them says the same.”",
    )
    assert speakers_of(analysis) == ["Bo Lindahl", "Edda Rauning"] * 2


def test_who_tells_the_story_asks_and_answers() -> None:
    analysis = read(
        "I met Edda Rauning at the gate.",
        "“You walked?” she asked.",
        "“Most of the way.”",
        "“Nobody walks here,” Rauning said.",
        "“Why not?”",
        "“Dogs.”",
    )
    assert speakers_of(analysis) == [
        "Edda Rauning", "the author", "Edda Rauning", "the author", "Edda Rauning",
    ]  # fmt: skip


def test_who_is_beside_the_speaker_answers() -> None:
    analysis = read(
        "On the morning I arrive there are nine clocks in the shop. Bo Lindahl, who is 74, bends"
        " over one of them. Edda Rauning, who is 71, is eating a pear.",
        "“You’ll drip on it,” Lindahl says.",
        "“I’m nowhere near it.”",
        "“Juice travels.”",
        "“Juice does not travel. It isn’t a salesman.”",
    )
    assert speakers_of(analysis) == ["Bo Lindahl", "Edda Rauning"] * 2


def test_who_is_spoken_to_is_not_who_speaks() -> None:
    analysis = read(
        "“Nobody looked at the diaries,” Edda Rauning told the court.",
        "“Who did not?” asked Mr Lindahl.",
        "“I did not, sir.”",
        "“And why?” asked Mr Lindahl.",
        "“It was late, Mr Lindahl.”",
    )
    assert speakers_of(analysis) == ["Edda Rauning", "Lindahl"] * 2 + ["Edda Rauning"]


def test_without_questions_the_same_speaker_goes_on() -> None:
    analysis = read(
        "“The pier is safe,” Edda Rauning said.",
        "“We have looked at every pile, and at every bolt. There is no rust.”",
    )
    assert speakers_of(analysis) == ["Edda Rauning"] * 2


def test_a_reply_comes_from_the_other_one() -> None:
    analysis = read(
        "“Send me the bill,” Edda Rauning said.",
        "“You never paid for the fence,” said Bo Lindahl. “Ask my lawyer,” came the reply.",
    )
    assert speakers_of(analysis)[0] == "Edda Rauning"


def test_the_sentence_behind_a_quotation_may_tell_who_it_was() -> None:
    analysis = read(
        "The hall was empty by nine.",
        "“Winters are long. I have sat through longer ones than this.” That was Edda Rauning.",
    )
    assert speakers_of(analysis) == ["Edda Rauning"]


def test_plural_nouns_do_not_take_the_floor() -> None:
    analysis = read(
        "Edda Rauning said she had sold her boat. Younger hands call her lucky, for reasons that"
        " she told us at length. “My uncle rowed for this very yard in the worst of the ice.”",
    )
    said = next(q for q in analysis.quotes if "My uncle" in q.text)
    assert said.speaker == next(s.id for s in analysis.speakers if s.name == "Edda Rauning")


def test_whose_words_were_told_in_others_may_ask() -> None:
    analysis = read(
        "The lawyer, Imogen Hale, put it to the witness that he was mistaken about the time.",
        "“I had a watch,” said Danny Okafor.",
        "“A cheap one?”",
        "“It was my father’s.”",
    )
    assert speakers_of(analysis)[-3:] == ["Danny Okafor", "Imogen Hale", "Danny Okafor"]


def test_who_is_asked_by_name_answers_right_behind() -> None:
    analysis = read(
        "Counsel for the family, Nia Cadwaladr, produced a timesheet. “Is that your signature, Mr"
        " Strake?” “It looks like it.” “Were you on leave from your own hand?”",
        "Mr Strake said he could not explain it.",
    )
    assert speakers_of(analysis) == ["Nia Cadwaladr", "Strake", "Nia Cadwaladr", "Strake"]


def test_who_is_spoken_of_as_who_said_it_does_not_say_that() -> None:
    analysis = read(
        "Ada Falk said that the keeper had lost her key.",
        "Her uncle had told her to stay away. “He said the pier was haunted. I answered that he"
        " could stay there himself.”",
    )
    assert speakers_of(analysis)[-1] == "Ada Falk"


def test_who_recalls_somebody_tells_what_he_said() -> None:
    analysis = read(
        "Ada Falk agreed, telling MPs that she had learned much. The comedian Hanna Lind recalled"
        " her first talk with him. “He said it was not funny.”",
    )
    assert speakers_of(analysis)[-1] == "Hanna Lind"


def test_paragraphs_that_are_closed_quotations_take_turns() -> None:
    analysis = read(
        "“Feel that,” Teodor Lind, the baker, says. “It will not bite.”",
        "His granddaughter, Halina Prewitt, puts her hand in.",
        "“It’s warm.”",
        "“Of course it’s warm. It’s alive.”",
        "“You say that about everything in here.”",
        "“Not the mixer,” he says.",
    )
    assert speakers_of(analysis) == ["Teodor Lind", "Halina Prewitt"] * 2 + ["Teodor Lind"]


def test_a_word_or_two_in_a_paragraph_are_the_other_one_s() -> None:
    analysis = read(
        "Teodor Lind says the legend is false. He came in 1974.",
        "His sister, Rosa Lind, is 80. “He was seasick for nine days,” she said.",
        "“Eleven.”",
        "“You see? Now he is proud of it.”",
    )
    assert speakers_of(analysis) == ["Teodor Lind", "Rosa Lind", "Teodor Lind", "Rosa Lind"]


def test_whoever_is_spoken_to_answers() -> None:
    analysis = read(
        "Mrs Prewitt was in the bakery at noon. Mr Lind took off his apron.",
        "“Tomorrow you do the salt,” he tells her.",
        "“You’ve never let me do the salt.”",
    )
    assert speakers_of(analysis) == ["Lind", "Prewitt"]


def test_who_is_called_by_name_answers() -> None:
    analysis = read(
        "Bo Falk, who was there, is to come next. Falk wrote that the door was heavy.",
        "“Do you remember that, Ms Rauning?” asked Tove Rask.",
        "“I don’t remember it, no.”",
    )
    assert speakers_of(analysis)[-1] == "Rauning"


def test_another_of_the_family_answers() -> None:
    analysis = read(
        "“The well was dry that spring,” Falk said. “All of us went thirsty.”",
        "“Never,” said Bo Falk, who is eighty. “It had rained since March.”",
        "“Not on our side.”",
        "“I drew from it daily.”",
    )
    assert speakers_of(analysis)[1] == speakers_of(analysis)[3] == "Bo Falk"


def test_who_is_asked_by_the_author_answers() -> None:
    analysis = read(
        "Edda Rauning is late. “I was looking at a goat,” she says.",
        "I ask whether she is ashamed of it.",
        "“Which one? There were several.” A pause. “No.”",
        "The soup is served. Its filing calls the goat “a pet”.",
        "Is it? I ask.",
        "“I can’t talk about that.”",
    )
    said = [s for s in speakers_of(analysis) if s not in (None, "Its filing", "the author")]
    assert set(said) == {"Edda Rauning"}
    assert speakers_of(analysis)[-1] == "Edda Rauning"


def test_it_is_she_who_is_beside_him() -> None:
    analysis = read(
        "I watch them. It is Edda Rauning who is holding the lamp.",
        "“Don’t breathe,” says Bo Lindahl.",
        "“For how long?”",
        "“Until it’s in.”",
        "“And if it doesn’t go in?”",
    )
    assert speakers_of(analysis) == ["Bo Lindahl", "Edda Rauning"] * 2


def test_one_of_several_is_answered_by_another_of_them() -> None:
    analysis = read(
        "“We were told too late,” said Bo Lindahl, the harbour master.",
        "“They will not raise her before winter,” two fishermen on the quay said.",
        "“They will not raise her at all.”",
    )
    assert speakers_of(analysis)[-1] == speakers_of(analysis)[-2] != "Bo Lindahl"


def test_who_recalls_what_she_asked_tells_the_answer() -> None:
    analysis = read(
        "“She laughed,” said Bo Rask, who knew Edda Velt.",
        "The poet Nell Lind recalled asking her why she had left. “She said, ‘It was late.’”",
    )
    assert speakers_of(analysis)[-1] == "Nell Lind"


def test_whom_a_told_question_is_about_answers_in_the_next_paragraph() -> None:
    analysis = read(
        "Edda Velt, 44, said she had rung the waterworks. Her neighbours had laughed at her.",
        "The inquiry’s chairman, Lord Raske, asked whether she needed a break.",
        "“No, sir. I have waited four years. I’d like to go on.”",
    )
    assert speakers_of(analysis)[-1] == "Edda Velt"


def test_who_is_only_described_may_mutter() -> None:
    analysis = read(
        "Mr Raske said he would write to him.",
        "“He’ll write,” muttered the woman next to me in the gallery. “By ferry.”",
    )
    assert speakers_of(analysis)[-1] == "the woman"


def test_a_line_that_names_somebody_heads_what_they_say() -> None:
    analysis = read(
        "The bypass is to be voted on in May.",
        "Edda Velt, 67, retired bus driver",
        "“I drove that road for thirty years. I’d rather have the trees.”",
        "Councillor Bo Raske (Con)",
        "“It’s a matter of jobs, pure and simple.”",
        "Anonymous, lorry driver",
        "“I just want to get home, mate.”",
        head="‘I’d rather have the trees’: voices from the bypass",
    )
    assert speakers_of(analysis) == ["Edda Velt", "Edda Velt", "Bo Raske", "Anonymous"]


def test_who_spoke_before_a_reporter_came_in_answers() -> None:
    analysis = read(
        "Coach Ada Falk sat down. “Go on, then,” she said.",
        "A reporter from the Ledger wondered if Bo Lind would play again.",
        "“Next question.”",
    )
    assert speakers_of(analysis)[-1] == "Ada Falk"
