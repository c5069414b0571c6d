"""Roles that stand before a name, and words there that are none."""

import pytest

from tests.analysis.voices_of import read, speakers_of


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Sen. Ada Falk said that it was late.", "Senator"),
        ("Former Rep. Ada Falk said that it was late.", "Former Representative"),
        ("Texas Gov. Ada Falk said that it was late.", "Texas Governor"),
        ("They will hear rival Sen. Ada Falk. Falk said that it was late.", "Senator"),
        ("The nominee, Sen. Ada Falk, said that it was late.", "nominee"),
        ("Party nominee Gov. Ada Falk said that it was late.", "Party nominee"),
        ("Incumbent Rep. Ada Falk said that it was late.", "Incumbent Representative"),
        ("They met Lind’s primary rival Sen. Ada Falk. Falk said no.", "Senator"),
        ("The businessman only narrowly edged out Tarn Sen. Ada Falk. Falk said no.",
         "Tarn Senator"),
        ("The front-runner Bo Lind aggressively prosecuted Sen. Ada Falk. Falk said no.",
         "Senator"),
        ("Party hopeful Bo Lind threw famous Halland reporter Ada Falk out. Falk said no.",
         "Halland reporter"),
        ("It was a major problem for front-runner Ada Falk. Falk said no.", "front-runner"),
        ("He asked whether he would counsel Ada Falk to go. Falk said no.", None),
        ("Visiting Strand for a rally and private fundraiser, Falk said no.", None),
        ("As he was becoming chairman of the campaign, Ada Falk said no.", None),
        ("Beloved by her husband, Ada Falk said that she owed him everything.", None),
        ("In her pursuit of the nomination for president, Ada Falk said no.", None),
        ("A farmer for forty years, Ada Falk said no.", "farmer for forty years"),
        ("The guild’s president, Ada Falk, said no.", "guild’s president"),
        ("It was hard for the guild’s president, Ada Falk. Falk said no.", "guild’s president"),
        ("The newly elected Mayor Ada Falk said no.", "Mayor"),
        ("Even Mayor Ada Falk said no.", "Mayor"),
        ("Last night local MP Ada Falk said no.", "MP"),
        ("First Minister Ada Falk said no.", "First Minister"),
        ("It will almost certainly force Sen. Ada Falk to quit. Falk said no.", "Senator"),
        ("Voters like Mayor Ada Falk. Falk said no.", "Mayor"),
        ("Press secretary Ada Falk said no.", "Press secretary"),
        ("“No,” said retired bus driver Ada Falk.", "retired bus driver"),
        ("The retired bus driver Ada Falk said no.", "retired bus driver"),
        ("Within an hour Imam Ada Falk said no.", "Imam"),
        ("It was led by marine physiologist Dr. Ada Falk. Falk said no.", "marine physiologist"),
        ("It was late, prompting mayor Ada Falk to go. Falk said no.", "mayor"),
        ("They did not say whether Mayor Ada Falk knew. Falk said no.", "Mayor"),
        ("Farmers’ leader Ada Falk said no.", "Farmers’ leader"),
        ("Farmers’ leader Col Falk said no.", "Farmers’ leader"),
        ("A Health and Safety Executive inspector, Ada Falk, said no.",
         "Health and Safety Executive inspector"),
        ("Unlike the mayor, Falk said, she was glad.", None),
        ("Praising the goalkeeper, Ada Falk said that it had been close.", None),
        ("The lawyer Ada Falk hired is Bo Lind. Falk said no.", None),
        ("The lawyer Ada Falk said no.", "lawyer"),
        ("Department of Justice spokesman Ada Falk said no.", "Department of Justice spokesman"),
        ("Hexley Chamber of Commerce CEO Ada Falk said no.", "Hexley Chamber of Commerce CEO"),
        ("The Royal College of Nursing’s general secretary Ada Falk said no.",
         "Royal College of Nursing’s general secretary"),
        ("They met at the Labour Party of Prime Minister Ada Falk. Falk said no.",
         "Prime Minister"),
        ("DCP (East) Ada Falk said no.", "DCP"),
        ("Additional Commissioner (Traffic) Ada Falk said no.", "Additional Commissioner"),
        ("HFU (Norland) president Ada Falk said no.", "president"),
        ("Minister in the Presidency Ada Falk said no.", "Minister in the Presidency"),
        ("Sultan of Norland, Alhaji Ada Falk, said no.", "Sultan of Norland"),
        ("The Ceann Comhairle, Ada Falk, said no.", "Ceann Comhairle"),
        ("Rival candidates Sen. Ada Falk and Sen. Bo Lind left. Falk said no.", "Senator"),
        ("Professor Emeritus Ada Falk said no.", "Professor Emeritus"),
        ("Senate President Pro Tempore Ada Falk said no.", "Senate President Pro Tempore"),
        ("HFU president Datuk Seri Dr Ada Falk said no.", "HFU president"),
        ("Lawyer Datuk Ada Falk said no.", "Lawyer"),
        ("Former CM Capt Ada Falk said no.", "Former Chief Minister"),
        ("HFU secretary Barrister Ada Falk said no.", "HFU secretary"),
        ("HFU chief Maulana Ada Falk said no.", "HFU chief"),
        ("Sophomore Ada Falk said no.", "Sophomore"),
        ("Collector Ada Falk said no.", "Collector"),
        ("DJ Ada Falk said no.", "DJ"),
        ("Senior Anna Falk said no.", "Senior"),
        ("Hexley High junior Anna Falk said no.", "Hexley High junior"),
        ("Hexley High senior Anna Falk said no.", "Hexley High senior"),
        ("A senior adviser, Anna Falk, said no.", "senior adviser"),
        ("He left his wife and daughter Ada Falk. Falk said no.", "daughter"),
        ("It was between manager and striker Ada Falk. Falk said no.", "striker"),
        ("It is by journalist and author Ada Falk. Falk said no.", "journalist and author"),
        ("Since captain Ada Falk left, they lost. Falk said no.", "captain"),
    ],
)  # fmt: skip
def test_what_stands_before_a_name(text: str, role: str | None) -> None:
    roles = {s.name.split()[-1]: s.role for s in read(text).speakers}
    assert roles["Falk"] == role


