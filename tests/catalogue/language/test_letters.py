"""A letter that only looks right is found with the word that is meant; names, formulae and languages pass."""

from __future__ import annotations

import pytest

from catalogue.language.encodings import misencoding
from catalogue.language.letters import foreign_letters
from catalogue.language.syllables import is_syllable

DISGUISED = {
    "ЬỒI DƢỠПǤ": ["BỒI", "DƯỠNG"],
    "ເҺίпҺ ƚгị": ["chính", "trị"],
    "TҺÀПҺ ПҺỮПǤ": ["THÀNH", "NHỮNG"],
    "BỘ CHÍПH TRỊ": ["CHÍNH"],
    "Ьan ເán sự": ["Ban", "cán"],
    "Hội đồпg": ["đồng"],
    "Đàо tạо": ["Đào", "tạo"],
    "Kỳ thі": ["thi"],
    "ðào tạo": ["đào"],
    "lãnh ðạo": ["đạo"],
    "Ðảng": ["Đảng"],
    "HÐND, UBND": ["HĐND"],
    "15/QÐ-TTg": ["QĐ"],
    "quyếtðịnh": ["quyếtđịnh"],
    "Ɖào tạo": ["Đào"],
    "ɖảng": ["đảng"],
    "bồi dƣỡng": ["dưỡng"],
    "200-КH/TU": ["KH"],
    "200-КН/TU": ["KH"],
    "Lớp А": ["A"],
    "ΒΑΝ": ["BAN"],
    "νiên chức": ["viên"],
    "τhi, quα": ["thi", "qua"],
    "ｌớｐ Ａ": ["lớp", "A"],
    "𝐋ớ𝐩 𝐁ồ𝐢": ["Lớp", "Bồi"],
    "ofﬁce": ["office"],
    "bıển": ["biển"],
    "đàສo": [""],
    "вồi": [""],
    "Trung tâm HÓA ХỌC": ["XỌC"],
    "Москвa": [""],
}
"""A line, and the words that are meant by those with a foreign letter; empty where that is not certain."""
RIGHT = [
    "Tiếng Việt: ăâđêôơư ĂÂĐÊÔƠƯ ạỹ", "Ea H'leo, Cư M'gar, Đắk Nông, Ƀuôn, čư, ơ̆",
    "café, Zürich, Łódź, Škoda", "Guðmundur, Seyðisfjörður, Þór, Ísland",
    "Noël, Citroën, naïve, Israël, Loïc, Caïn, laïc, Thaï, Hawaï", "João, São Paulo, où, août, coût",
    "Björk, Köln, Malmö, Tromsø, Øresund", "El Niño, Muñoz, España, ñandú", "Erdoğan, Diyarbakır, Işık",
    "Ș Ț ș ț, Bucureşti", "Schön, Dönmez, Göç, Löwe", "più, laggiù, Gesù", "Греция", "Россия и СССР",
    "СССР", "Ελλάδα", "ΕΛΛΑΔΑ", "ລາວ", "ປະເທດລາວ", "ประเทศไทย", "中国 AI技术", "日本 NHK放送", "한국",
    "العربية", "הַמִּזְרָח", "m² ± → 😀 👩‍🏫", "5µm, 25ºC, 30 μg/m³", "kΩ, ΔT, λmax, TNFα, Hα",
    "πr², Σx, ν = c/λ", "α-synuclein, β, γ", "ƒ(x), 𝑥", "N·m, kW·h, A·h", "3×4, m×n, x¹y",
    "½m, ¼, 1ª, 1ᵉʳ, nº5", "Windows®, Intel®, ©2024", "§5, § 12", "£m, ¥en, ¢", "«khá»… là»",
    "“ngoài” và ‘khá’…", "“TÊN MÃ”, MÃ”", "chữ «Â», chữ Â", "xoong, goòng, khoèo, oằn",
    "Hà Nội – Đà Nẵng — 2024…", "№ 5, ℓ, ℃", "Ångström, Åland", "#CảiCáchHànhChính @a",
    "C++, C#, .NET, Excel®", "Công ty TNHH ÖBB", "ĐĐ, ĐƯ, ƯBND", "ǎ, ǚ (pinyin)",
]  # fmt: skip
"""Lines in which every letter is where it belongs."""
ENCODED = {
    "Lôùp boài döôõng": ("VNI", "Lôùp", "Lớp bồi dưỡng"),
    "title: Hoïc vieän": ("VNI", "Hoïc", "title: Học viện"),
    "Ñaøo taïo": ("VNI", "Ñaøo", "Đào tạo"),
    "toå chöùc": ("VNI", "toå", "tổ chức"),
    "quaûn lyù nhaø nöôùc": ("VNI", "quaûn", "quản lý nhà nước"),
    "vaên phoøng": ("VNI", "vaên", "văn phòng"),
    "ÑAÛNG BOÄ": ("VNI", "ÑAÛNG", "ĐẢNG BỘ"),
    "Haø Noäi": ("VNI", "Haø", "Hà Nội"),
    "§µo t¹o": ("TCVN3 (ABC)", "§µo", "Đào tạo"),
    "®µo t¹o båi d\xadìng c¸n bé": ("TCVN3 (ABC)", "®µo", "đào tạo bồi dưỡng cán bộ"),
    "KÕ ho¹ch n¨m 2024": ("TCVN3 (ABC)", "KÕ", "Kế hoạch năm 2024"),
    "c«ng t¸c": ("TCVN3 (ABC)", "c«ng", "công tác"),
    "c¸n": ("TCVN3 (ABC)", "c¸n", "cán"),
    "Ä‘Ã o": ("UTF-8 bị mở sai bảng mã", "Ä‘Ã", "đào"),
    "Ä‘Ã\xa0o táº¡o": ("UTF-8 bị mở sai bảng mã", "Ä‘Ã\xa0o", "đào tạo"),
    "bá»“i dÆ°á»¡ng": ("UTF-8 bị mở sai bảng mã", "bá»“i", "bồi dưỡng"),
    "Káº¿ hoáº¡ch": ("UTF-8 bị mở sai bảng mã", "Káº¿", "Kế hoạch"),
    "Hà Nội: Ä\x90áº£ng": ("UTF-8 bị mở sai bảng mã", "Ä\x90áº£ng", "Hà Nội: Đảng"),
    "â€œLá»›pâ€\x9d": ("UTF-8 bị mở sai bảng mã", "â€œLá»›pâ€\x9d", "“Lớp”"),
}
"""A line in another encoding: that encoding, the first word that shows it, and the line as it is meant."""
SYLLABLES = [
    "Đảng",
    "quyết",
    "giếng",
    "khuỷu",
    "nghiêng",
    "ương",
    "ngoằng",
    "quýnh",
    "gìn",
    "ỷ",
    "xoong",
    "thuở",
]
NO_SYLLABLES = [
    "b",
    "aa",
    "ngb",
    "tam\u0301\u0300",
    "cac",
    "tach",
    "hằp",
    "JOÃO",
    "KÖLN",
    "uou",
    "email",
    "kh",
]


