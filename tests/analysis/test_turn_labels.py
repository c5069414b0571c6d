"""Who the labels of a transcript's turns stand for."""

from tests.analysis.voices_of import read, speakers_of

HEAD = "Transcript: the minister and the harbour"
WHO = (
    "Harbour Minister Bo Lindahl and his opposition counterpart, Edda Rauning, were interviewed by"
    " Tove Rask on Sunday."
)


def test_each_label_is_somebody_else() -> None:
    analysis = read(
        WHO,
        "HOST: Good morning. Minister, is the harbour safe?",
        "MINISTER: It is.",
        "RAUNING: It is not.",
        "HOST: One at a time.",
        "MINISTER: I have the report here.",
        head=HEAD,
    )
    told = ["Tove Rask", "Bo Lindahl", "Edda Rauning", "Tove Rask", "Bo Lindahl"]
    assert speakers_of(analysis) == told


def test_a_host_may_say_the_name() -> None:
    analysis = read(
        "Bo Lindahl came to the studio on Sunday.",
        "PRESENTER: Good morning, I’m Tove Rask. Is the harbour safe?",
        "LINDAHL: It is.",
        "PRESENTER: Who says so?",
        "LINDAHL: I do.",
        head=HEAD,
    )
    assert speakers_of(analysis) == ["Tove Rask", "Bo Lindahl", "Tove Rask", "Bo Lindahl"]


def test_initials_are_who_had_the_full_name_before() -> None:
    analysis = read(
        "Dan Ortiz met the keeper of umbrellas in her shop.",
        "Dan Ortiz: Why did you stop at its peak?",
        "Marguerite Sol: Because it was at its peak.",
        "DO: And now?",
        "MS: Now I mend what people bring.",
        "DO: Is it enough?",
        "MS: It rains a good deal here.",
        head="The keeper of umbrellas",
    )
    assert speakers_of(analysis) == ["Dan Ortiz", "Marguerite Sol"] * 3


def test_who_is_nobody_known_is_named_by_the_label() -> None:
    analysis = read(
        WHO,
        "RAUNING: It is not safe.",
        "CALLER: I saw the crack.",
        "LINDAHL: It is safe.",
        "CALLER: I saw it.",
        head=HEAD,
    )
    assert speakers_of(analysis) == ["Edda Rauning", "Caller", "Bo Lindahl", "Caller"]


def test_short_names_in_capitals_are_whole() -> None:
    analysis = read(
        "JUNE RASKE, HOST: Good morning. With me is Mayor Constance Velt-Lind.",
        "MAYOR CONSTANCE VELT-LIND: Good morning, June.",
        "RASKE: How bad is it?",
        "VELT-LIND: It is bad.",
        "GOV. PAUL TOLKER: We have everything we need.",
        "RASKE: That was the governor.",
        head="The morning hour",
    )
    assert speakers_of(analysis) == [
        "June Raske", "Constance Velt-Lind", "June Raske", "Constance Velt-Lind", "Paul Tolker",
        "June Raske",
    ]  # fmt: skip


EXAMINED = (
    "EDDA RASKE, called as a witness, having been first duly sworn, testified as follows:",
    "DIRECT EXAMINATION",
    "BY MR. KEENER:",
    "Q. Where do you work, Ms. Raske?",
    "A. At the diner. I wait tables.",
    "CROSS-EXAMINATION BY MS. OKPARA",
    "Q. You had two glasses of wine?",
    "A. One.",
    "THE CLERK: Please speak up.",
    "MS. OKPARA: Let her finish.",
    "THE WITNESS: I had one glass.",
    "OFFICER DAN WESTER, a witness for the State, was sworn.",
    "BY MR. KEENER:",
    "Q. What did you see?",
    "A. Smoke. And I saw him run.",
)


def test_a_court_s_lines_say_who_examines_and_who_is_sworn() -> None:
    analysis = read(*EXAMINED, head="State v. Tolker, day four")
    said = [
        s for s, q in zip(speakers_of(analysis), analysis.quotes, strict=True) if q.kind == "direct"
    ]
    assert said == [
        "Keener", "Edda Raske", "Okpara", "Edda Raske", "The Clerk", "Okpara", "Edda Raske",
        "Keener", "Dan Wester",
    ]  # fmt: skip


