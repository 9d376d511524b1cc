// Reads the shape, the frame and every record, and finds who names whom.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";

const shared = (name) => readFileSync(join(process.env.BENCH_SHARED, name), "utf8");

function recordsOf(folder, found = {}) {
  for (const file of readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const path = join(folder, file.name);
    if (file.isDirectory()) recordsOf(path, found);
    else found[file.name.slice(0, -4)] = load(readFileSync(path, "utf8"));
  }
  return found;
}

function* named(refers, record) {
  for (const [name, value] of Object.entries(record))
    for (const each of Array.isArray(value) ? value : [value])
      if (typeof each === "string") {
        if (refers[name]) yield `${refers[name]}/${each}`;
      } else if (each && typeof each === "object")
        for (const [key, id] of Object.entries(each)) if (refers[key] && typeof id === "string") yield `${refers[key]}/${id}`;
}

function referring(records, shape) {
  const found = {};
  for (const [kind, those] of Object.entries(records))
    for (const [id, record] of Object.entries(those))
      for (const target of new Set(named(shape.references[kind], record))) ((found[target] ??= {})[kind] ??= []).push(id);
  return found;
}

export default function () {
  const shape = JSON.parse(shared("shape.json"));
  const records = Object.fromEntries(shape.kinds.map(({ folder }) => [folder, recordsOf(join(process.env.BENCH_DATA, folder))]));
  const pages = shape.kinds.flatMap(({ folder }) => Object.keys(records[folder]).map((id, position) => ({ kind: folder, id, position })));
  const lists = Array.from({ length: shape.lists }, (_, place) => place);
  return { shape, records, pages, lists, referring: referring(records, shape), before: shared("before.html"), after: shared("after.html") };
}
