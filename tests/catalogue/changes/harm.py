"""Changes of a sample city: three thousand that harm nobody, and those in many ways that do."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, TypeAlias

from catalogue.language.vocabulary import ClassState, Obligation, Progress, VerificationLevel, Vocabulary
from catalogue.model.standing import CALLED_OFF
from sample.chance import Chance
from sample.files import sample_records
from sample.recipe import Recipe

Tree: TypeAlias = dict[str, dict[str, Any]]
"""The plain values of records by their paths."""
PROGRAMS = 250
REDIRECTS = "redirects.yml"
DIGITS = re.compile("[0-9]+")


@cache
def city() -> Tree:
    """The sample's records as files have them: every single value but true and false is a text."""
    found = {each.path: as_written(each.values) for each in sample_records(Recipe(PROGRAMS))}
    found[REDIRECTS] = {"/chuong-trinh/ten-cu/": f"/chuong-trinh/{stem(next(iter(found)))}/"}
    return found


def as_written(value: Any) -> Any:
    """A value as a file has it, without what is empty."""
    if isinstance(value, Mapping):
        return {key: as_written(item) for key, item in value.items() if item not in (None, (), [], {}, "")}
    if isinstance(value, (list, tuple)):
        return [as_written(item) for item in value]
    return value if isinstance(value, bool) else str(value)


def stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".yml")


def lettered(number: int) -> str:
    """A number as letters: a text that says it states no other number."""
    return "".join("abcdefghij"[int(digit)] for digit in str(number))


def reworded(record: dict[str, Any], number: int) -> None:
    record["note"] = f"{record.get('note', 'Ghi chú')} (viết lại lần {lettered(number)})"


def with_a_source(record: dict[str, Any], number: int) -> None:
    record["sources"] = [*record.get("sources", ()), {"source": "bao-mau", "locator": f"đoạn {number}"}]


def with_a_class(record: dict[str, Any], number: int) -> None:
    if "classes" in record:
        record["classes"] = [*record["classes"], {"id": f"lop-them-{number}", "start": "2027-01-04"}]
    else:
        reworded(record, number)


def counted_anew(record: dict[str, Any], number: int) -> None:
    for figure in record.get("figures", ()):
        figure["value"] = str(int(float(figure["value"])) + 1 + number % 3)
    with_a_source(record, number)


def a_day_later(record: dict[str, Any], number: int) -> None:
    for each in record.get("classes", ())[:1]:
        if len(each.get("end", "")) == len("2026-01-02"):
            each["end"] = f"{each['end'][:8]}{10 + number % 15}"
    reworded(record, number)


def with_a_summary(record: dict[str, Any], number: int) -> None:
    record["summary"] = f"{record.get('summary', 'Tóm tắt')} (viết lại lần {lettered(number)})"


def a_step_on(holder: dict[str, Any], key: str, steps: Sequence[Vocabulary]) -> bool:
    """Whether a code went one step on in its order; the last of them, and what is not said, stays."""
    at = steps.index(holder[key]) + 1 if holder.get(key) in steps else len(steps)
    if at < len(steps):
        holder[key] = str(steps[at])
    return at < len(steps)


def retitled(record: dict[str, Any], number: int) -> None:
    if "lead" in record or "category" in record:
        record["title"] = f"{record['title']} ({lettered(number)})"
    else:
        reworded(record, number)


def confirmed(record: dict[str, Any], number: int) -> None:
    if record.get("verification", {}).get("level") in {"draft", "reported"}:
        named = {"document": "van-ban", "locator": f"Điều {number}", "checked": "2026-05-21", "by": "so"}
        record["verification"] = {"level": "official", **named}
    else:
        reworded(record, number)


def come_farther(record: dict[str, Any], number: int) -> None:
    if not a_step_on(record, "state", tuple(Progress)):
        reworded(record, number)


def class_begun(record: dict[str, Any], number: int) -> None:
    for each in record.get("classes", ()):
        each.setdefault("state", "planned")
        a_step_on(each, "state", [state for state in ClassState if state not in CALLED_OFF])
    reworded(record, number)


def made_stricter(record: dict[str, Any], number: int) -> None:
    for each in record.get("groups", ()):
        if isinstance(each, dict):
            a_step_on(each, "obligation", (Obligation.OPEN, Obligation.RECOMMENDED))
    reworded(record, number)


def with_other_conditions(record: dict[str, Any], number: int) -> None:
    if "eligibility" in record:
        record["eligibility"] = [f"{each} ({lettered(number)})" for each in record["eligibility"]]
    else:
        reworded(record, number)


