"""Other words that people write for a code or a key: what a record means that has one of them.

They are compared as `fold` writes them, so marks and capitals need not agree. The labels themselves are not
repeated here. A word that could mean two codes of a vocabulary stands with neither.
"""

from __future__ import annotations

from collections.abc import Mapping

from catalogue.language.vietnamese import fold
from catalogue.language.vocabulary import (
    Block,
    Bound,
    Category,
    ClassState,
    Content,
    DocumentCategory,
    DocumentState,
    Forge,
    Language,
    Level,
    Measure,
    Mode,
    Obligation,
    OrganizationCategory,
    PartsAdd,
    Progress,
    Rank,
    Service,
    SourceCategory,
    SourceOrigin,
    Subject,
    TopicSetContent,
    VerificationLevel,
    Vocabulary,
)

SYNONYMS: Mapping[type[Vocabulary], Mapping[str, str]] = {
    Category: {
        Category.UPDATE: "cập nhật",
        Category.WORKSHOP: "hội nghị tập huấn, lớp tập huấn",
    },
    Content: {
        Content.POLITICAL_THEORY: "chính trị, llct",
        Content.STATE_MANAGEMENT: "qlnn, quản lý hành chính nhà nước",
        Content.DEFENCE_AND_SECURITY: "quốc phòng, an ninh, quốc phòng an ninh, qp&an, qpan",
        Content.JOB_POSITION: "vtvl, theo vị trí việc làm",
        Content.LEADERSHIP: "lãnh đạo, lãnh đạo quản lý",
        Content.DIGITAL_SKILLS: "kỹ năng số, kĩ năng số, khoa học công nghệ, khoa học, công nghệ",
        Content.FOREIGN_LANGUAGE: "tiếng anh",
        Content.PARTY_BUILDING: "công tác xây dựng đảng",
        Content.MASS_ORGANIZATION: "đoàn thể, công tác mặt trận",
        Content.KNOWLEDGE_UPDATE: "cập nhật kiến thức",
        Content.PROFESSIONAL: "nghiệp vụ, chuyên môn nghiệp vụ",
    },
    Subject: {
        Subject.ADMINISTRATIVE_REFORM: "cchc",
        Subject.AGRICULTURE: "nông nghiệp",
        Subject.CULTURE: "văn hóa, thể thao",
        Subject.DIGITAL_TRANSFORMATION: "chuyển đổi số, chính quyền số, cđs",
        Subject.ECONOMY: "kinh tế",
        Subject.EDUCATION: "giáo dục",
        Subject.ENVIRONMENT: "môi trường, tài nguyên",
        Subject.ETHNIC_AND_RELIGIOUS_AFFAIRS: "dân tộc, tôn giáo",
        Subject.FINANCE: "tài chính, đầu tư công",
        Subject.FOREIGN_AFFAIRS: "đối ngoại, hội nhập",
        Subject.INFORMATION_TECHNOLOGY: "cntt",
        Subject.INSPECTION: "thanh tra, tiếp công dân",
        Subject.JUSTICE: "tư pháp, pháp chế",
        Subject.TOURISM: "du lịch",
        Subject.TRANSPORT: "giao thông",
    },
    Block: {
        Block.PARTY: "đảng",
        Block.MASS_ORGANIZATIONS: "đoàn thể, mặt trận, mttq",
        Block.GOVERNMENT: "chính quyền, nhà nước",
    },
    Mode: {
        Mode.ONLINE: "từ xa, qua mạng, học trực tuyến",
        Mode.PART_TIME: "vừa làm vừa học, vừa học vừa làm, tại chức, bán tập trung",
        Mode.BLENDED: "kết hợp, hỗn hợp, hybrid",
    },
    Obligation: {
        Obligation.REQUIRED: "phải học, mandatory, compulsory",
        Obligation.RECOMMENDED: "nên học, khuyến cáo",
        Obligation.OPEN: "tự nguyện, không bắt buộc, optional",
    },
    Progress: {
        Progress.PROPOSED: "đề nghị, kiến nghị",
        Progress.PLANNED: "theo kế hoạch, plan",
        Progress.DONE: "thực hiện, hoàn thành, đã xong, đã tổ chức, finished, completed",
    },
    ClassState: {
        ClassState.PLANNED: "kế hoạch, sắp mở, chưa mở, sẽ mở, chưa khai giảng, plan",
        ClassState.OPEN: "mở, đang mở, tuyển sinh, đang tuyển sinh, đang đăng ký, nhận hồ sơ",
        ClassState.RUNNING: "đang diễn ra, đang dạy, đang giảng dạy, đã khai giảng, ongoing, in_progress",
        ClassState.FINISHED: "kết thúc, xong, đã xong, hoàn thành, đã hoàn thành, bế giảng, done",
        ClassState.POSTPONED: "tạm hoãn, hoãn lại, đã hoãn, lùi, dời, delayed",
        ClassState.CANCELLED: "hủy bỏ, đã hủy, bị hủy, không tổ chức, không mở",
    },
    Service: {
        Service.NON_SPECIALIZED: "không chuyên trách, bán chuyên trách",
    },
    Level: {
        Level.CENTRAL: "tw, cấp trung ương",
        Level.CITY: "tỉnh, thành phố, cấp tỉnh, cấp thành phố, province",
        Level.DISTRICT: "huyện, quận, thị xã, cấp quận",
        Level.COMMUNE: "xã, phường, thị trấn, cấp phường, ward",
        Level.GRASSROOTS: "cấp cơ sở",
    },
    Rank: {
        Rank.SPECIALIST: "cv",
        Rank.PRINCIPAL_SPECIALIST: "cvc",
        Rank.SENIOR_SPECIALIST: "cvcc",
    },
    OrganizationCategory: {
        OrganizationCategory.PARTY_COMMITTEE: "cấp ủy, tổ chức đảng, đảng ủy",
        OrganizationCategory.ASSEMBLY: "hđnd, hội đồng nhân dân",
        OrganizationCategory.ADMINISTRATION: "ubnd, ủy ban nhân dân, sở",
        OrganizationCategory.MASS_ORGANIZATION: "mặt trận, đoàn thể, mttq",
        OrganizationCategory.SCHOOL: "trường, học viện",
        OrganizationCategory.COUNCIL: "hội đồng, ban chỉ đạo",
    },
    DocumentCategory: {
        DocumentCategory.LETTER: "cv",
        DocumentCategory.PLAN: "kh",
    },
    DocumentState: {
        DocumentState.ISSUED: "ban hành, hiệu lực, có hiệu lực",
        DocumentState.IN_PREPARATION: "dự thảo, đang soạn thảo, chưa ban hành, draft",
    },
    SourceCategory: {
        SourceCategory.ARTICLE: "báo, bài báo, tin, tin tức, news",
        SourceCategory.PAGE: "trang, trang web, web, website",
        SourceCategory.DOCUMENT_TEXT: "văn bản, toàn văn, pdf",
    },
    SourceOrigin: {
        SourceOrigin.PRESS: "báo",
        SourceOrigin.AUTHORITY: "cơ quan ban hành, cơ quan nhà nước, cơ quan",
        SourceOrigin.COPY: "bản sao, sao chép",
    },
    Language: {
        Language.VI: "vn, việt, vietnamese",
        Language.EN: "eng, anh, english",
    },
    VerificationLevel: {
        VerificationLevel.OFFICIAL: "chính thức, đã đối chiếu, văn bản",
        VerificationLevel.REPORTED: "báo chí, báo",
        VerificationLevel.DRAFT: "nháp, bản nháp, tạm",
    },
    Measure: {
        Measure.CLASSES: "số lớp",
        Measure.LEARNERS: "người học, số học viên, số người học",
        Measure.ATTENDANCES: "lượt, lượt người, lượt học, số lượt",
        Measure.STAFF: "số người",
        Measure.SHARE: "tỷ lệ, tỉ lệ, phần trăm, percent",
        Measure.COST: "kinh phí, chi phí",
        Measure.HOURS: "số tiết",
        Measure.DAYS: "số ngày",
    },
    Bound: {
        Bound.EXACT: "đúng, chính xác",
        Bound.ABOUT: "xấp xỉ, chừng",
        Bound.AT_LEAST: "ít nhất, tối thiểu",
        Bound.OVER: "trên",
        Bound.AT_MOST: "nhiều nhất, không quá",
    },
    PartsAdd: {
        PartsAdd.YES: "có, cộng được, true",
        PartsAdd.NO: "không, không cộng, false",
        PartsAdd.OVERLAP: "trùng, có trùng",
        PartsAdd.UNSTATED: "không nói, không rõ",
    },
    TopicSetContent: {
        TopicSetContent.NEEDS: "nhu cầu đào tạo",
    },
    Forge: {
        Forge.GITHUB: "github.com, git hub",
        Forge.GITLAB: "gitlab.com, git lab",
        Forge.GITEA: "forgejo, codeberg, codeberg.org",
    },
}
"""The words, divided by commas, that people write for the codes of a vocabulary beside their labels."""

