"""How people call in everyday words what records call otherwise: search reads a query with either.

Only words of the language, no names of this or that place: what a body is also called stands in its record.
"""

from __future__ import annotations

from collections.abc import Mapping

EVERYDAY: Mapping[str, tuple[str, ...]] = {
    "online": ("trực tuyến",),
    "từ xa": ("trực tuyến",),
    "qua mạng": ("trực tuyến",),
    "trên mạng": ("trực tuyến",),
    "máy tính": ("công nghệ thông tin", "chuyển đổi số"),
    "vi tính": ("công nghệ thông tin",),
    "sếp": ("lãnh đạo", "chủ chốt"),
    "sếp phường": ("chủ chốt cấp xã",),
    "sếp xã": ("chủ chốt cấp xã",),
    "thủ trưởng": ("lãnh đạo",),
    "nhà báo": ("báo chí", "phóng viên"),
    "ngành y": ("y tế",),
    "bác sĩ": ("y tế",),
    "thầy cô": ("giáo viên", "giảng viên"),
    "giáo viên": ("nhà giáo", "giáo dục"),
    "cao học": ("sau đại học", "thạc sĩ"),
    "tiếng Anh": ("ngoại ngữ",),
    "anh văn": ("ngoại ngữ",),
    "du học": ("nước ngoài",),
    "đi Tây": ("nước ngoài",),
    "vừa học vừa làm": ("vừa làm vừa học", "không tập trung"),
    "vừa làm vừa học": ("không tập trung",),
    "tại chức": ("vừa làm vừa học", "không tập trung"),
    "trường Đảng": ("trường đào tạo cán bộ", "trường chính trị"),
    "địa chính": ("đất đai",),
    "nhà đất": ("đất đai",),
    "quân sự": ("quốc phòng",),
    "hạn chót": ("hạn gửi danh sách",),
    "hạn cuối": ("hạn gửi danh sách",),
    "hạn nộp": ("hạn gửi",),
    "hạn đăng ký": ("hạn gửi danh sách",),
    "nộp hồ sơ": ("gửi danh sách",),
    "học phí": ("kinh phí",),
    "lịch học": ("khai giảng",),
    "bằng": ("chứng chỉ",),
    "giấy chứng nhận": ("chứng chỉ",),
    "số điện thoại": ("liên hệ",),
    "phụ nữ": ("nữ",),
    "thành ủy viên": ("Ban Chấp hành Đảng bộ Thành phố",),
    "trí tuệ nhân tạo": ("AI", "chuyển đổi số", "công nghệ thông tin"),
    "AI": ("trí tuệ nhân tạo", "chuyển đổi số", "công nghệ thông tin"),
    "UBMTTQ": ("Mặt trận Tổ quốc", "MTTQ"),
    "mặt trận": ("Mặt trận Tổ quốc", "MTTQ"),
    "đoàn thể": ("tổ chức chính trị - xã hội",),
    "đoàn thanh niên": ("Đoàn Thanh niên Cộng sản",),
    "công nhân viên chức": ("công chức, viên chức",),
    "sáp nhập": ("sắp xếp", "hợp nhất"),
    "hội phụ nữ": ("Hội Liên hiệp Phụ nữ",),
}
"""Everyday words, each with those that records have for the same."""

NAMED_ALIKE = ("UBMTTQ", "mặt trận", "đoàn thanh niên", "hội phụ nữ")
"""Which of these everyday words name the very body that records call otherwise."""
COMMUNES = ("xã", "phường", "thị trấn", "cấp xã")
ABOVE_THEM = ("quận", "huyện", "thị xã", "cấp huyện", "thành phố", "tỉnh")
POSTS: Mapping[str, tuple[str, ...]] = {
    "CT": ("chủ tịch",),
    "PCT": ("phó chủ tịch",),
    "BT": ("bí thư",),
    "PBT": ("phó bí thư",),
    "GĐ": ("giám đốc",),
    "PGĐ": ("phó giám đốc",),
    "GV": ("giáo viên", "giảng viên"),
    **{words: EVERYDAY[words] for words in NAMED_ALIKE},
    **{f"chủ tịch {place}": (f"chủ tịch Ủy ban nhân dân {place}",) for place in (*COMMUNES, *ABOVE_THEM)},
    **{f"ủy ban {place}": (f"Ủy ban nhân dân {place}",) for place in (*COMMUNES, *ABOVE_THEM)},
    **{f"bí thư {place}": (f"bí thư đảng ủy {place}",) for place in COMMUNES},
    **{f"bí thư {place}": (f"bí thư {place} ủy",) for place in ("quận", "huyện", "tỉnh")},
    "bí thư thị xã": ("bí thư thị ủy",),
    "bí thư thành phố": ("bí thư thành ủy",),
}
"""How people call a post, and how records do, in the order in which they are written out.

They say the same where a post is told, and there alone: elsewhere CT is a programme or a directive, and
search finds «chủ tịch xã» by its words in «Chủ tịch Ủy ban nhân dân cấp xã».
"""


def in_pairs(table: Mapping[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """Everyday words, each with one meaning."""
    return [(words, meant) for words, several in table.items() for meant in several]
