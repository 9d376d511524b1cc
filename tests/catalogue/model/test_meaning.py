"""What an editor types for a code or a key leads to the right one, or to none: nothing is guessed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from catalogue.language.synonyms import KEY_SYNONYMS, KEYS, SYNONYMS, synonyms_of, words_of
from catalogue.language.vocabulary import (
    Block,
    Bound,
    ClassState,
    Content,
    DocumentCategory,
    Language,
    Level,
    Measure,
    Mode,
    Obligation,
    OrganizationCategory,
    Progress,
    SourceCategory,
    SourceOrigin,
    Subject,
    VerificationLevel,
    Vocabulary,
)
from catalogue.model.kinds import KINDS
from catalogue.model.meaning import KeyMeant, code_meant, groups_within, key_meant, label_of, typed
from catalogue.model.parts import Class, Figure, Nomination
from catalogue.model.program import Program
from catalogue.model.records import Document, Organization, Source
from catalogue.model.settings import Glossary, SiteSettings
from catalogue.model.shape import fields_of

CODES: list[tuple[type[Vocabulary], str, str]] = [
    (ClassState, "đang mở", "open"),
    (ClassState, "Đang Mở", "open"),
    (ClassState, "dang mo", "open"),
    (ClassState, "đang tuyển sinh", "open"),
    (ClassState, "Đang nhận danh sách", "open"),
    (ClassState, "đang học", "running"),
    (ClassState, "đang họcc", "running"),
    (ClassState, "đã khai giảng", "running"),
    (ClassState, "đã xong", "finished"),
    (ClassState, "bế giảng", "finished"),
    (ClassState, "hủy", "cancelled"),
    (ClassState, "huỷ", "cancelled"),
    (ClassState, "đã hủy", "cancelled"),
    (ClassState, "canceled", "cancelled"),
    (ClassState, "tạm hoãn", "postponed"),
    (ClassState, "plan", "planned"),
    (ClassState, "finish", "finished"),
    (ClassState, "đang", ""),
    (ClassState, "đang ở", ""),
    (ClassState, "đang lo", ""),
    (ClassState, "mới", ""),
    (ClassState, "có", ""),
    (Progress, "đang mở", ""),
    (Progress, "Kế hoạch", "planned"),
    (Progress, "ke-hoach", "planned"),
    (Progress, "đã tổ chức", "done"),
    (Progress, "p", ""),
    (Progress, "pro", "proposed"),
    (Content, "chuyển đổi số", ""),
    (Content, "chuyên môn", "professional"),
    (Content, "kỹ năng số", "digital_skills"),
    (Content, "LLCT", "political_theory"),
    (Content, "Quản lý nhà nước", "state_management"),
    (Content, "quốc phòng an ninh", "defence_and_security"),
    (Content, "political theory", "political_theory"),
    (Content, "party-building", "party_building"),
    (Content, "kỹ năng mềm", ""),
    (Content, "tin học", ""),
    (Content, "pháp luật", ""),
    (Subject, "chuyển đổi số", "digital_transformation"),
    (Subject, "đất đai", "land"),
    (Subject, "đất", ""),
    (Subject, "y tế", "health"),
    (Subject, "kinh tế", "economy"),
    (Subject, "cntt", "information_technology"),
    (Subject, "quản lý", ""),
    (Block, "chinh_quyen", "government"),
    (Block, "khối đảng", "party"),
    (Block, "Đảng", "party"),
    (Block, "mttq", "mass_organizations"),
    (Block, "doanh nghiệp", ""),
    (Mode, "trực tuyến", "online"),
    (Mode, "trực tiếp", ""),
    (Mode, "từ xa", "online"),
    (Mode, "kết hợp", "blended"),
    (Obligation, "bắt buộc", "required"),
    (Obligation, "không bắt buộc", "open"),
    (Obligation, "tự nguyện", "open"),
    (Level, "cấp huyện", "district"),
    (Level, "phường", "commune"),
    (Level, "thành phố", "city"),
    (Level, "tổ dân phố", ""),
    (OrganizationCategory, "trường", "school"),
    (OrganizationCategory, "doanh nghiệp", ""),
    (DocumentCategory, "công văn", "letter"),
    (DocumentCategory, "thông báo", ""),
    (DocumentCategory, "tờ trình", ""),
    (DocumentCategory, "quyết đinh", "decision"),
    (DocumentCategory, "desicion", "decision"),
    (SourceCategory, "bài báo", "article"),
    (SourceCategory, "website", "page"),
    (SourceOrigin, "báo chí", "press"),
    (VerificationLevel, "offical", "official"),
    (VerificationLevel, "draf", "draft"),
    (VerificationLevel, "nháp", "draft"),
    (VerificationLevel, "chính thức", "official"),
    (VerificationLevel, "đã duyệt", ""),
    (Measure, "học viên", "learners"),
    (Measure, "người học", "learners"),
    (Measure, "lượt", "attendances"),
    (Measure, "số lớp", "classes"),
    (Measure, "giờ", ""),
    (Measure, "%", "share"),
    (Bound, "tối thiểu", "at_least"),
    (Language, "tiếng Anh", "en"),
    (Language, "fr", ""),
]
"""A vocabulary, what is typed, and the code that it means; empty where nothing may be guessed."""
KEYS_TYPED: list[tuple[type[BaseModel], str, KeyMeant | None]] = [
    (Class, "số chỗ", KeyMeant("seats", sure=True)),
    (Class, "chỉ tiêu", KeyMeant("seats", sure=True)),
    (Class, "so cho", KeyMeant("seats", sure=True)),
    (Class, "khai giảng", KeyMeant("start", sure=True)),
    (Class, "Ngày bế giảng", KeyMeant("end", sure=True)),
    (Class, "hạn nộp", KeyMeant("deadline", sure=True)),
    (Class, "tình trạng", KeyMeant("state", sure=True)),
    (Class, "địa điểm", KeyMeant("venue", sure=True)),
    (Class, "seat", KeyMeant("seats")),
    (Class, "strat", KeyMeant("start")),
    (Class, "Start", KeyMeant("start", sure=True)),
    (Class, "start-date", KeyMeant("start", sure=True)),
    (Class, "attended", KeyMeant("attended", ("results",), sure=True)),
    (Class, "giảng viên", None),
    (Class, "teacher", None),
    (Class, "size", None),
    (Program, "đơn vị chủ trì", KeyMeant("lead", sure=True)),
    (Program, "tên", KeyMeant("title", sure=True)),
    (Program, "nguồn", KeyMeant("sources", sure=True)),
    (Program, "số tiết", KeyMeant("hours", sure=True)),
    (Program, "số chỗ", KeyMeant("seats", ("classes",), sure=True)),
    (Program, "place", KeyMeant("place", ("venue",), sure=True)),
    (Program, "verfication", KeyMeant("verification")),
    (Program, "organisers", KeyMeant("organizers")),
    (Program, "học phí", None),
    (Program, "code", None),
    (Program, "price", None),
    (Document, "số hiệu", KeyMeant("number", sure=True)),
    (Document, "ngày ban hành", KeyMeant("issued", sure=True)),
    (Document, "loại", KeyMeant("category", sure=True)),
    (Organization, "loại", KeyMeant("category", sure=True)),
    (Organization, "email", KeyMeant("mail", ("contact",), sure=True)),
    (Organization, "content", None),
    (Source, "link", KeyMeant("address", sure=True)),
    (Source, "tác giả", None),
    (Nomination, "hạn", KeyMeant("deadline", sure=True)),
    (Figure, "đơn vị tính", KeyMeant("unit", sure=True)),
]
"""A group of fields, what is typed for a key, and what it means; None where nothing may be guessed."""


@pytest.mark.parametrize(("codes", "written", "meant"), CODES)
def test_what_is_typed_leads_to_its_code_or_to_none(codes: type[Vocabulary], written: str, meant: str):
    assert code_meant(codes, written) == meant


@pytest.mark.parametrize(("model", "written", "meant"), KEYS_TYPED)
def test_what_is_typed_leads_to_its_key_or_to_none(
    model: type[BaseModel], written: str, meant: KeyMeant | None
):
    assert key_meant(model, written) == meant


@pytest.mark.parametrize("codes", Vocabulary.__subclasses__(), ids=lambda codes: codes.__name__)
def test_every_code_and_every_label_leads_to_itself(codes: type[Vocabulary]):
    for code in codes:
        assert code_meant(codes, code) == code
        assert not code.label or code_meant(codes, code.label) == code


@pytest.mark.parametrize("codes", Vocabulary.__subclasses__(), ids=lambda codes: codes.__name__)
def test_no_synonym_is_said_of_two_codes_or_repeats_a_label(codes: type[Vocabulary]):
    words = [typed(word) for code in codes for word in synonyms_of(code)]
    labels = {label_of(code) for code in codes}
    assert sorted(set(words)) == sorted(words)
    assert not labels & set(words)


def test_synonyms_are_those_of_codes_and_keys_that_there_are():
    assert all(set(words) <= set(codes) for codes, words in SYNONYMS.items())
    assert all(words_of(words) for words in KEY_SYNONYMS.values())


def keys_of(model: type[BaseModel]) -> Iterator[str]:
    """The keys of a group of fields and of all groups within it."""
    yield from fields_of(model)
    for _, group in groups_within(model):
        yield from keys_of(group)


def test_the_keys_that_the_reader_knows_are_those_of_the_model():
    models: list[type[BaseModel]] = [SiteSettings, Glossary, *(kind.model for kind in KINDS.values())]
    assert {key for model in models for key in keys_of(model)} == KEYS