KEY_SYNONYMS: Mapping[str, str] = {
    "title": "tên, tiêu đề, tên lớp, tên chương trình, tên đơn vị, tên văn bản, name",
    "summary": "tóm tắt, mô tả, description",
    "note": "ghi chú, lưu ý, notes",
    "sources": "nguồn",
    "source": "nguồn, mã nguồn",
    "verification": "xác minh, kiểm chứng",
    "level": "mức, mức độ, cấp",
    "owner": "phụ trách, người phụ trách, đơn vị phụ trách",
    "groups": "đối tượng, đối tượng học",
    "group": "đối tượng, mã đối tượng",
    "lead": "chủ trì, cơ quan chủ trì",
    "organizers": "tổ chức, cơ quan tổ chức, đơn vị tổ chức lớp",
    "advisers": "tham mưu, cơ quan tham mưu",
    "partners": "phối hợp, cơ quan phối hợp",
    "organization": "đơn vị, cơ quan",
    "period": "thời gian, giai đoạn, time",
    "start": "bắt đầu, ngày bắt đầu, khai giảng, ngày khai giảng, từ ngày, ngày mở, start_date",
    "end": "kết thúc, ngày kết thúc, bế giảng, ngày bế giảng, đến ngày, end_date",
    "state": "trạng thái, tình trạng, status",
    "venue": "địa điểm, nơi học, nơi tổ chức, location",
    "place": "nơi, địa chỉ, địa điểm",
    "mode": "hình thức, hình thức đào tạo",
    "nomination": "cử đi học, danh sách cử",
    "deadline": "hạn, hạn nộp, hạn chót, hạn gửi, hạn đăng ký",
    "form": "mẫu, biểu mẫu",
    "papers": "hồ sơ, giấy tờ",
    "figures": "chỉ tiêu, số liệu, số lượng",
    "measure": "đơn vị đo, loại số",
    "value": "giá trị, số, số lượng, con số",
    "unit": "đơn vị tính",
    "duration": "thời lượng, số ngày",
    "hours": "số tiết, tiết, tổng số tiết",
    "modules": "học phần, kết cấu chương trình, khối lượng, nội dung học",
    "categories": "loại, loại chương trình",
    "category": "loại, phân loại, type, kind",
    "content": "nội dung",
    "fields": "lĩnh vực",
    "blocks": "khối",
    "topics": "chuyên đề",
    "plan": "kế hoạch, mã kế hoạch",
    "line": "tt, stt, số thứ tự",
    "scheme": "đề án",
    "legal_basis": "căn cứ pháp lý",
    "eligibility": "điều kiện, tiêu chuẩn",
    "objectives": "mục tiêu",
    "certificate": "chứng chỉ, chứng nhận",
    "funding": "kinh phí, nguồn kinh phí",
    "classes": "lớp, các lớp, danh sách lớp",
    "id": "mã, mã lớp",
    "number": "số, lớp số, số hiệu, số ký hiệu, số thứ tự",
    "seats": "số chỗ, số ghế, số người, sĩ số, số học viên, số lượng",
    "allocations": "phân bổ, phân bổ chỗ",
    "results": "kết quả, kết quả lớp",
    "attended": "số người học, đã học, tham dự",
    "completed": "đã hoàn thành, số người hoàn thành",
    "certified": "được cấp chứng chỉ, số chứng chỉ",
    "year": "năm",
    "document": "văn bản, số văn bản",
    "issuers": "cơ quan ban hành, nơi ban hành, ban hành",
    "issuer": "cơ quan ban hành, nơi ban hành, ban hành",
    "issued": "ngày ban hành, ngày ký",
    "in_force": "hiệu lực",
    "publisher": "báo, tên báo, nơi đăng, nhà xuất bản",
    "date": "ngày, ngày đăng",
    "address": "địa chỉ, link, đường dẫn, url",
    "parent": "cấp trên, trực thuộc, đơn vị cấp trên",
    "short_name": "tên tắt, tên viết tắt, viết tắt",
    "aliases": "tên khác, tên cũ",
    "contact": "liên hệ",
    "phone": "số điện thoại, điện thoại, sđt",
    "mail": "email, e-mail, thư điện tử",
    "count": "số lượng, tổng số",
    "keywords": "từ khóa",
    "locator": "vị trí, trang, điều, đoạn",
    "checked": "ngày đối chiếu, ngày kiểm tra",
    "adjustments": "điều chỉnh, các lần điều chỉnh",
    "reviews": "rà soát",
    "approver": "cho ý kiến, nơi cho ý kiến",
    "abroad": "nước ngoài",
    "country": "quốc gia",
    "parts_add": "cộng các phần",
    "complete": "đầy đủ",
    "in_plan": "trong kế hoạch",
    "carried_over": "chuyển từ năm trước",
    "part_of": "thuộc chương trình",
    "perhaps_part_of": "có thể thuộc chương trình",
    "repeats": "tổ chức lại",
    "exemptions": "miễn",
    "assessment": "đánh giá, kiểm tra",
    "obligation": "bắt buộc, mức độ bắt buộc",
    "basis": "căn cứ",
    "set": "danh sách",
    "items": "các mục",
    "origin": "nguồn của ai",
    "language": "ngôn ngữ",
    "successors": "đơn vị tiếp nhận, tiếp nhận",
    "territory": "địa bàn",
    "service": "diện",
    "rank": "ngạch",
    "positions": "chức danh, chức vụ",
    "job": "vị trí việc làm",
    "term": "nhiệm kỳ",
    "inferred_year": "năm đoán",
    "as_of": "tính đến",
    "bound": "độ chính xác",
    "subject": "chủ đề",
    "rows": "chi tiết",
}
"""Keys with the words, divided by commas, that people write for them beside the names of their fields."""
UNNAMED_KEYS = (
    "amends annual as_printed branch by caution city code computed_from covers day declared description "
    "draft exhaustive finding forge guides hint id_authority inferred licence licence_address long name "
    "notice of office order owners parts planned program programs reason reference_sum regulation "
    "replaces report repository short successors_complete terms to tolerance topic topic_set website what "
    "with"
)
KEYS = frozenset((*KEY_SYNONYMS, *UNNAMED_KEYS.split()))
"""Every key of the model: those above, and those for which people write no other word than their label."""


def synonyms_of(code: Vocabulary) -> tuple[str, ...]:
    """The synonyms of a code, each as it is typed without marks."""
    return words_of(SYNONYMS.get(type(code), {}).get(code, ""))


def words_of(written: str) -> tuple[str, ...]:
    """Words divided by commas, each as it is typed without marks."""
    return tuple(fold(word.strip()) for word in written.split(",") if word.strip())
