"""Names of the news that look alike and are two, and names that look apart and are one, by region of the world.

Found in general knowledge; none is from a labelled set. What is apart must never be merged, what contradicts must be told as different.
"""

from __future__ import annotations

import pytest

from discrepancy.link.names import judge
from discrepancy.rulebook import Rulebook, rulebook

RULES: Rulebook = rulebook()

APART: dict[str, list[tuple[str, str, str]]] = {
    "horn of Africa": [
        ("place", "North Sudan", "South Sudan"), ("place", "Sudan", "South Sudan"), ("place", "North Darfur", "South Darfur"),
        ("place", "South Kordofan", "West Kordofan"), ("place", "Somalia", "Somaliland"), ("place", "Puntland", "Jubaland"),
        ("group", "Sudan Liberation Movement", "Sudan Liberation Army"), ("group", "Oromo Liberation Front", "Oromo Liberation Army"),
        ("group", "Tigray People's Liberation Front", "Eritrean People's Liberation Front"), ("group", "SPLM-IO", "SPLM"),
        ("group", "Ogaden National Liberation Front", "Oromo Liberation Front"), ("group", "Rapid Support Forces", "Sudanese Armed Forces"),
    ],
    "Great Lakes and the south of Africa": [
        ("place", "Republic of the Congo", "Democratic Republic of the Congo"), ("place", "Congo-Brazzaville", "Congo-Kinshasa"),
        ("place", "North Kivu", "South Kivu"), ("place", "Zambia", "Gambia"), ("place", "Mali", "Malawi"), ("place", "Lesotho", "Eswatini"),
        ("group", "FDLR", "ADF"), ("group", "Lord's Resistance Army", "National Resistance Army"), ("people", "Hutu", "Tutsi"),
        ("group", "March 23 Movement", "March 25 Movement"), ("place", "Cabo Delgado", "Cabo Verde"),
        ("group", "National Union for the Total Independence of Angola", "National Front for the Liberation of Angola"),
    ],
    "west Africa and the Sahel": [
        ("place", "Guinea", "Equatorial Guinea"), ("place", "Guinea", "Guinea-Bissau"), ("place", "Guinea-Bissau", "Equatorial Guinea"),
        ("place", "Niger", "Nigeria"), ("place", "Niger", "Niger State"), ("place", "Mauritania", "Mauritius"),
        ("place", "Liberia", "Libya"),
        ("group", "Boko Haram", "ISWAP"), ("group", "Boko Haram", "Islamic State West Africa Province"),
        ("group", "JNIM", "Islamic State in the Greater Sahara"), ("group", "al-Qaeda in the Islamic Maghreb", "al-Qaeda"),
        ("group", "National Movement for the Liberation of Azawad", "Arab Movement of Azawad"),
        ("group", "Movement for the Emancipation of the Niger Delta", "Niger Delta People's Volunteer Force"),
    ],
    "Levant and Iraq": [
        ("group", "Hezbollah", "Kata'ib Hezbollah"), ("group", "Hizbullah", "Hezbollah Brigades"),
        ("group", "Hamas", "Palestinian Islamic Jihad"),
        ("group", "Popular Front for the Liberation of Palestine", "Democratic Front for the Liberation of Palestine"),
        ("group", "Palestine Liberation Organization", "Palestine Liberation Front"), ("group", "Free Syrian Army", "Syrian Arab Army"),
        ("group", "Islamic State", "Islamic Jihad"), ("group", "Daesh", "ISKP"), ("group", "al-Aqsa Martyrs' Brigades", "al-Quds Brigades"),
        ("group", "Saraya al-Quds", "Quds Force"), ("place", "Gaza City", "Khan Younis"), ("place", "Beit Hanoun", "Beit Lahia"),
        ("group", "Asa'ib Ahl al-Haq", "Kata'ib Sayyid al-Shuhada"), ("place", "Tripoli", "Tyre"),
    ],
    "Kurdish parties": [
        ("group", "PKK", "PJAK"), ("group", "PKK", "PYD"), ("group", "YPG", "YPJ"), ("group", "PUK", "PYD"), ("group", "KDP", "KDPI"),
        ("group", "Kurdistan Workers' Party", "Kurdistan Free Life Party"),
        ("group", "Kurdistan Democratic Party", "Patriotic Union of Kurdistan"),
        ("group", "Kurdistan Democratic Party", "Kurdistan Democratic Party of Iran"),
        ("group", "Kurdistan Freedom Hawks", "Kurdistan Workers' Party"),
        ("place", "West Azerbaijan", "East Azerbaijan"), ("place", "West Azerbaijan", "Azerbaijan"),
    ],
    "Iran, Afghanistan, Pakistan": [
        ("place", "Iran", "Iraq"), ("group", "Taliban", "Tehrik-i-Taliban Pakistan"), ("group", "Afghan Taliban", "TTP"),
        ("group", "Lashkar-e-Taiba", "Lashkar-e-Jhangvi"), ("group", "Jaish-e-Mohammed", "Jaish al-Islam"),
        ("group", "Jamaat-ud-Dawa", "Jamiat Ulema-e-Islam"), ("group", "Balochistan Liberation Army", "Balochistan Liberation Front"),
        ("group", "Baloch Republican Army", "Baloch Republican Guards"), ("place", "North Waziristan", "South Waziristan"),
        ("place", "Balochistan", "Sistan-Baluchestan"), ("place", "North Khorasan", "South Khorasan"), ("group", "Islamic State", "IS-K"),
        ("group", "Haqqani Network", "Hizb-e-Islami Gulbuddin"), ("place", "Azad Kashmir", "Jammu and Kashmir"),
        ("group", "Sipah-e-Sahaba", "Sipah-e-Muhammad"), ("group", "Quds Force", "Basij Force"),
    ],
    "south and south-east Asia": [
        ("group", "LTTE", "EPRLF"), ("group", "Liberation Tigers of Tamil Eelam", "Tamil Eelam Liberation Organization"),
        ("group", "Moro Islamic Liberation Front", "Moro National Liberation Front"), ("group", "MILF", "MNLF"),
        ("group", "Karen National Union", "Kachin Independence Army"), ("group", "Arakan Army", "Arakan Rohingya Salvation Army"),
        ("group", "Shan State Army - South", "Shan State Army - North"), ("place", "East Timor", "West Timor"),
        ("place", "Papua", "West Papua"),
        ("group", "New People's Army", "People's Liberation Army"), ("place", "West Bengal", "Bengal"),
        ("place", "Shan State", "Chin State"),
        ("group", "United Liberation Front of Assam", "National Democratic Front of Bodoland"),
        ("group", "Communist Party of India (Maoist)", "Communist Party of India (Marxist)"), ("place", "Papua New Guinea", "Guinea"),
        ("group", "Jemaah Islamiyah", "Jamaat-e-Islami"), ("group", "Barisan Revolusi Nasional", "Barisan Nasional"),
    ],
    "east Asia and the Pacific": [
        ("place", "North Korea", "South Korea"), ("place", "Inner Mongolia", "Mongolia"), ("place", "Hebei", "Hubei"),
        ("place", "Henan", "Hunan"),
        ("place", "Shanxi", "Shaanxi"), ("place", "Guangdong", "Guangxi"), ("place", "Samoa", "American Samoa"),
        ("person", "Kim Jong Il", "Kim Jong Un"),
        ("person", "Kim Yong Chol", "Kim Yong Nam"), ("person", "Xi Jinping", "Xi Zhongxun"), ("place", "South Korea", "DPRK"),
    ],
    "Europe": [
        ("group", "IRA", "Real IRA"), ("group", "Provisional IRA", "Continuity IRA"), ("group", "Irish Republican Army", "New IRA"),
        ("group", "Ulster Volunteer Force", "Ulster Defence Association"), ("group", "ETA", "GRAPO"),
        ("place", "Ireland", "Northern Ireland"),
        ("place", "Macedonia", "Makedonska Kamenica"), ("place", "Cyprus", "Northern Cyprus"), ("place", "Slovakia", "Slovenia"),
        ("place", "Austria", "Australia"), ("place", "Latvia", "Lithuania"), ("place", "Sweden", "Switzerland"),
        ("group", "Red Army Faction", "Red Brigades"), ("group", "Kosovo Liberation Army", "Kosovo Protection Corps"),
        ("group", "International Criminal Court", "International Court of Justice"), ("group", "Council of Europe", "European Council"),
    ],
    "Russia, Ukraine and the Caucasus": [
        ("place", "Georgia", "South Georgia"), ("place", "North Ossetia", "South Ossetia"), ("place", "Donetsk", "Luhansk"),
        ("place", "Abkhazia", "Adjara"), ("place", "Armenia", "Romania"), ("place", "Moscow Oblast", "Rostov Oblast"),
        ("group", "Donetsk People's Republic", "Luhansk People's Republic"), ("group", "Azov Battalion", "Aidar Battalion"),
        ("group", "Wagner Group", "Africa Corps"), ("group", "Federal Security Service", "Foreign Intelligence Service"),
        ("person", "Sergei Ivanov", "Sergei Lavrov"), ("person", "Ramzan Kadyrov", "Akhmad Kadyrov"),
        ("group", "72nd Mechanized Brigade", "93rd Mechanized Brigade"),
    ],
    "the Americas": [
        ("group", "FARC", "ELN"), ("group", "National Liberation Army of Colombia", "Revolutionary Armed Forces of Colombia"),
        ("group", "FMLN", "FSLN"), ("group", "Farabundo Marti National Liberation Front", "Sandinista National Liberation Front"),
        ("group", "Sinaloa Cartel", "Gulf Cartel"), ("group", "Jalisco New Generation Cartel", "Guadalajara Cartel"),
        ("group", "MS-13", "Barrio 18"),
        ("place", "Dominica", "Dominican Republic"), ("place", "Paraguay", "Uruguay"), ("place", "Baja California", "Baja California Sur"),
        ("place", "New Mexico", "Mexico"), ("place", "North Carolina", "South Carolina"), ("place", "West Virginia", "Virginia"),
        ("place", "San Luis", "San Luis Potosi"), ("place", "El Salvador", "San Salvador"),
        ("group", "Shining Path", "Tupac Amaru Revolutionary Movement"),
    ],
}  # fmt: skip

