"""English is read, everything else is refused."""

from __future__ import annotations

import pytest

from discrepancy.ingest.language import english
from discrepancy.ingest.vocabulary import shipped, vocabulary

LIMITS = vocabulary(shipped()).limits

OTHERS = {
    "Spanish": (
        "Dos personas murieron el lunes cuando un puente peatonal cayó al río, informaron los "
        "bomberos. El alcalde pidió a la población que no se acerque a las orillas mientras los "
        "buzos siguen con la búsqueda."
    ),
    "French": (
        "Deux personnes sont mortes lundi lorsqu'une passerelle est tombée dans la rivière, ont "
        "indiqué les pompiers. Le maire a demandé aux habitants de ne pas approcher des berges "
        "pendant que les plongeurs cherchent."
    ),
    "German": (
        "Zwei Menschen sind am Montag gestorben, als eine Brücke in den Fluss stürzte, wie die "
        "Feuerwehr mitteilte. Der Bürgermeister bat die Leute, sich von den Ufern fernzuhalten, "
        "während die Taucher im Wasser suchen."
    ),
    "Dutch": (
        "Twee mensen zijn maandag omgekomen toen een brug in de rivier viel, zei de brandweer. De "
        "burgemeester vroeg of de mensen weg wilden blijven van de oevers, want de duikers zijn in "
        "het water op zoek."
    ),
    "Portuguese": (
        "Duas pessoas morreram na segunda-feira quando uma ponte caiu no rio, disseram os "
        "bombeiros. O prefeito pediu que a população fique longe das margens enquanto os "
        "mergulhadores continuam as buscas."
    ),
    "Italian": (
        "Due persone sono morte lunedì quando una passerella è caduta nel fiume, hanno detto i "
        "vigili del fuoco. Il sindaco ha chiesto alla gente di stare lontano dalle rive mentre i "
        "sommozzatori cercano."
    ),
    "Danish": (
        "To mennesker døde mandag, da en bro faldt i floden, oplyser brandvæsenet. Borgmesteren "
        "har bedt folk om at holde sig væk fra bredden, for dykkerne er i vandet og leder efter "
        "flere til sent på aftenen."
    ),
    "Indonesian": (
        "Dua orang tewas pada hari Senin ketika sebuah jembatan runtuh ke sungai, kata petugas "
        "pemadam kebakaran. Wali kota meminta warga untuk menjauhi tepi sungai sementara penyelam "
        "terus mencari."
    ),
    "Turkish": (
        "Pazartesi günü bir yaya köprüsünün nehre düşmesi sonucu iki kişi öldü, itfaiye açıkladı. "
        "Belediye başkanı, dalgıçlar aramayı sürdürürken halktan kıyılardan uzak durmasını istedi "
        "ve okulları kapattı."
    ),
    "Polish": (
        "Dwie osoby zginęły w poniedziałek, gdy kładka runęła do rzeki, podała straż pożarna. "
        "Burmistrz poprosił mieszkańców, by nie zbliżali się do brzegów, bo nurkowie nadal szukają "
        "w wodzie do późna."
    ),
    "Russian": (
        "Два человека погибли в понедельник, когда пешеходный мост рухнул в реку, сообщили "
        "пожарные. Мэр попросил жителей не подходить к берегу, пока водолазы продолжают поиски в "
        "холодной воде."
    ),
    "Persian": ("دو نفر روز دوشنبه هنگامی که یک پل عابر پیاده به رودخانه سقوط کرد کشته شدند. شهردار از مردم خواست از ساحل دور بمانند."),
    "Urdu": (
        "پیر کے روز ایک پل دریا میں گرنے سے دو افراد ہلاک ہو گئے، فائر بریگیڈ نے بتایا۔ میئر نے لوگوں سے کہا کہ وہ کناروں سے دور رہیں۔"
    ),
    "Chinese": "消防部门表示，周一一座人行桥坠入河中，造成两人死亡。市长要求民众远离河岸，潜水员仍在水中搜寻。",
    "Swahili": (
        "Watu wawili walifariki siku ya Jumatatu wakati daraja lilipoanguka mtoni, zimamoto "
        "walisema. Meya aliwaomba watu wakae mbali na kingo huku wapiga mbizi wakiendelea kutafuta "
        "ndani ya maji."
    ),
}


@pytest.mark.parametrize("language", sorted(OTHERS))
def test_other_languages_are_refused(language: str) -> None:
    judged = english(OTHERS[language], LIMITS)
    assert not judged.english, judged


@pytest.mark.parametrize(
    "text",
    [
        ("Two people died on Monday when a footbridge fell into the river, the fire brigade said. The mayor asked people to stay away."),
        "TWO PEOPLE DIED ON MONDAY WHEN A FOOTBRIDGE FELL INTO THE RIVER",
        "Footbridge falls into river",
        "Mayor “deeply sad” after footbridge falls, two dead",
        "Quake hits Port Elbow",
    ],
)
def test_english_is_read(text: str) -> None:
    assert english(text, LIMITS).english


@pytest.mark.parametrize("text", ["", "12 34", "….!?", "Neun Menschen sterben bei Brückeneinsturz am Fluss"])
def test_what_has_no_english_word_is_not_english(text: str) -> None:
    assert not english(text, LIMITS).english