def due_later(record: dict[str, Any], number: int) -> None:
    for each in record.get("classes", ()):
        if "deadline" in each:
            each["deadline"] = f"{each['deadline'][:8]}{max(int(each['deadline'][8:]), 28)}"
    reworded(record, number)


def under_who_took_over(record: dict[str, Any], number: int) -> None:
    if record.get("lead") == "so-noi-vu-thanh-pho-mau":
        record["lead"] = "so-hop-nhat"
    reworded(record, number)


def at_a_safe_address(record: dict[str, Any], number: int) -> None:
    if "address" in record:
        record["address"] = record["address"].replace("http:", "https:")
    reworded(record, number)


def for_more_people(record: dict[str, Any], number: int) -> None:
    if "groups" in record and "lead" in record:
        record["groups"] = [*record["groups"], {"group": f"nhom-{lettered(number)}", "obligation": "open"}]
    else:
        reworded(record, number)


HARMLESS = (
    reworded,
    with_a_source,
    with_a_class,
    counted_anew,
    a_day_later,
    with_a_summary,
    retitled,
    confirmed,
    come_farther,
    class_begun,
    made_stricter,
    with_other_conditions,
    due_later,
    under_who_took_over,
    at_a_safe_address,
    for_more_people,
)


def changed_harmlessly(tree: Tree, times: int, seed: int) -> Tree:
    """A tree with so many changes that harm nobody, and a new record for every ten of them."""
    chance, found = Chance(seed, "harmless"), copy.deepcopy(tree)
    paths = [path for path in tree if path != REDIRECTS]
    for number in range(times):
        if number % 10:
            HARMLESS[number % len(HARMLESS)](found[chance.pick(paths)], number)
        else:
            found[f"sources/nguon-moi-{number}.yml"] = {"title": f"Nguồn mới {number}", "category": "article"}
    return found


Needle: TypeAlias = tuple[str, str]
"""What must be seen: the id of a record or an address, and the field; empty for the record as a whole."""


def programs(tree: Tree, *keys: str) -> list[str]:
    """The programmes that have something in some fields."""
    return [
        path for path in tree if path.startswith("programs/") and all(tree[path].get(key) for key in keys)
    ]


