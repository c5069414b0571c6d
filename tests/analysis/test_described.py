"""Whom descriptions stand for."""

from tests.analysis.voices_of import read, speakers_of
from tui.analysis.narrowing import without_doubtful


def test_an_age_is_somebody_whom_the_text_has_named() -> None:
    analysis = read(
        "Wilma Trask, a net mender, stood on the quay all morning.",
        "“I mend what the sea leaves,” the 58-year-old said.",
    )
    assert speakers_of(analysis) == ["Wilma Trask"]


def test_a_predecessor_is_the_former_holder_of_the_office() -> None:
    analysis = read(
        "Edda Rauning, the harbour minister, said the pier was safe. Her predecessor, Bo Lindahl,"
        " called that “brave.”",
        "The former minister added that the piles were rotten.",
    )
    assert speakers_of(analysis) == ["Edda Rauning", "Bo Lindahl", "Bo Lindahl"]


def test_a_description_with_a_possessive_is_not_its_owner() -> None:
    analysis = read(
        "Edda Rauning, a novelist, has finished her last book.",
        "According to her publisher, the book took eleven years.",
    )
    assert speakers_of(analysis) == ["her publisher"]


def test_kin_is_the_other_one_of_the_family() -> None:
    analysis = read(
        "Edda Rauning runs the yard with Bo Rauning, who builds the masts. He never sleeps.",
        "“The wood is wet,” she said.",
        "Her brother said the wood was dry.",
    )
    assert speakers_of(analysis) == ["Edda Rauning", "Bo Rauning"]


def test_the_rest_of_the_sentence_tells_a_gender() -> None:
    analysis = read(
        "Fisheries Minister Edda Rauning met Transport Minister Bo Lindahl on the quay.",
        "Ms. Rauning was late. Mr. Lindahl was not.",
        "The minister rubbed his hands. “It is cold,” he said.",
    )
    assert speakers_of(analysis) == ["Bo Lindahl"]


def test_who_leads_a_sentence_is_on_stage() -> None:
    analysis = read(
        "Bo Lindahl, the harbour master, said the pier was safe.",
        "A woman in her forties, with a net on her arm, shook her head. “Nobody asks us,” she"
        " said.",
    )
    assert speakers_of(analysis) == ["Bo Lindahl", "A woman in her forties"]


def test_a_body_is_called_by_its_noun() -> None:
    analysis = read(
        "The Guild of Ostrand Pilots met on Monday. Bo Lindahl of Kettering Shipping was there.",
        "The guild said that it would strike.",
    )
    assert "Guild" in (speakers_of(analysis)[0] or "")


def test_one_poll_is_not_another() -> None:
    analysis = read(
        "A new poll shows that the mayor would lose.",
        "The Harbour Radio poll found that she would win.",
    )
    assert len(set(speakers_of(analysis))) == 2


def test_two_who_are_known_are_these_together() -> None:
    analysis = read(
        "Fisheries Minister Edda Rauning said the quota was too low.",
        "Transport Minister Bo Lindahl said it was too high.",
        "The two ministers agreed that the talks would go on.",
    )
    assert speakers_of(analysis)[-1] == "Edda Rauning and Bo Lindahl"


def test_a_name_that_somebody_goes_by() -> None:
    analysis = read(
        "A porter who goes by the one name of Tarko has climbed it forty times.",
        "“I charge nothing,” he said.",
        "“They counted us twice,” said a woman who gave her name only as Ilka.",
    )
    assert speakers_of(without_doubtful(analysis)) == ["Tarko", "Ilka"]


def test_who_stands_for_a_person_and_not_for_the_body() -> None:
    analysis = read("The hall heard from Edda Rauning of the Harbour Watch, who said it was late.")
    assert "Edda Rauning" in speakers_of(analysis)


def test_no_voice_is_named_by_a_pronoun() -> None:
    analysis = read(
        "The board has sent round a notice. It reads:", "> No box is missing. The road was flooded."
    )
    assert not {"It", "it"} & {s.name for s in analysis.speakers}


def test_who_speaks_for_a_body_is_not_the_body() -> None:
    analysis = read(
        "A spokeswoman for the coast guard, Petra Lindqvist, said every word was fair.",
        "The spokeswoman promised that the log would be published.",
        "The coast guard said that it had no boats.",
    )
    assert speakers_of(analysis) == ["Petra Lindqvist", "Petra Lindqvist", "The coast guard"]
    assert analysis.speakers[0].role == "spokeswoman for the coast guard"
    assert analysis.speakers[1].kind == "organization"


