"""Names behind the comma of a description."""

import pytest

from tests.analysis.voices_of import read, speakers_of


@pytest.mark.parametrize(
    ("who", "name"),
    [
        ("Her own supervisor, the late Sir Alasdair Pym,", "Alasdair Pym"),
        ("A lawyer for Mr. Voss, Edda “Bart” Iyer,", "Edda “Bart” Iyer"),
        ("The guild’s president, history professor Ilka Brandt,", "Ilka Brandt"),
        ("The student, first-year Emeka Rosen,", "Emeka Rosen"),
        ("The boss, Grantmere Homes vice president Todd Marlow,", "Todd Marlow"),
        ("Her boss, Marlow Foods vice president Todd Dalby,", "Todd Dalby"),
        ("Mother of three Jenny Begaye", "Jenny Begaye"),
        ("Slatemere.io co-founder Mei-Ling Zhao", "Mei-Ling Zhao"),
        ("The castle’s owner, the Earl of Strathdour,", "Earl of Strathdour"),
        ("A nurse in Lyon, France,", "A nurse in Lyon"),
        ("A shop owner in Dayton, Ohio,", "A shop owner in Dayton"),
        ("Pruitt's attorney, public defender Samuel Oyelo,", "Samuel Oyelo"),
        ("Ada Falk's lawyer, former prosecutor Samuel Oyelo,", "Samuel Oyelo"),
        ("Ada Falk's friend, a Samuel Oyelo supporter,", "Ada Falk's friend"),
        ("The Ceann Comhairle, Verona Murnane,", "Verona Murnane"),
        ("Emir of Zaro, Ahmed Bamal,", "Ahmed Bamal"),
        ("Oba of Hexland, His Royal Majesty Rilwan Akiol,", "Rilwan Akiol"),
        ("Emir Kustur,", "Emir Kustur"),
        ("A clerk at the mill, who met Ada Falk,", "A clerk at the mill"),
    ],
)
def test_who_is_named(who: str, name: str) -> None:
    analysis = read(f"{who} said the harbour would close in May.")
    assert (speakers_of(analysis)[-1] or "").startswith(name)
