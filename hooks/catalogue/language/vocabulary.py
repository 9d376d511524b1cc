"""The closed vocabularies: the codes that records hold, each with its Vietnamese label on the site."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Self


class Vocabulary(StrEnum):
    """A code with its Vietnamese label. It equals its code and is written as its code."""

    label: str

    def __new__(cls, code: str, label: str) -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        return member


def labels(codes: Iterable[Vocabulary]) -> list[str]:
    """The labels of codes, in their order."""
    return [code.label for code in codes]


class Category(Vocabulary):
    """What a programme is, as the statistical form divides them: long training, short courses, updates."""

    TRAINING = "training", "Đào tạo"
    FOSTERING = "fostering", "Bồi dưỡng"
    UPDATE = "update", "Cập nhật kiến thức"
    WORKSHOP = "workshop", "Tập huấn"


class Content(Vocabulary):
    """What a programme teaches: the contents that the decrees and the yearly statistics name."""

    POLITICAL_THEORY = "political_theory", "Lý luận chính trị"
    STATE_MANAGEMENT = "state_management", "Quản lý nhà nước"
    DEFENCE_AND_SECURITY = "defence_and_security", "Quốc phòng và an ninh"
    JOB_POSITION = "job_position", "Vị trí việc làm"
    LEADERSHIP = "leadership", "Lãnh đạo, quản lý"
    DIGITAL_SKILLS = "digital_skills", "Khoa học, công nghệ, kỹ năng số"
    FOREIGN_LANGUAGE = "foreign_language", "Ngoại ngữ"
    PARTY_BUILDING = "party_building", "Xây dựng Đảng"
    MASS_ORGANIZATION = "mass_organization", "Công tác đoàn thể"
    KNOWLEDGE_UPDATE = "knowledge_update", "Kiến thức mới"
    PROFESSIONAL = "professional", "Chuyên môn"


class Subject(Vocabulary):
    """The field of work that a programme or a topic is about (lĩnh vực)."""

    ADMINISTRATIVE_REFORM = "administrative_reform", "Cải cách hành chính"
    AGRICULTURE = "agriculture", "Nông nghiệp, kinh tế nông nghiệp"
    CAPITAL_LAW = "capital_law", "Luật Thủ đô"
    CULTURE = "culture", "Văn hóa, thể thao"
    CONSTRUCTION = "construction", "Xây dựng"
    DIGITAL_TRANSFORMATION = "digital_transformation", "Chuyển đổi số, chính quyền số"
    ECONOMY = "economy", "Kinh tế - xã hội"
    EDUCATION = "education", "Giáo dục và đào tạo"
    ENVIRONMENT = "environment", "Tài nguyên và môi trường"
    ETHNIC_AND_RELIGIOUS_AFFAIRS = "ethnic_and_religious_affairs", "Dân tộc, tôn giáo"
    FINANCE = "finance", "Tài chính, kế hoạch, đầu tư công"
    FOREIGN_AFFAIRS = "foreign_affairs", "Đối ngoại, hội nhập"
    HEALTH = "health", "Y tế"
    HUMAN_RESOURCES = "human_resources", "Quản lý nguồn nhân lực, công vụ"
    INFORMATION_TECHNOLOGY = "information_technology", "Công nghệ thông tin"
    INSPECTION = "inspection", "Thanh tra, tiếp công dân"
    JUSTICE = "justice", "Tư pháp, pháp chế"
    LABOUR_AND_SOCIETY = "labour_and_society", "Lao động, người có công và xã hội"
    LAND = "land", "Đất đai"
    PLANNING_AND_ARCHITECTURE = "planning_and_architecture", "Quy hoạch kiến trúc"
    PRESS = "press", "Báo chí, tuyên truyền"
    SCIENCE_AND_TECHNOLOGY = "science_and_technology", "Khoa học và công nghệ"
    TOURISM = "tourism", "Du lịch, du lịch nông thôn"
    TRANSPORT = "transport", "Giao thông vận tải"
    URBAN_GOVERNMENT = "urban_government", "Chính quyền đô thị"
    URBAN_MANAGEMENT = "urban_management", "Quản lý, phát triển đô thị"


class Block(Vocabulary):
    """The three blocks (khối) that plans are split by."""

    PARTY = "party", "Khối Đảng"
    MASS_ORGANIZATIONS = "mass_organizations", "Khối đoàn thể"
    GOVERNMENT = "government", "Khối chính quyền"


class Mode(Vocabulary):
    """How a programme is taught (hình thức học)."""

    FULL_TIME = "full_time", "Tập trung"
    PART_TIME = "part_time", "Không tập trung"
    ONLINE = "online", "Trực tuyến"
    BLENDED = "blended", "Trực tiếp kết hợp trực tuyến"


class Obligation(Vocabulary):
    """How a learner group stands to a programme."""

    REQUIRED = "required", "Bắt buộc"
    RECOMMENDED = "recommended", "Khuyến khích"
    OPEN = "open", "Được tham gia"


class Progress(Vocabulary):
    """How far a programme, a plan or a figure has come, as its source says."""

    PROPOSED = "proposed", "Đề xuất"
    PLANNED = "planned", "Kế hoạch"
    DONE = "done", "Đã thực hiện"


class ClassState(Vocabulary):
    """Where a class stands (tình trạng lớp), where a source says so."""

    PLANNED = "planned", "Dự kiến"
    OPEN = "open", "Đang nhận danh sách"
    RUNNING = "running", "Đang học"
    FINISHED = "finished", "Đã kết thúc"
    POSTPONED = "postponed", "Hoãn"
    CANCELLED = "cancelled", "Hủy"


class Service(Vocabulary):
    """The kinds of people who serve, by the laws."""

    CADRE = "cadre", "Cán bộ"
    CIVIL_SERVANT = "civil_servant", "Công chức"
    PUBLIC_EMPLOYEE = "public_employee", "Viên chức"
    NON_SPECIALIZED = "non_specialized", "Người hoạt động không chuyên trách"


class Level(Vocabulary):
    """The levels of the state and the Party; the district level ended on 30-6-2025."""

    CENTRAL = "central", "Trung ương"
    CITY = "city", "Cấp tỉnh, thành phố"
    DISTRICT = "district", "Cấp huyện (trước 1-7-2025)"
    COMMUNE = "commune", "Cấp xã"
    GRASSROOTS = "grassroots", "Cơ sở"


class Rank(Vocabulary):
    """The ranks (ngạch) of civil servants."""

    OFFICER = "officer", "Cán sự"
    SPECIALIST = "specialist", "Chuyên viên"
    PRINCIPAL_SPECIALIST = "principal_specialist", "Chuyên viên chính"
    SENIOR_SPECIALIST = "senior_specialist", "Chuyên viên cao cấp"


class OrganizationCategory(Vocabulary):
    """What an organisation is; a collective stands for many bodies that a source names together."""

    PARTY_COMMITTEE = "party_committee", "Cấp ủy, tổ chức đảng"
    PARTY_OFFICE = "party_office", "Cơ quan tham mưu của cấp ủy"
    ASSEMBLY = "assembly", "Cơ quan dân cử"
    ADMINISTRATION = "administration", "Cơ quan hành chính"
    MASS_ORGANIZATION = "mass_organization", "Mặt trận, đoàn thể"
    SCHOOL = "school", "Cơ sở đào tạo, bồi dưỡng"
    COUNCIL = "council", "Hội đồng, ban chỉ đạo"
    TERRITORY = "territory", "Đơn vị hành chính"
    COLLECTIVE = "collective", "Nhóm đơn vị"
    OTHER = "other", "Đơn vị khác"


class DocumentCategory(Vocabulary):
    """The types of documents (loại văn bản)."""

    LAW = "law", "Luật"
    RESOLUTION = "resolution", "Nghị quyết"
    DECREE = "decree", "Nghị định"
    CIRCULAR = "circular", "Thông tư"
    REGULATION = "regulation", "Quy định"
    DECISION = "decision", "Quyết định"
    PLAN = "plan", "Kế hoạch"
    SCHEME = "scheme", "Đề án"
    STRATEGY = "strategy", "Chiến lược"
    GUIDANCE = "guidance", "Hướng dẫn"
    LETTER = "letter", "Công văn"
    CONCLUSION = "conclusion", "Kết luận"


class DocumentState(Vocabulary):
    """Whether a document has been issued."""

    IN_PREPARATION = "in_preparation", "Đang chuẩn bị ban hành"
    ISSUED = "issued", "Đã ban hành"


class SourceCategory(Vocabulary):
    """The types of sources."""

    ARTICLE = "article", "Bài báo, tin"
    PAGE = "page", "Trang thông tin"
    DOCUMENT_TEXT = "document_text", "Toàn văn văn bản"


class SourceOrigin(Vocabulary):
    """Who stands behind a source."""

    PRESS = "press", "Báo chí"
    AUTHORITY = "authority", "Cơ quan ban hành, cơ quan nhà nước"
    COPY = "copy", "Bản sao trên trang khác"
    OTHER = "other", "Nguồn khác"


class Language(Vocabulary):
    """The languages of sources."""

    VI = "vi", "Tiếng Việt"
    EN = "en", "Tiếng Anh"


class VerificationLevel(Vocabulary):
    """How far a record is confirmed (mức độ xác minh)."""

    OFFICIAL = "official", "Đối chiếu văn bản"
    REPORTED = "reported", "Theo nguồn"
    DRAFT = "draft", "Chưa xác minh"


class Confirmation(Vocabulary):
    """How far a record is confirmed, as the site shows it: what is reported, by the best of its sources."""

    OFFICIAL = "official", "Đối chiếu văn bản"
    AUTHORITY = "authority", "Theo cơ quan nhà nước"
    REPORTED = "reported", "Theo báo chí"
    OTHER = "other", "Theo trang thông tin khác"
    COPY = "copy", "Theo bản chép lại trên trang khác"
    DRAFT = "draft", "Chưa xác minh"


class Measure(Vocabulary):
    """What a figure counts; the label is its unit where the figure names no other."""

    CLASSES = "classes", "lớp"
    LEARNERS = "learners", "học viên"
    ATTENDANCES = "attendances", "lượt học viên"
    MEMBERS = "members", "đồng chí"
    PROGRAMS = "programs", "chương trình"
    TOPICS = "topics", "chuyên đề"
    MODULES = "modules", "học phần"
    STAFF = "staff", "người"
    SHARE = "share", "%"
    AREA = "area", "ha"
    CRITERIA = "criteria", "chỉ tiêu"
    UNITS = "units", "đơn vị"
    COST = "cost", "triệu đồng"
    HOURS = "hours", "tiết"
    DAYS = "days", "ngày"


PEOPLE = frozenset({Measure.LEARNERS, Measure.ATTENDANCES, Measure.MEMBERS})
"""The measures that count who learns. Their units differ: they are not added without saying so."""


class Bound(Vocabulary):
    """How exactly a figure is stated; the label stands before the number."""

    EXACT = "exact", ""
    ABOUT = "about", "khoảng"
    ALMOST = "almost", "gần"
    AT_LEAST = "at_least", "từ"
    OVER = "over", "hơn"
    AT_MOST = "at_most", "tối đa"


class PartsAdd(Vocabulary):
    """Whether the parts of a whole may be added up, as its source says."""

    YES = "yes", "Các phần cộng lại bằng tổng"
    NO = "no", "Không cộng thêm: số của phần đã nằm trong tổng, hoặc tính từ tổng"
    OVERLAP = "overlap", "Các phần có thể trùng nhau"
    UNSTATED = "unstated", "Nguồn không nói các phần có cộng được hay không"


class DurationUnit(Vocabulary):
    """The units of durations."""

    DAY = "day", "ngày"
    WEEK = "week", "tuần"
    MONTH = "month", "tháng"
    YEAR = "year", "năm"


class ModuleUnit(Vocabulary):
    """What the parts of a programme are called."""

    MODULE = "module", "học phần"
    TOPIC = "topic", "chuyên đề"
    LESSON = "lesson", "bài"
    REPORT = "report", "báo cáo"
    FIELD_STUDY = "field_study", "nghiên cứu thực tế"


class TopicSetContent(Vocabulary):
    """What a topic set is a list of."""

    TOPICS = "topics", "chuyên đề"
    PROGRAMS = "programs", "chương trình"
    MODULES = "modules", "học phần"
    FIELDS = "fields", "lĩnh vực"
    NEEDS = "needs", "nhu cầu"


class Forge(Vocabulary):
    """The software of the place that holds the repository: it decides how addresses of its pages are made."""

    GITHUB = "github", "GitHub"
    GITLAB = "gitlab", "GitLab"
    GITEA = "gitea", "Gitea, Forgejo, Codeberg"
    BITBUCKET = "bitbucket", "Bitbucket"
