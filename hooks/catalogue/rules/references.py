"""Rules of references: they name records that exist, of the right kind, and never lead in a circle."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from catalogue.model.collection import Records
from catalogue.model.kinds import KINDS
from catalogue.model.shape import Link, links
from catalogue.problems.codes import FaultCode
from catalogue.problems.problem import Problem, suggester, tell, told_once

OWN_AFFAIRS = frozenset({("owner",), ("verification", "by"), ("verification", "document"), ("reviews", "by")})
"""The keys under which a record may name itself."""
CHAIN_SHOWN = 10
"""Records of a circle that a problem names."""


def references_name_records(records: Records) -> Iterator[Problem]:
    """Every reference names a record that exists, of the kind that its field asks for.

    A wrong id is told once in a record, however often it stands there.
    """
    hints = {code: suggester(records.of(code)) for code in KINDS}
    for record in records:
        yield from told_once(
            broken(records, record.path, link, hints[link.reference.kind](link.id))
            for link in records.links[record.kind, record.id]
            if link.id not in records.of(link.reference.kind)
        )


def abbreviations_name_records(records: Records) -> Iterator[Problem]:
    """What an abbreviation cites exists."""
    path = f"{records.root}/glossary.yml"
    for index, abbreviation in enumerate(records.abbreviations):
        for link in links(abbreviation, ("terms", index)):
            known = records.of(link.reference.kind)
            if link.id not in known:
                yield broken(records, path, link, suggester(known)(link.id))


def broken(records: Records, path: str, link: Link, hint: str) -> Problem:
    """A reference to a record that there is not, or to one of another kind."""
    kind = KINDS[link.reference.kind]
    folder = f"{records.root}/{kind.folder}"
    at_key = link.place[-1] == link.id
    other = next((KINDS[code] for code in KINDS if link.id in records.of(code)), None)
    if other:
        return tell(
            path,
            link.place,
            FaultCode.WRONG_KIND,
            at_key=at_key,
            id=link.id,
            other=other.label.lower(),
            kind=kind.label.lower(),
            hint=hint,
            folder=folder,
        )
    return tell(
        path,
        link.place,
        FaultCode.UNKNOWN_REFERENCE,
        at_key=at_key,
        id=link.id,
        kind=kind.label.lower(),
        hint=hint,
        folder=folder,
    )


def references_lead_elsewhere(records: Records) -> Iterator[Problem]:
    """No record refers to itself, save in its own affairs.

    A body may look after its own record, check and review it; a document's record is checked against it.
    """
    for record in records:
        for link in records.links[record.kind, record.id]:
            keys = tuple(step for step in link.place if isinstance(step, str))
            if (link.reference.kind, link.id) == (record.kind, record.id) and keys not in OWN_AFFAIRS:
                yield tell(record.path, link.place, FaultCode.SELF_REFERENCE)


def chains_come_to_an_end(records: Records) -> Iterator[Problem]:
    """Following parents, wholes, successors or replaced documents never comes back to its start."""
    for (kind, _), edges in acyclic_edges(records).items():
        for circle in circles({id: list(targets) for id, targets in edges.items()}):
            link = edges[circle[0]][circle[1]]
            yield tell(
                records.of(kind)[circle[0]].path,
                link.place,
                FaultCode.CIRCULAR_REFERENCE,
                field=link.place[0],
                chain=chain_of(circle),
            )


def acyclic_edges(records: Records) -> dict[tuple[str, str], dict[str, dict[str, Link]]]:
    """The references that must not lead in a circle, by kind and relation, then by who refers to whom.

    `perhaps_part_of` counts as `part_of`: nothing is part of what is perhaps its own part.
    References to oneself are left out.
    """
    edges: dict[tuple[str, str], dict[str, dict[str, Link]]] = defaultdict(lambda: defaultdict(dict))
    for record in records:
        for link in records.links[record.kind, record.id]:
            if link.reference.acyclic and link.id != record.id and link.id in records.of(record.kind):
                edges[record.kind, str(link.place[0]).removeprefix("perhaps_")][record.id].setdefault(
                    link.id, link
                )
    return edges


def chain_of(circle: list[str]) -> str:
    """A circle in words; of a long one the beginning and the end."""
    return " → ".join(
        circle if len(circle) <= CHAIN_SHOWN else [*circle[: CHAIN_SHOWN - 2], "…", circle[-2], circle[-1]]
    )


def circles(graph: dict[str, list[str]]) -> Iterator[list[str]]:
    """The circles of a graph, each from its first node in order back to it; every edge is walked once."""
    done: set[str] = set()
    for start in sorted(graph):
        trail = [start] if start not in done else []
        waiting = [iter(graph[node]) for node in trail]
        depths = {node: depth for depth, node in enumerate(trail)}
        while trail:
            target = next(waiting[-1], None)
            if target is None:
                waiting.pop()
                done.add(trail[-1])
                del depths[trail.pop()]
            elif target in depths:
                yield from_least(trail[depths[target] :])
            elif target not in done and target in graph:
                depths[target] = len(trail)
                trail.append(target)
                waiting.append(iter(graph[target]))


def from_least(nodes: list[str]) -> list[str]:
    """A circle begun at its first node in order, and closed."""
    least = nodes.index(min(nodes))
    return [*nodes[least:], *nodes[: least + 1]]
