"""Rules of references: they name records that exist, of the right kind, and never lead in a circle."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from catalogue.model.collection import Records
from catalogue.model.kinds import KINDS
from catalogue.model.records import Record
from catalogue.model.shape import Link
from catalogue.problem import Place, Problem, did_you_mean, tell


def references_name_records(records: Records) -> Iterator[Problem]:
    """Every reference names a record that exists, of the kind that its field asks for."""
    for record in records:
        for link in records.links[record.kind, record.id]:
            if link.id not in records.of(link.reference.kind):
                yield broken(records, record, link)


def broken(records: Records, record: Record, link: Link) -> Problem:
    """What a reference to nothing, or to another kind, should be."""
    kind = KINDS[link.reference.kind]
    hint = did_you_mean(link.id, records.of(kind.code))
    at_key = link.place[-1] == link.id
    other = next((KINDS[code] for code in KINDS if link.id in records.of(code)), None)
    if other:
        return tell(record.path, link.place, "wrong-kind", at_key=at_key, id=link.id, other=other.label.lower(), kind=kind.label.lower(), hint=hint, folder=kind.folder)
    return tell(record.path, link.place, "unknown-reference", at_key=at_key, id=link.id, kind=kind.label.lower(), hint=hint, folder=kind.folder)


def references_lead_elsewhere(records: Records) -> Iterator[Problem]:
    """No record refers to itself."""
    for record in records:
        for link in records.links[record.kind, record.id]:
            if (link.reference.kind, link.id) == (record.kind, record.id):
                yield tell(record.path, link.place, "self-reference")


def chains_come_to_an_end(records: Records) -> Iterator[Problem]:
    """Following parents, wholes, successors or replaced documents never comes back to its start."""
    for (kind, field), edges in acyclic_edges(records).items():
        for chain in circles({id: [link.id for link in links] for id, links in edges.items()}):
            first = chain[0]
            place = next(link.place for link in edges[first] if link.id == chain[1])
            yield tell(records.of(kind)[first].path, place, "circular-reference", field=field, chain=" → ".join(chain))


def acyclic_edges(records: Records) -> dict[tuple[str, str], dict[str, list[Link]]]:
    """The references that must not lead in a circle, by kind and field, then by the record that holds them; those to themselves left out."""
    edges: dict[tuple[str, str], dict[str, list[Link]]] = defaultdict(lambda: defaultdict(list))
    for record in records:
        for link in records.links[record.kind, record.id]:
            if link.reference.acyclic and link.id != record.id and link.id in records.of(record.kind):
                edges[record.kind, str(link.place[0])][record.id].append(link)
    return edges


def circles(graph: dict[str, list[str]]) -> Iterator[list[str]]:
    """Each circle of a graph once, from its first node in order back to it; every edge is walked once."""
    done: set[str] = set()
    for start in sorted(graph):
        trail: dict[str, None] = {}
        stack = [(start, iter(graph[start]))] if start not in done else []
        trail.update(dict.fromkeys([start]))
        while stack:
            node, following = stack[-1]
            target = next(following, None)
            if target is None:
                done.add(node)
                trail.pop(node, None)
                stack.pop()
            elif target in trail:
                nodes = list(trail)[list(trail).index(target) :]
                least = nodes.index(min(nodes))
                yield [*nodes[least:], *nodes[:least], min(nodes)]
            elif target not in done and target in graph:
                trail[target] = None
                stack.append((target, iter(graph[target])))
            else:
                done.add(target)


def class_ids_are_unique(records: Records) -> Iterator[Problem]:
    """No two classes of a programme share an id."""
    for program in records.programs.values():
        seen: Counter[str] = Counter()
        for index, each in enumerate(program.classes):
            if seen[each.id]:
                place: Place = ("classes", index, "id")
                yield tell(program.path, place, "duplicate-class", id=each.id)
            seen[each.id] += 1
