"""Changes of a sample city: three thousand that harm nobody, and those in twenty ways that do."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeAlias

from sample.chance import Chance
from sample.files import sample_records
from sample.recipe import Recipe

Tree: TypeAlias = dict[str, dict[str, Any]]
"""The plain values of records by their paths."""
PROGRAMS = 250
REDIRECTS = "redirects.yml"


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


def reworded(record: dict[str, Any], number: int) -> None:
    record["note"] = f"{record.get('note', 'Ghi chú')} (viết lại lần {number})"


def with_a_source(record: dict[str, Any], number: int) -> None:
    record["sources"] = [*record.get("sources", ()), {"source": "bao-mau", "locator": f"đoạn {number}"}]


def with_a_class(record: dict[str, Any], number: int) -> None:
    if "classes" in record:
        record["classes"] = [*record["classes"], {"id": f"lop-them-{number}", "start": "2027-01-04"}]
    else:
        reworded(record, number)


def counted_anew(record: dict[str, Any], number: int) -> None:
    for figure in record.get("figures", ())[:1]:
        figure["value"] = str(int(float(figure["value"])) + 1 + number % 3)
    with_a_source(record, number)


def a_day_later(record: dict[str, Any], number: int) -> None:
    for each in record.get("classes", ())[:1]:
        if len(each.get("end", "")) == len("2026-01-02"):
            each["end"] = f"{each['end'][:8]}{10 + number % 15}"
    reworded(record, number)


def with_a_summary(record: dict[str, Any], number: int) -> None:
    record["summary"] = f"Tóm tắt viết lại lần {number}"


HARMLESS = (reworded, with_a_source, with_a_class, counted_anew, a_day_later, with_a_summary)


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


def dropped_zero(tree: Tree, chance: Chance) -> Needle:
    path = chance.pick([each for each in programs(tree, "figures") if figure(tree[each])["value"] >= "1"])
    figure(tree[path])["value"] += "0"
    return stem(path), "figures.value"


def day_and_month_swapped(tree: Tree, chance: Chance) -> Needle:
    path = chance.pick([each for each in programs(tree, "classes") if "deadline" in tree[each]["classes"][0]])
    first = tree[path]["classes"][0]
    first["deadline"] = "2026-04-03" if first["deadline"] != "2026-04-03" else "2026-03-04"
    return stem(path), "classes.deadline"


def raised_without_document(tree: Tree, chance: Chance) -> Needle:
    path = chance.pick([each for each in tree if tree[each].get("verification") == {"level": "reported"}])
    tree[path]["verification"] = {"level": "official"}
    return stem(path), "verification.level"


def class_removed(tree: Tree, chance: Chance) -> Needle:
    path = chance.pick(programs(tree, "classes"))
    tree[path]["classes"] = tree[path]["classes"][1:]
    return stem(path), "classes"


def class_called_off(tree: Tree, chance: Chance) -> Needle:
    path = chance.pick(programs(tree, "classes"))
    first = tree[path]["classes"][0]
    first["state"] = "cancelled" if first.get("state") != "cancelled" else "postponed"
    return stem(path), "classes.state"


def obligation_moved(tree: Tree, chance: Chance) -> Needle:
    path = chance.pick([each for each in programs(tree, "groups") if "obligation" in tree[each]["groups"][0]])
    named = {each["group"] for each in tree[path]["groups"]}
    groups = [stem(each) for each in tree if each.startswith("groups/")]
    tree[path]["groups"][0]["group"] = chance.pick([each for each in groups if each not in named])
    return stem(path), "groups"


def made_optional(tree: Tree, chance: Chance) -> Needle:
    path = chance.pick([each for each in programs(tree, "groups") if "obligation" in tree[each]["groups"][0]])
    first = tree[path]["groups"][0]
    first["obligation"] = "open" if first["obligation"] != "open" else "required"
    return stem(path), "groups.obligation"


def taken_for_done(tree: Tree, chance: Chance) -> Needle:
    planned = [each for each in programs(tree, "figures") if figure(tree[each]).get("state") == "planned"]
    path = chance.pick(planned)
    figure(tree[path])["state"] = "done"
    return stem(path), "figures.state"


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
    path = chance.pick(programs(tree, "lead"))
    tree[path]["lead"] = chance.pick([stem(each) for each in tree if each.startswith("organizations/")][:9])
    tree[path]["lead"] += "-khac"
    return stem(path), "lead"


def group_dropped(tree: Tree, chance: Chance) -> Needle:
    path = chance.pick(programs(tree, "groups"))
    tree[path]["groups"] = tree[path]["groups"][1:]
    return stem(path), "groups"


def seats_moved(tree: Tree, chance: Chance) -> Needle:
    classes = [each for path in programs(tree, "classes") for each in [(path, tree[path]["classes"][0])]]
    path, first = chance.pick([each for each in classes if "allocations" in each[1]])
    body, seats = next(iter(first["allocations"].items()))
    del first["allocations"][body]
    first["allocations"]["don-vi-khac"] = seats
    return stem(path), "classes.allocations"


def another_measure(tree: Tree, chance: Chance) -> Needle:
    path = chance.pick(programs(tree, "figures"))
    found = figure(tree[path])
    found["measure"] = "attendances" if found["measure"] != "attendances" else "members"
    return stem(path), "figures.measure"


def another_plan(tree: Tree, chance: Chance) -> Needle:
    path = chance.pick(programs(tree, "plan"))
    tree[path]["plan"] += "-khac"
    return stem(path), "plan"


def names_sent_elsewhere(tree: Tree, chance: Chance) -> Needle:
    path = chance.pick([each for each in programs(tree, "nomination") if "to" in tree[each]["nomination"]])
    tree[path]["nomination"]["to"] += "-khac"
    return stem(path), "nomination.to"


def checked_number_changed(tree: Tree, chance: Chance) -> Needle:
    official = [
        each
        for each in programs(tree, "figures")
        if tree[each]["verification"].get("level") == "official" and "adjustments" not in tree[each]
    ]
    path = chance.pick(official)
    figure(tree[path])["value"] += "5"
    return stem(path), "figures.value"


def condition_dropped(tree: Tree, chance: Chance) -> Needle:
    path = chance.pick(programs(tree, "eligibility"))
    tree[path]["eligibility"] = tree[path]["eligibility"][1:]
    return stem(path), "eligibility"


def source_dropped(tree: Tree, chance: Chance) -> Needle:
    own = [each for each in programs(tree, "sources") if tree[each]["sources"][0].get("source") != "bao-mau"]
    path = chance.pick(own)
    tree[path]["sources"] = tree[path]["sources"][1:]
    return stem(path), "sources"


HARMFUL: tuple[Callable[[Tree, Chance], Needle], ...] = (
    dropped_zero,
    day_and_month_swapped,
    raised_without_document,
    class_removed,
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
    source_dropped,
)
