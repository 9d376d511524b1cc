"""Titles and ids: tones where people write them, ids that the model takes."""

from __future__ import annotations

from pathlib import Path

from sample.files import sample_records
from sample.names import in_newer_spelling
from sample.recipe import Recipe


def test_tones_move_only_where_people_write_them_both_ways():
    moving = "hòa giải, thủy lợi, khỏe, Ủy ban, hóa đơn"
    assert in_newer_spelling(moving) == "hoà giải, thuỷ lợi, khoẻ, Uỷ ban, hoá đơn"
    staying = "của, mùa, hoàn, quý, khuỷu, ngoại, giúp"
    assert in_newer_spelling(staying) == staying


def test_ids_stay_within_what_the_model_takes():
    for record in sample_records(Recipe(200, 3)):
        assert Path(record.path).stem == record.id
        assert len(record.id) <= 80