def test_a_poll_is_called_by_its_noun_and_not_by_who_made_it() -> None:
    analysis = read(
        "A Harbour Wire poll released on Friday found that few had heard of it.",
        "The poll also showed that the mayor would lose.",
    )
    assert speakers_of(analysis) == ["A Harbour Wire poll"] * 2
    assert analysis.speakers[0].kind == "document"


def test_the_governor_himself_is_the_governor() -> None:
    analysis = read(
        "Governor Pete Larrabee stayed at home, his office said.",
        "The governor himself said that polls do not vote.",
    )
    assert "Pete Larrabee" in speakers_of(analysis)


def test_the_halland_minister_is_of_halland() -> None:
    analysis = read(
        "Oltmark’s foreign minister, Ansa Kivi, met her Halland counterpart, Edo Corv, on Monday.",
        "“It is late,” Corv said.",
        "Kivi called that geography by rumour. The Halland minister warned that he would go home.",
    )
    assert speakers_of(analysis)[-1] == "Edo Corv"


def test_who_inspects_is_the_inspector_and_who_writes_the_author() -> None:
    analysis = read(
        "For thirty years Edda Rauning inspected boilers on the coast.",
        "Bo Lindahl, who directs the yard, said the boilers were sound.",
        "The inspector said they were not.",
        "The director said nobody had asked him.",
    )
    assert speakers_of(analysis) == ["Bo Lindahl", "Edda Rauning", "Bo Lindahl"]
    analysis = read(
        "Edda Rauning has published a memoir of the strike.",
        "The author said that it had taken eleven years.",
    )
    assert speakers_of(analysis)[-1] == "Edda Rauning"


def test_who_is_named_to_mediate_is_the_mediator() -> None:
    analysis = read(
        "Into this steps Edda Rauning, a retired teacher chosen in spring to mediate.",
        "Bo Lindahl of the yard said he had heard nothing.",
        "The mediator said she would call him.",
    )
    assert speakers_of(analysis) == ["Bo Lindahl", "Edda Rauning"]


def test_a_deputy_is_not_the_governor() -> None:
    analysis = read(
        "Governor Edda Rauning raised the rate on Monday.",
        "Deputy Governor Bo Lindahl said that rents were high.",
        "Mr. Lindahl left early.",
        "The governor promised to stay until the spring.",
    )
    assert speakers_of(analysis)[-1] == "Edda Rauning"


def test_the_judge_of_the_lead_is_named_below() -> None:
    analysis = read(
        "A Halland judge has stopped the sale of the harbour, saying that the town was not asked.",
        "Justice Edda Rauning, who heard the case in March, said the town had a right to be asked.",
        "The judge added that the sale was void.",
    )
    assert set(speakers_of(analysis)) == {"Edda Rauning"}


def test_a_post_is_said_by_who_wrote_it() -> None:
    analysis = read(
        "Harbour Minister Edda Rauning closed the pier on Monday.",
        "A post from the minister said the pier was rotten.",
    )
    assert speakers_of(analysis) == ["Edda Rauning"]


def test_whose_wife_is_the_one_with_the_surname() -> None:
    analysis = read(
        "It was no joke to Bo Lindahl, a retired pilot, whose wife told the panel that he had"
        " walked home. “He wanted a boat,” Edda Lindahl said.",
    )
    assert set(speakers_of(analysis)) == {"Edda Lindahl"}


def test_the_witness_is_who_is_asked() -> None:
    analysis = read(
        "The surgeon Bo Lindahl told the tribunal that the hand was sound.",
        "Asked by Tove Rask KC whether he had seen it, Mr Lindahl said he had.",
        "“Which hand was it?” Ms Rask asked.",
        "“I forget,” the witness replied.",
    )
    assert speakers_of(analysis)[-1] == "Bo Lindahl"


def test_a_secretary_may_be_called_the_minister() -> None:
    analysis = read(
        "Environment Secretary Bo Lindahl said he would write to the council.",
        "The minister warned that its bins were full.",
    )
    assert set(speakers_of(analysis)) == {"Bo Lindahl"}


def test_a_source_is_not_the_place_it_speaks_of() -> None:
    analysis = read("A Kettering source said that nobody wanted to send anyone anywhere.")
    assert speakers_of(analysis) == ["A Kettering source"]


def test_another_is_somebody_else() -> None:
    analysis = read(
        "“I keep my windows shut,” Edda Rauning said.",
        "Another said that the smell had reached the church.",
    )
    assert speakers_of(analysis) == ["Edda Rauning", "Another"]


def test_the_union_is_not_the_management() -> None:
    analysis = read(
        "The management says that the season will go ahead.", "The union says that it will not."
    )
    assert len(set(speakers_of(analysis))) == 2


