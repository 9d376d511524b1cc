"""Stretches of time as records state them: periods, terms of office, how long a document holds."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from catalogue.model.dates import Date
from catalogue.model.fields import Model, OneLine, Year


class Period(Model):
    """A stretch of time; `inferred` where the source's context says it, not its sentence."""

    start: Date | None = Field(None, title="Từ")
    end: Date | None = Field(None, title="Đến")
    inferred: Literal[True] | None = Field(
        None, title="Suy ra từ ngữ cảnh", description="true khi câu nêu số liệu không nhắc lại thời gian."
    )
    note: OneLine | None = Field(None, title="Ghi chú")

    @property
    def is_dated(self) -> bool:
        """Whether it says from when or until when, be it by the year alone."""
        return bool(self.start or self.end)


class Term(Model):
    """A term of office (nhiệm kỳ)."""

    start: Year = Field(title="Từ năm")
    end: Year = Field(title="Đến năm")


class InForce(Model):
    """From when until when a document holds."""

    start: Date | None = Field(None, title="Hiệu lực từ")
    end: Date | None = Field(None, title="Hết hiệu lực")
