"""What reaches a person, in all the ways that people write it; and the digits that only look so."""

from __future__ import annotations

import pytest

from catalogue.rules.privacy import mailbox, telephone


@pytest.mark.parametrize(
    "written",
    [
        "0912345678",
        "0912 345 678",
        "0912.345.678",
        "0912-345-678",
        "0912.34.5678",
        "0912 3456 78",
        "0912 34 56 78",
        "091 2345678",
        "09 1234 5678",
        "0356789012",
        "+84 912 345 678",
        "+84912345678",
        "(+84) 912345678",
        "+84 (0)912 345 678",
        "0084 912 345 678",
        "024 3825 3536",
        "(024) 3825 3536",
        "024.38253536",
        "0243 825 3536",
    ],
)
@pytest.mark.parametrize("around", ["{}", "Liên hệ {}.", "ĐT:{}, gặp đồng chí A", "gọi {}; trước 15-3"])
def test_a_telephone_number_is_found(written: str, around: str):
    assert telephone(around.format(written)) == written


@pytest.mark.parametrize(
    "text",
    [
        "0123456789",
        "01234567890",
        "mã 001234567890 và 002345678901",
        "1.300.000.000 đồng",
        "kinh phí 912.345.678 đồng",
        "09.12.2024 đến 05.03.2025",
        "từ 09-01-2024 đến 05-03-2024",
        "03-05-2024 15 giờ",
        "lớp 03-2024-2025",
        "các số 05 12 15 20 30",
        "0912345678/QĐ-UBND",
        "2024-0912345678",
        "https://bao.vn/tin-0912345678.html",
        "https://bao.vn/?id=0912345678",
        "0,912345678",
        "0912.345.678.901",
        "lop-0912345678",
        "Mã số thuế 0312345678",
        "mã số thuế của trường là 0312 345 678",
        "MST: 0312345678",
        "mã số: 0912345678",
        "Số tài khoản (tại Kho bạc): 0912345678",
        "Học 0800 - 1130 - 05 buổi",
        "0730-1100-10 buổi",
        "https://x.vn/?0912345678",
        "xem https://x.vn/a,0352345678.html và www.x.vn/?so,0352345678",
        "1900 1234",
        "113",
        "",
    ],
)
def test_digits_that_are_no_telephone_number_are_left(text: str):
    assert telephone(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "Mã số định danh cá nhân 0912345678",
        "CCCD 0912345678",
        "Mã số thuế 0100100100. Gọi 0912345678",
        "MST 0100100100, 0912345678",
        "mã số thuế, ĐT 0912345678",
        "số tài khoản Zalo 0912345678",
        "ghi rõ mã số rồi nhắn 0912345678",
        "https://x.vn/a 0912345678",
    ],
)
def test_a_number_of_a_person_stays_one_whatever_stands_before_it(text: str):
    assert telephone(text) == "0912345678"


def test_a_telephone_number_behind_one_that_is_none_is_found():
    assert telephone("MST 0312345678; gọi 0912345678") == "0912345678"


@pytest.mark.parametrize(
    "written", ["a@gmail.com", "Nguyen.A@GMAIL.COM", "a-b_c@yahoo.com.vn", "x@hotmail.com", "x@icloud.com"]
)
def test_a_mailbox_of_a_public_service_is_found(written: str):
    assert mailbox(f"Gửi về {written}.") == written


@pytest.mark.parametrize(
    "text", ["vanthu_sonv@hanoi.gov.vn", "a@gmail.hanoi.gov.vn", "@danh-muc/phong", "gmail.com", "a @ b", ""]
)
def test_what_an_office_has_is_left(text: str):
    assert mailbox(text) == ""