@pytest.mark.parametrize(("line", "meant"), DISGUISED.items(), ids=DISGUISED.keys())
def test_a_letter_in_disguise_is_found_with_the_word_that_is_meant(line: str, meant: list[str]):
    found = list(foreign_letters(line))
    assert [each.meant for each in found] == meant
    assert all(line[each.start] == each.letter and each.letter in each.word for each in found)


@pytest.mark.parametrize("line", RIGHT)
def test_names_formulae_and_words_of_other_scripts_are_right(line: str):
    assert list(foreign_letters(line)) == []
    assert misencoding(line) is None


@pytest.mark.parametrize(("line", "told"), ENCODED.items(), ids=ENCODED.keys())
def test_a_line_in_another_encoding_is_read_as_it_is_meant(line: str, told: tuple[str, str, str]):
    found = misencoding(line)
    assert found
    assert (found.encoding, found.word, found.line) == told
    assert line[found.start :].startswith(found.word)


@pytest.mark.parametrize("word", SYLLABLES)
def test_a_vietnamese_syllable_is_one(word: str):
    assert is_syllable(word)
    assert is_syllable(word.upper())


@pytest.mark.parametrize("word", NO_SYLLABLES)
def test_other_words_are_no_syllables(word: str):
    assert not is_syllable(word)


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("Båi d­ìng kü n¨ng chuyển đổi số cho công chức", "Bồi dưỡng kỹ năng chuyển đổi số cho công chức"),
        ("Lôùp boài döôõng về chuyển đổi số cho công chức", "Lớp bồi dưỡng về chuyển đổi số cho công chức"),
    ],
)
def test_where_a_line_goes_on_in_unicode_its_right_words_stay(line: str, meant: str):
    found = misencoding(line)
    assert found
    assert found.line == meant