ONE: dict[str, list[tuple[str, str, str]]] = {
    "horn of Africa": [
        ("group", "al-Shabaab", "Al Shabab"), ("group", "TPLF", "Tigray People's Liberation Front"), ("place", "Mogadishu", "Mogadiscio"),
        ("group", "RSF", "Rapid Support Forces"), ("place", "Asmara", "Asmera"), ("place", "Mekelle", "Mekele"),
        ("place", "El Fasher", "Al-Fashir"),
    ],
    "Great Lakes and the south of Africa": [
        ("place", "DR Congo", "Democratic Republic of the Congo"), ("place", "Zaire", "DRC"), ("group", "M23", "March 23 Movement"),
        ("place", "Swaziland", "Eswatini"), ("place", "North Kivu", "Nord-Kivu"),
        ("group", "UNITA", "National Union for the Total Independence of Angola"),
    ],
    "west Africa and the Sahel": [
        ("place", "Ivory Coast", "Côte d'Ivoire"), ("place", "Cape Verde", "Cabo Verde"),
        ("group", "ISWAP", "Islamic State West Africa Province"),
        ("group", "MNLA", "National Movement for the Liberation of Azawad"), ("place", "Ouagadougou", "Wagadugu"),
        ("group", "Mouvement national de libération de l'Azawad", "National Movement for the Liberation of Azawad"),
    ],
    "Levant and Iraq": [
        ("group", "Hezbollah", "Hizballah"), ("group", "Kata'ib Hezbollah", "Kataeb Hizbullah"), ("group", "Islamic State", "Daesh"),
        ("group", "Hamas", "Islamic Resistance Movement"), ("group", "PFLP", "Popular Front for the Liberation of Palestine"),
        ("place", "Deir ez-Zor", "Deir al-Zour"), ("place", "Homs", "Hims"), ("place", "Mosul", "Mossul"), ("place", "Idlib", "Edlib"),
        ("group", "ISIS in Yemen", "Islamic State in Yemen"),
    ],
    "Kurdish parties": [
        ("group", "PKK", "Kurdistan Workers Party"), ("group", "YPG", "People's Protection Units"), ("place", "Erbil", "Irbil"),
        ("place", "Qamishli", "Kamishli"), ("group", "PJAK", "Party of Free Life of Kurdistan"),
    ],
    "Iran, Afghanistan, Pakistan": [
        ("group", "IRGC", "Islamic Revolutionary Guards Corps"), ("group", "Tehrik-i-Taliban Pakistan", "Tehreek-e-Taliban Pakistan"),
        ("group", "Lashkar-e-Taiba", "Lashkar-i-Tayyiba"), ("place", "Kandahar", "Qandahar"), ("place", "Mazar-i-Sharif", "Mazar-e Sharif"),
        ("person", "Hossein Salami", "Hussein Salami"), ("person", "Gulbuddin Hekmatyar", "Golboddin Hikmatyar"),
    ],
    "south and south-east Asia": [
        ("group", "LTTE", "Tamil Tigers"), ("group", "MILF", "Moro Islamic Liberation Front"), ("place", "Burma", "Myanmar"),
        ("place", "Rangoon", "Yangon"), ("people", "Rohingya", "Rohingyas"), ("group", "Jemaah Islamiyah", "Jemaah Islamiya"),
        ("place", "Timor-Leste", "East Timor"), ("person", "Aung San Suu Kyi", "Aung San Su Kyi"),
    ],
    "east Asia and the Pacific": [
        ("person", "Kim Jong Un", "Kim Jong-un"), ("person", "Park Geun-hye", "Pak Kun-hye"), ("place", "Peking", "Beijing"),
        ("place", "Ürümqi", "Urumchi"), ("person", "Chiang Kai-shek", "Chiang Kaishek"), ("place", "DPRK", "North Korea"),
    ],
    "Europe": [
        ("group", "ETA", "Euskadi Ta Askatasuna"), ("place", "Turkey", "Türkiye"), ("place", "Czechia", "Czech Republic"),
        ("group", "KLA", "Kosovo Liberation Army"), ("group", "Doctors Without Borders", "Médecins Sans Frontières"),
        ("person", "José Manuel Barroso", "Jose Manuel Barroso"), ("person", "Slobodan Milošević", "Slobodan Milosevic"),
    ],
    "Russia, Ukraine and the Caucasus": [
        ("place", "Kiev", "Kyiv"), ("place", "Kharkov", "Kharkiv"), ("place", "Lugansk", "Luhansk"),
        ("place", "Nagorno-Karabakh", "Nagorny Karabakh"),
        ("person", "Volodymyr Zelensky", "Vladimir Zelenskiy"), ("person", "Sergei Shoigu", "Sergey Shoygu"),
        ("person", "Alexander Lukashenko", "Aliaksandr Lukashenka"), ("group", "DPR", "Donetsk People's Republic"),
    ],
    "the Americas": [
        ("group", "FARC", "Fuerzas Armadas Revolucionarias de Colombia"), ("group", "ELN", "Ejército de Liberación Nacional"),
        ("group", "Shining Path", "Sendero Luminoso"), ("group", "FARC dissidents", "Revolutionary Armed Forces of Colombia dissidents"),
        ("person", "Nicolás Maduro", "Nicolas Maduro"), ("place", "Falklands", "Islas Malvinas"),
        ("group", "FMLN", "Frente Farabundo Marti para la Liberacion Nacional"),
    ],
}  # fmt: skip