def test_counsel_does_not_answer_where_nobody_is_told_to_be_sworn() -> None:
    analysis = read(
        "DIRECT EXAMINATION BY MS. OKPARA",
        "Q. Please state your name.",
        "A. Edda Raske.",
        "Q. What do you do, Ms. Raske?",
        "A. I wait tables.",
        "MR. KEENER: Objection.",
        head="State v. Tolker, day four",
    )
    assert speakers_of(analysis) == ["Okpara", "Edda Raske"] * 2 + ["Keener"]


def test_who_is_told_to_be_somebody_may_speak_once() -> None:
    analysis = read(
        "Operator", "Good morning, and welcome to the call.",
        "Edda Velt -- Vice President, Investor Relations", "Thank you. With me is Bo Raske.",
        "Bo Raske -- Chief Executive Officer", "We had a solid quarter.",
        "Questions & Answers:",
        "Operator", "The first question is from Dan Tolk.",
        "Dan Tolk -- Pine Street -- Analyst", "Can you talk about steel?",
        "Bo Raske -- Chief Executive Officer", "Steel is steel.",
        head="Velt Tools, second quarter, transcript",
    )  # fmt: skip
    assert speakers_of(analysis) == [
        "Operator", "Edda Velt", "Bo Raske", "Operator", "Dan Tolk", "Bo Raske",
    ]  # fmt: skip
    assert not [q for q in analysis.quotes if "Questions" in q.text]


def test_a_member_of_parliament_has_a_place_and_a_party_behind_the_name() -> None:
    analysis = read(
        "The Minister for Harbours (Bo Lindahl): I beg to move the Bill.",
        "Edda Rauning (Northmoor) (Lab): Will the Minister give way?",
        "Bo Lindahl: I will.",
        "Edda Rauning: Is the harbour safe?",
        "Several hon. Members rose—",
        "Madam Deputy Speaker: Order. I call the Minister.",
        "Sir Piers Velt (West Fens) (Con): It is not.",
        "The Minister for Harbours: It is, and I have the report.",
        "Madam Deputy Speaker: Order.",
        head="Second Reading of the Harbours Bill",
    )
    assert speakers_of(analysis) == [
        "Bo Lindahl", "Edda Rauning", "Bo Lindahl", "Edda Rauning", "Madam Deputy Speaker",
        "Piers Velt", "Bo Lindahl", "Madam Deputy Speaker",
    ]  # fmt: skip
    assert not any("rose" in quote.text for quote in analysis.quotes)


def test_a_report_may_give_one_exchange_with_titles() -> None:
    analysis = read(
        "Ruth Adeyemi told the inquiry on Monday that the floor was wet. Helena Marsh KC asked who"
        " had been there.",
        "Mrs Marsh: Did Dr Lund say anything?",
        "Ms Adeyemi: Not then. He looked at his shoes.",
        "The hearing goes on.",
    )
    assert speakers_of(analysis)[-2:] == ["Helena Marsh", "Ruth Adeyemi"]
    assert analysis.quotes[-1].text == "Not then. He looked at his shoes."


def test_initials_may_be_a_word() -> None:
    analysis = read(
        "The potter Tom Orr makes pots. Courtney Blaine spoke to him.",
        "CB: How do you make a pot?",
        "TO: With a long spoon.",
        "CB: Do you like it?",
        "TO: I do.",
    )
    said = {q.text: who for q, who in zip(analysis.quotes, speakers_of(analysis), strict=True)}
    assert said["With a long spoon."] == said["I do."] == "Tom Orr"


def test_a_word_in_capitals_is_no_label_where_nobody_else_has_one() -> None:
    analysis = read("TO: all who work here", "TO: those who do not")
    assert not [q for q in analysis.quotes if q.kind == "direct"]


def test_a_broadcast_s_transcript_has_a_host_and_people_with_numbers() -> None:
    analysis = read(
        "BO LINDAHL, HOST:",
        "The mill is closing. Edda Rauning has the story.",
        "EDDA RAUNING, BYLINE: It began at five.",
        "UNIDENTIFIED PERSON #1: It's the end of the town.",
        "UNIDENTIFIED PERSON #2: We'll manage.",
        "LINDAHL: That was Edda Rauning.",
        head="The mill at Strand",
    )
    assert speakers_of(analysis) == [
        "Bo Lindahl",
        "Edda Rauning",
        "Unidentified Person #1",
        "Unidentified Person #2",
        "Bo Lindahl",
    ]