def figure(record: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = record["figures"][0]
    return found


def drawn(
    tree: Tree, chance: Chance, *keys: str, fits: Callable[[dict[str, Any]], bool] = bool
) -> tuple[str, dict[str, Any]]:
    """One of the programmes that have something in some fields and fit: its id, and what it says."""
    path = chance.pick([path for path in programs(tree, *keys) if fits(tree[path])])
    return stem(path), tree[path]


def dropped_zero(tree: Tree, chance: Chance) -> Needle:
    id, record = drawn(tree, chance, "figures", fits=lambda each: figure(each)["value"].endswith("0"))
    figure(record)["value"] = figure(record)["value"].removesuffix("0")
    return id, "figures.value"


def day_and_month_swapped(tree: Tree, chance: Chance) -> Needle:
    id, record = drawn(tree, chance, "classes", fits=lambda each: "deadline" in each["classes"][0])
    first = record["classes"][0]
    first["deadline"] = "2026-04-03" if first["deadline"] != "2026-04-03" else "2026-03-04"
    return id, "classes.deadline"


def moved_by_years(tree: Tree, chance: Chance) -> Needle:
    id, record = drawn(tree, chance, "classes", fits=lambda each: len(each["classes"][0].get("end", "")) > 7)
    record["classes"][0]["end"] = "2035-03"
    return id, "classes.end"


def due_earlier(tree: Tree, chance: Chance) -> Needle:
    id, record = drawn(
        tree, chance, "classes", fits=lambda each: each["classes"][0].get("deadline", "01")[8:] > "01"
    )
    first = record["classes"][0]
    first["deadline"] = f"{first['deadline'][:8]}01"
    return id, "classes.deadline"


def another_host(tree: Tree, chance: Chance) -> Needle:
    path = chance.pick([each for each in tree if each.startswith("sources/") and "address" in tree[each]])
    tree[path]["address"] = tree[path]["address"].replace("bao.mau.example", "khac.example")
    return stem(path), "address"


def made_to_come(tree: Tree, chance: Chance) -> Needle:
    id, record = drawn(tree, chance, "groups", "lead")
    record["groups"] = [*record["groups"], {"group": "nhom-moi", "obligation": "required"}]
    return id, "groups"


def made_a_duty(tree: Tree, chance: Chance) -> Needle:
    may = {Obligation.OPEN, Obligation.RECOMMENDED}
    id, record = drawn(tree, chance, "groups", fits=lambda each: each["groups"][0].get("obligation") in may)
    record["groups"][0]["obligation"] = "required"
    return id, "groups.obligation"


def document_exchanged(tree: Tree, chance: Chance) -> Needle:
    checked = [path for path, was in city().items() if was.get("verification", {}).get("level") == "official"]
    path = chance.pick([path for path in checked if path in tree])
    tree[path]["verification"] = {**tree[path]["verification"], "document": "van-ban-khac"}
    return stem(path), "verification.document"


def raised_without_document(tree: Tree, chance: Chance) -> Needle:
    path = chance.pick([each for each in tree if tree[each].get("verification") == {"level": "reported"}])
    tree[path]["verification"] = {"level": "official"}
    return stem(path), "verification.level"


def new_without_document(tree: Tree, chance: Chance) -> Needle:
    id = f"lop-moi-{chance.between(1, 9)}"
    tree[f"programs/{id}.yml"] = {"title": "Lớp mới", "verification": {"level": "official"}}
    return id, "verification.level"


def class_removed(tree: Tree, chance: Chance) -> Needle:
    id, record = drawn(tree, chance, "classes")
    record["classes"] = record["classes"][1:]
    return id, "classes"


def level_dropped(tree: Tree, chance: Chance) -> Needle:
    path = chance.pick(
        [each for each in tree if tree[each].get("verification", {}).get("level") == "reported"]
    )
    tree[path]["verification"]["level"] = str(VerificationLevel.DRAFT)
    return stem(path), "verification.level"


def class_called_off(tree: Tree, chance: Chance) -> Needle:
    id, record = drawn(tree, chance, "classes")
    first = record["classes"][0]
    first["state"] = "cancelled" if first.get("state") != "cancelled" else "postponed"
    return id, "classes.state"


def obligation_moved(tree: Tree, chance: Chance) -> Needle:
    id, record = drawn(tree, chance, "groups", fits=lambda each: "obligation" in each["groups"][0])
    named = {each["group"] for each in record["groups"]}
    groups = [stem(each) for each in tree if each.startswith("groups/")]
    record["groups"][0]["group"] = chance.pick([each for each in groups if each not in named])
    return id, "groups"


def made_optional(tree: Tree, chance: Chance) -> Needle:
    id, record = drawn(tree, chance, "groups", fits=lambda each: "obligation" in each["groups"][0])
    first = record["groups"][0]
    first["obligation"] = "open" if first["obligation"] != "open" else "required"
    return id, "groups.obligation"


def taken_for_done(tree: Tree, chance: Chance) -> Needle:
    id, record = drawn(tree, chance, "figures", fits=lambda each: figure(each).get("state") == "planned")
    figure(record)["state"] = "done"
    return id, "figures.state"


def record_removed(tree: Tree, chance: Chance) -> Needle:
    path = chance.pick([each for each in tree if each.startswith("documents/")])
    del tree[path]
    return stem(path), ""


def id_changed(tree: Tree, chance: Chance) -> Needle:
    path = chance.pick([each for each in tree if each.startswith("organizations/")])
    tree[path.replace("organizations/", "organizations/moi-")] = tree.pop(path)
    return f"/don-vi/{stem(path)}/", ""


def redirect_removed(tree: Tree, chance: Chance) -> Needle:
    del tree[REDIRECTS]
    return "/chuong-trinh/ten-cu/", chance.pick([""])


def other_lead(tree: Tree, chance: Chance) -> Needle:
    id, record = drawn(tree, chance, "lead")
    record["lead"] = chance.pick([stem(each) for each in tree if each.startswith("organizations/")][:9])
    record["lead"] += "-khac"
    return id, "lead"


def group_dropped(tree: Tree, chance: Chance) -> Needle:
    id, record = drawn(tree, chance, "groups")
    record["groups"] = record["groups"][1:]
    return id, "groups"


def seats_moved(tree: Tree, chance: Chance) -> Needle:
    classes = [each for path in programs(tree, "classes") for each in [(path, tree[path]["classes"][0])]]
    path, first = chance.pick([each for each in classes if "allocations" in each[1]])
    body, seats = next(iter(first["allocations"].items()))
    del first["allocations"][body]
    first["allocations"]["don-vi-khac"] = seats
    return stem(path), "classes.allocations"


def another_measure(tree: Tree, chance: Chance) -> Needle:
    id, record = drawn(tree, chance, "figures")
    found = figure(record)
    found["measure"] = "attendances" if found["measure"] != "attendances" else "members"
    return id, "figures.measure"


def another_plan(tree: Tree, chance: Chance) -> Needle:
    id, record = drawn(tree, chance, "plan")
    record["plan"] += "-khac"
    return id, "plan"


def names_sent_elsewhere(tree: Tree, chance: Chance) -> Needle:
    id, record = drawn(tree, chance, "nomination", fits=lambda each: "to" in each["nomination"])
    record["nomination"]["to"] += "-khac"
    return id, "nomination.to"


def checked_number_changed(tree: Tree, chance: Chance) -> Needle:
    def official(each: dict[str, Any]) -> bool:
        return each["verification"].get("level") == "official" and "adjustments" not in each

    id, record = drawn(tree, chance, "figures", fits=official)
    figure(record)["value"] += "5"
    return id, "figures.value"


def condition_dropped(tree: Tree, chance: Chance) -> Needle:
    id, record = drawn(tree, chance, "eligibility")
    record["eligibility"] = record["eligibility"][1:]
    return id, "eligibility"


def condition_turned(tree: Tree, chance: Chance) -> Needle:
    turned = {"đúng hoặc gần": "đúng và gần", "ít nhất": "nhiều nhất", "ba năm": "bảy năm"}

    def fits(each: dict[str, Any]) -> bool:
        return any(words in condition for condition in each["eligibility"] for words in turned)

    id, record = drawn(tree, chance, "eligibility", fits=fits)
    for words, opposite in turned.items():
        record["eligibility"] = [each.replace(words, opposite) for each in record["eligibility"]]
    return id, "eligibility"


def source_dropped(tree: Tree, chance: Chance) -> Needle:
    id, record = drawn(
        tree, chance, "sources", fits=lambda each: each["sources"][0].get("source") != "bao-mau"
    )
    record["sources"] = record["sources"][1:]
    return id, "sources"


def names_exchanged(tree: Tree, chance: Chance) -> Needle:
    groups = [each for each in tree if each.startswith("groups/")]
    one = chance.pick(groups)
    other = chance.pick([each for each in groups if each != one])
    tree[one]["title"], tree[other]["title"] = tree[other]["title"], tree[one]["title"]
    return stem(one), "title"


def a_zero_more(tree: Tree, chance: Chance, folder: str, key: str) -> Needle:
    """Ten times a number that a text of a record states."""
    numbered = [path for path in tree if path.startswith(folder) and DIGITS.search(tree[path].get(key, ""))]
    path = chance.pick(numbered)
    tree[path][key] = DIGITS.sub(r"\g<0>0", tree[path][key], count=1)
    return stem(path), key


def number_in_summary(tree: Tree, chance: Chance) -> Needle:
    return a_zero_more(tree, chance, "programs/", "summary")


def number_in_title(tree: Tree, chance: Chance) -> Needle:
    return a_zero_more(tree, chance, "programs/", "title")


def number_in_title_of_document(tree: Tree, chance: Chance) -> Needle:
    return a_zero_more(tree, chance, "documents/", "title")


def title_replaced(tree: Tree, chance: Chance) -> Needle:
    path = chance.pick([path for path in tree if path.startswith("documents/")])
    tree[path]["title"] = "Nghị quyết hủy bỏ tất cả"
    return stem(path), "title"


def body_replaced(tree: Tree, chance: Chance) -> Needle:
    path = chance.pick([path for path in city() if path.startswith("organizations/") and path in tree])
    tree[path]["title"] = "Một cơ quan khác hẳn"
    return stem(path), "title"


HARMFUL: tuple[Callable[[Tree, Chance], Needle], ...] = (
    dropped_zero,
    day_and_month_swapped,
    raised_without_document,
    class_removed,
    level_dropped,
    class_called_off,
    obligation_moved,
    made_optional,
    taken_for_done,
    record_removed,
    id_changed,
    redirect_removed,
    other_lead,
    group_dropped,
    seats_moved,
    another_measure,
    another_plan,
    names_sent_elsewhere,
    checked_number_changed,
    condition_dropped,
    condition_turned,
    source_dropped,
    names_exchanged,
    moved_by_years,
    due_earlier,
    another_host,
    made_to_come,
    made_a_duty,
    document_exchanged,
    new_without_document,
    number_in_summary,
    number_in_title,
    number_in_title_of_document,
    title_replaced,
    body_replaced,
)
