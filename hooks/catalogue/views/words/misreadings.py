"""What one record of each kind is, and the ways to a confident wrong answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import ConfigDict

CLOSED = ConfigDict(extra="forbid")
"""That a shape has no other keys than its own."""

GRAINS: Mapping[str, str] = {
    "program": "Mỗi mục là một chương trình; các lớp của nó nằm trong khóa classes. Chương trình tổ chức lại "
    "hằng năm là nhiều mục, nối với nhau bằng khóa repeats.",
    "topic_set": "Mỗi mục là một danh sách mà nguồn đếm hoặc kể chung (chuyên đề, học phần, nhu cầu…), "
    "không phải một chuyên đề.",
    "topic": "Mỗi mục là một chuyên đề; chuyên đề chưa công bố tên cũng là một mục, ở mức chưa xác minh.",
    "group": "Mỗi mục là một nhóm người học; nhóm rộng chứa nhóm hẹp (khóa parent), nên một người có thể "
    "thuộc nhiều mục.",
    "organization": "Mỗi mục là một đơn vị hoặc một nhóm đơn vị (category: collective); đơn vị đã kết thúc "
    "hoạt động vẫn là một mục.",
    "plan": "Mỗi mục là một kế hoạch của một năm, một thời kỳ hoặc hằng năm; kế hoạch con nêu kế hoạch cha ở "
    "khóa parent.",
    "document": "Mỗi mục là một văn bản; văn bản đã được thay thế vẫn là một mục.",
    "source": "Mỗi mục là một bài báo, trang hoặc tài liệu được dẫn làm nguồn, không phải một sự việc.",
    "report": "Mỗi mục là một nhóm số liệu không thuộc riêng chương trình hay kế hoạch nào; người và lớp "
    "trong đó có thể đã tính ở mục khác.",
}
"""What one record is, by the code of its kind."""


@dataclass(frozen=True)
class Misreading:
    """A way to a confident wrong answer: what one is tempted to do, what is wrong with it, what is right."""

    __pydantic_config__ = CLOSED
    wrong: str
    because: str
    instead: str


MISREADINGS = (
    Misreading(
        "Đếm mọi mục của một loại.",
        "Mục chưa xác minh còn đang làm; trang không tính vào số nào.",
        "Bỏ những mục có verification (trong record: verification.level) là draft rồi mới đếm.",
    ),
    Misreading(
        "Cộng số của các dòng trong một kế hoạch để ra số của cả kế hoạch.",
        "Danh mục có thể chưa đủ các dòng; một dòng có thể đã nằm trong dòng khác, hoặc được tính từ chính "
        "số chung.",
        "Dùng số mà kế hoạch tự nêu (khóa figures của kế hoạch). Chỉ cộng khi parts_add là yes; kết quả đối "
        "chiếu ở trang /doi-chieu/.",
    ),
    Misreading(
        "Cộng số của kế hoạch với số của các chương trình trong kế hoạch.",
        "Số của kế hoạch đã gồm các chương trình ấy, nên mỗi lớp, mỗi người bị tính hai lần.",
        "Chọn một bậc: hoặc kế hoạch, hoặc chương trình.",
    ),
    Misreading(
        "Cộng học viên, lượt học viên và đồng chí với nhau.",
        "measure là learners, attendances, members là ba thứ khác nhau: một người học ba lớp là ba lượt.",
        "Để riêng từng measure, trong đó từng đơn vị tính: measure là learners mà unit là «lượt người» thì "
        "cũng là lượt; không cộng, không đổi từ thứ này sang thứ kia.",
    ),
    Misreading(
        "Cộng số đề xuất, số kế hoạch và số đã thực hiện.",
        "Đó là cùng một việc ở ba lúc: state là proposed, planned hoặc done.",
        "Lọc theo state trước; số không có state thì không biết là kế hoạch hay đã thực hiện.",
    ),
    Misreading(
        "Coi khóa không có là 0 hoặc là «không».",
        "Không có khóa nghĩa là chưa có thông tin.",
        "Đếm riêng những mục chưa có thông tin và nêu số ấy cạnh kết quả.",
    ),
    Misreading(
        "Coi số phần tử của classes là số lớp đã mở.",
        "Ở đó chỉ có những lớp mà nguồn nêu cụ thể, kể cả lớp hoãn, hủy; số lớp cả chương trình nằm ở "
        "figures, measure là classes.",
        "Lấy số ở figures khi cần số lớp; khi đếm classes thì bỏ lớp có state là cancelled, postponed.",
    ),
    Misreading(
        "Coi số kèm «khoảng», «hơn», «tối đa» là số đúng.",
        "bound khác exact nghĩa là nguồn chỉ nêu số gần đúng hoặc một đầu của khoảng.",
        "Nêu cả bound cùng số; không trừ hai số như vậy để ra chênh lệch.",
    ),
    Misreading(
        "Đưa mọi ngày vào lịch, vào phép tính số ngày.",
        "2024 là cả năm, 2024-03 là cả tháng; --05-27 là ngày mà nguồn không in năm, còn inferred_year chỉ "
        "là năm suy đoán.",
        "Chỉ dùng ngày đủ YYYY-MM-DD; không ghép inferred_year vào ngày.",
    ),
    Misreading(
        "Đếm chương trình của nhiều năm như những chương trình khác nhau.",
        "Chương trình tổ chức lại (repeats), chuyển từ năm trước (carried_over) hay là phần của chương trình "
        "khác (part_of) là một mục riêng mỗi lần.",
        "Đếm theo từng năm, hoặc gộp những mục nối nhau bằng repeats.",
    ),
    Misreading(
        "Cộng số người của hai nhóm đối tượng.",
        "Nhóm rộng đã gồm nhóm hẹp, và một chương trình có thể dành cho nhiều nhóm.",
        "Xem khóa parent của nhóm; đếm chương trình theo mã, mỗi mã một lần.",
    ),
    Misreading(
        "Coi điều báo chí nêu như điều đã đối chiếu với văn bản.",
        "confirmation cho biết chắc tới đâu: chỉ official là đã đối chiếu với chính văn bản.",
        "Nêu confirmation cùng kết quả, hoặc chỉ dùng official và authority.",
    ),
    Misreading(
        "Không thấy trong danh mục thì kết luận là không có.",
        "Danh mục chỉ có những gì nguồn công bố nêu ra.",
        "Viết «danh mục chưa ghi nhận», không viết «không có».",
    ),
)
"""The misreadings, the likeliest first."""
