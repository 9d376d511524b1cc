// What the pages are made of: text made safe, links, entries, values of any depth, the frame.
const UNSAFE = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };

export const safe = (text) => String(text).replace(/[&<>"']/g, (letter) => UNSAFE[letter]);

export const link = ({ shape, records }, kind, id) => `<a href="../../${shape.sections[kind]}/${id}/"><bdi>${safe(records[kind][id].title)}</bdi></a>`;

const entries = new Map();

export function entry(catalogue, kind, id) {
  const key = `${kind}/${id}`;
  if (!entries.has(key)) entries.set(key, entryOf(catalogue, kind, id));
  return entries.get(key);
}

function entryOf(catalogue, kind, id) {
  const record = catalogue.records[kind][id];
  const { names, labels } = catalogue.shape;
  const category = record.categories ? `<span class="tag tag--training">${safe(record.categories[0])}</span>\n` : "";
  const group = record.groups?.[0]?.group;
  const audience = group ? `<span>${names.groups} <b>${link(catalogue, "groups", group)}</b></span>\n` : "";
  const lead = record.lead ? `<p class="meta">\n${audience}<span>${labels.lead} <b>${link(catalogue, "organizations", record.lead)}</b></span>\n</p>\n` : "";
  const { level } = record.verification;
  return `<li>\n${link(catalogue, kind, id)}\n<p class="tags">\n${category}<span class="tag tag--${level}">${level}</span></p>\n${lead}</li>\n`;
}

export function value(catalogue, kind, name, it) {
  const folder = catalogue.shape.references[kind][name];
  if (Array.isArray(it)) return `<ul>\n${it.map((each) => `<li>${value(catalogue, kind, name, each)}</li>\n`).join("")}</ul>\n`;
  if (it instanceof Date) return `<bdi>${it.toISOString().slice(0, 10)}</bdi>`;
  if (it && typeof it === "object") {
    const label = (key) => (folder ? link(catalogue, folder, key) : catalogue.shape.labels[key]);
    const rows = Object.entries(it).map(([key, each]) => `<div><dt>${label(key)}</dt><dd>${value(catalogue, kind, key, each)}</dd></div>\n`);
    return `<dl class="facts">\n${rows.join("")}</dl>\n`;
  }
  return folder ? link(catalogue, folder, it) : `<bdi>${safe(it)}</bdi>`;
}

export function framed(catalogue, { title, description, address, described }, body) {
  const json = described ? `<script type="application/ld+json">${JSON.stringify(described).replaceAll("<", "\\u003c")}</script>` : "";
  const slots = { "[[title]]": safe(title), "[[description]]": safe(description), "[[address]]": safe(address), "[[json_ld]]": json };
  const filled = (text) => text.replace(/\[\[\w+\]\]/g, (slot) => slots[slot]);
  return filled(catalogue.before) + body + filled(catalogue.after);
}