CONTRADICT = [
    ("place", "North Sudan", "South Sudan"), ("place", "North Korea", "South Korea"), ("place", "Sudan", "South Sudan"),
    ("group", "Moro Islamic Liberation Front", "Moro Islamic Liberation Army"), ("group", "PKK", "PJAK"), ("group", "MILF", "MNLF"),
    ("group", "Hezbollah", "Kata'ib Hezbollah"), ("group", "Shan State Army - South", "Shan State Army - North"),
    ("group", "Provisional IRA", "Continuity IRA"), ("group", "72nd Brigade", "93rd Brigade"), ("group", "Taliban", "TTP"),
    ("group", "Muslim Brotherhood of Egypt", "Muslim Brotherhood of Jordan"), ("group", "SLM - Minnawi faction", "SLM - Nur faction"),
]  # fmt: skip


def listed(regions: dict[str, list[tuple[str, str, str]]]) -> list[object]:
    return [pytest.param(*pair, id=f"{region}: {pair[1]} / {pair[2]}") for region, pairs in regions.items() for pair in pairs]


@pytest.mark.parametrize(("kind", "a", "b"), listed(APART))
def test_look_alikes_are_never_merged(kind: str, a: str, b: str) -> None:
    match = judge(a, b, kind, RULES)
    assert not match.mergeable, match


@pytest.mark.parametrize(("kind", "a", "b"), listed(ONE))
def test_names_of_one_thing_are_merged(kind: str, a: str, b: str) -> None:
    match = judge(a, b, kind, RULES)
    assert match.mergeable, match
    assert match.verdict == "same"


@pytest.mark.parametrize(("kind", "a", "b"), CONTRADICT)
def test_what_contradicts_is_told_as_different(kind: str, a: str, b: str) -> None:
    assert judge(a, b, kind, RULES).verdict == "different"