def test_who_speaks_for_somebody_is_not_that_one() -> None:
    analysis = read(
        "A spokesman for Gov. Ada Falk said that the road would be built.",
        "“It will be good,” the spokesman said. Falk was not there.",
        "Supporters of Republican Bo Lind said that it was bad.",
    )
    assert [(s.name, len(s.quotes)) for s in analysis.speakers] == [
        ("A spokesman for Gov. Ada Falk", 2),
        ("Supporters of Republican Bo Lind", 1),
    ]


@pytest.mark.parametrize(
    ("behind", "role"),
    [
        (
            "a professor of law at the University of Tarn and the director of its Policy Centre,",
            "professor of law at the University of Tarn and the director of its Policy Centre",
        ),
        (
            "a former mayor of Nisse and currently president of the Regional Council of Cote"
            " d'Azur,",
            "former mayor of Nisse and currently president of the Regional Council of Cote d'Azur",
        ),
        ("a judge for whom the seat was kept,", "judge"),
        (
            "an analyst of the price of oil and of gas and of coal at the bank of the port of the"
            " city of Ostrand on the northern coast",
            "analyst of the price of oil and of gas and of coal",
        ),
    ],
)
def test_a_role_behind_a_name_ends_where_it_makes_sense(behind: str, role: str) -> None:
    analysis = read(f"Ada Falk, {behind} said that it was late.")
    assert [s.role for s in analysis.speakers if s.name == "Ada Falk"] == [role]


@pytest.mark.parametrize(
    "who", ["Falk backers", "Several Falk associates", "A longtime Falk foe", "One Falk confidant"]
)
def test_who_is_called_after_a_politician_is_not_that_one(who: str) -> None:
    analysis = read("Marco Falk opened his campaign.", f"{who} said that it was late.")
    assert [s.name for s in analysis.speakers] == [who]