def test_an_age_tells_of_no_other_role() -> None:
    analysis = read(
        "“Nobody threw anything,” said Bo Lindahl, the captain and goalkeeper.",
        "Emil Osund, who scored, left early. “We ran,” he said.",
        "And the speech? The captain shrugged. “I forget,” said the 34-year-old.",
    )
    assert speakers_of(analysis)[-1] == "Bo Lindahl"


def test_a_former_engineer_who_is_president_is_the_president() -> None:
    analysis = read(
        "Edda Rauning, a former engineer and the guild’s president, said the strike would go on.",
        "Bo Lindahl, a deckhand, said he was tired.",
        "The president did not doubt it. “We all are,” she said.",
    )
    assert speakers_of(analysis)[-1] == "Edda Rauning"


def test_the_only_company_that_is_named_is_the_company() -> None:
    analysis = read(
        "The company denies that the tanks were leaking.",
        "Calloway Fuels said in a statement that all losses had been recorded.",
        "The company said it would test the wells.",
    )
    assert set(speakers_of(analysis)) == {"Calloway Fuels"}


def test_a_company_is_one_with_and_without_its_legal_form() -> None:
    analysis = read(
        "Pellingham Foods Inc. said it would close two canneries.",
        "Pellingham Foods said the closures were overdue.",
    )
    assert set(speakers_of(analysis)) == {"Pellingham Foods Inc."}


def test_the_newspaper_is_the_tribune() -> None:
    analysis = read(
        "Pieter Haas denied a report in the Halland Tribune that he had argued for a rise.",
        "The newspaper says it stands by its story.",
    )
    assert speakers_of(analysis)[-1] == "Halland Tribune"


def test_the_two_ministers_are_the_two_who_spoke() -> None:
    analysis = read(
        "Foreign Minister Anton Revik said talks with Foreign Minister Greta Kolberg were long.",
        "Foreign Minister Bo Lind was told of it. Kolberg said they were useful.",
        "The two ministers also said that the treaty was dead.",
    )
    assert speakers_of(analysis)[-1] == "Anton Revik and Greta Kolberg"


def test_a_headline_tells_which_secretary_it_means() -> None:
    analysis = read(
        "Halland Foreign Minister Anton Revik said that the talks were long.",
        "Norland Foreign Secretary Greta Kolberg said that they were useful.",
        head="Norland foreign secretary vows to close the canal",
    )
    assert speakers_of(analysis) == ["Greta Kolberg", "Anton Revik", "Greta Kolberg"]


def test_delegates_of_two_countries_are_two() -> None:
    analysis = read(
        "The strait between Halland and Tamberland is narrow. Ships wait in Halland.",
        "Halland’s representative said the strait was shut.",
        "The representative of Tamberland replied that it was not. The representative of Halland"
        " left the room.",
    )
    assert speakers_of(analysis) == ["Halland’s representative", "The representative of Tamberland"]


def test_a_place_behind_a_plural_does_not_speak() -> None:
    analysis = read(
        "Kilbrannoch is an old port. Storms shut Kilbrannoch on Friday.",
        "Passengers stuck at the Kilbrannoch terminal complained that they were given no food.",
    )
    assert speakers_of(analysis) == ["Passengers stuck at the Kilbrannoch terminal"]


def test_who_speaks_for_a_family_is_none_of_those_named() -> None:
    analysis = read(
        "Kenjiro Oda founded the yard in 1961. Mr Oda is ninety.",
        "A spokesman for the Oda family declined to comment on the talks.",
    )
    assert speakers_of(analysis) == ["A spokesman for the Oda family"]


def test_the_defendant_is_who_is_tried_not_the_last_witness() -> None:
    analysis = read(
        "Captain Bo Lindahl, 52, is charged with endangering a vessel. He pleaded not guilty.",
        "An engineer, Dr. Anton Revik, said the gears were worn. He conceded that they worked.",
        "The defendant took the stand after lunch. He told jurors that he had slept.",
    )
    assert speakers_of(analysis)[-1] == "Bo Lindahl"


def test_a_clause_of_its_own_is_no_part_of_a_name_to_show() -> None:
    analysis = read("More than half, according to a survey the guild commissioned, are retired.")
    assert speakers_of(analysis) == ["a survey"]


def test_the_prosecutor_is_counsel_and_not_the_accused() -> None:
    analysis = read(
        "Opening the trial, Rupert Danvers KC said Mr Pellow sent two texts. The prosecutor said"
        " the defendant had been told to stop.",
        "The defence barrister, Anita Roy, said he was not guilty.",
    )
    assert speakers_of(analysis) == ["Rupert Danvers", "Rupert Danvers", "Anita Roy"]