def test_a_supporter_with_a_name() -> None:
    analysis = read(
        "Marco Falk spoke on Monday.",
        "Falk supporter Bo Lind said that he was glad. “I am glad,” Lind said.",
    )
    assert [(s.name, s.role, len(s.quotes)) for s in analysis.speakers] == [
        ("Bo Lind", "Falk supporter", 2)
    ]


def test_whose_side_somebody_is_on_takes_no_office_s_place() -> None:
    analysis = read(
        "“No,” said Senate leader Ada Falk. The vote was on Monday.",
        "Longtime Lind supporter Ada Falk said that it was late.",
    )
    assert [s.role for s in analysis.speakers] == ["Senate leader"]


@pytest.mark.parametrize(
    ("who", "role"),
    [
        ("Malwa CM Ravi Naidu", "Malwa Chief Minister"),
        ("Former PM Ravi Naidu", "Former Prime Minister"),
        ("Deputy CM Ravi Naidu", "Deputy Chief Minister"),
        ("At 3 PM Ravi Naidu", None),
        ("At 3 pm Ravi Naidu", None),
    ],
)
def test_an_office_may_be_written_in_letters(who: str, role: str | None) -> None:
    found = read(f"{who} said on Monday that it was late.")
    assert [(s.name, s.role) for s in found.speakers] == [("Ravi Naidu", role)]


@pytest.mark.parametrize(
    ("office", "called"),
    [
        ("Chief Minister", "the CM"),
        ("Prime Minister", "the PM"),
        ("Malwa CM", "the Malwa CM"),
        ("Malwa CM", "the chief minister"),
    ],
)
def test_and_be_called_so(office: str, called: str) -> None:
    analysis = read(
        f"{office} Ravi Naidu said that it was late. Home Minister Bo Lind said it was not.",
        f"“It is our right,” {called} said.",
    )
    assert speakers_of(analysis) == ["Ravi Naidu", "Bo Lind", "Ravi Naidu"]


@pytest.mark.parametrize(
    ("role", "shown"),
    [
        ("Assemblymember", "Assemblymember"),
        ("Councilmember", "Councilmember"),
        ("Deacon", "Deacon"),
        ("Mayor Pro Tem", "Mayor Pro Tem"),
        ("Speaker Pro Tempore", "Speaker Pro Tempore"),
        ("Shortstop", "Shortstop"),
        ("Wide receiver", "Wide receiver"),
        ("White House chief of staff", "White House chief of staff"),
        ("Then chief of staff", "chief of staff"),
        ("Chief of police", "Chief of police"),
    ],
)
def test_american_offices_and_positions_stand_before_a_name(role: str, shown: str) -> None:
    (speaker,) = read(f"{role} Lou Diazmore said that the pool would open.").speakers
    assert (speaker.name, speaker.kind, speaker.role) == ("Lou Diazmore", "person", shown)


def test_a_position_stands_for_who_was_named() -> None:
    analysis = read("Ruizmore said his arm was fine. “I could go on,” the right-hander said.")
    assert speakers_of(analysis) == ["Ruizmore"] * 2


def test_who_is_named_behind_what_somebody_is_a_friend_of_is_no_friend() -> None:
    (speaker,) = read("Yesterday a friend of Lou Diazmore said that the pool was open.").speakers
    assert speaker.name != "Lou Diazmore"


def test_what_stands_before_a_preposition_is_no_part_of_a_role() -> None:
    analysis = read(
        "The polls put her second behind party front-runner Bo Lind. She had few friends, although "
        "longtime friend Eve Reed came. Lind said it was late. Reed said so too.",
    )
    roles = {speaker.name: speaker.role for speaker in analysis.speakers}
    assert roles["Bo Lind"] == "party front-runner"
    assert "although" not in (roles["Eve Reed"] or "")


def test_delegates_and_aldermen_have_titles() -> None:
    analysis = read("“No,” said Ald. Bo Lind (35th Ward). Del. Ada Falk said yes.")
    assert [(s.name, s.role) for s in analysis.speakers] == [
        ("Bo Lind", "Alderman"),
        ("Ada Falk", "Delegate"),
    ]
