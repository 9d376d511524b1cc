// The page of a record.
import { entry, framed, link, safe, value } from "./html.js";

const UNKNOWN = "Chưa có thông tin";
const each = (list, make) => (list ?? []).map(make).join("");
const part = (condition, html) => (condition ? html : "");

export function recordPage(catalogue, { kind, id, position }) {
  const { shape, records } = catalogue;
  const record = records[kind][id];
  const address = `${shape.address}/${shape.sections[kind]}/${id}/`;
  const page = { title: record.title, description: record.summary ?? record.title, address, described: described(catalogue, record, address) };
  return framed(catalogue, page, article(catalogue, { kind, id, position, record, address }));
}

function article(catalogue, page) {
  const { kind, id, record, address } = page;
  const { sections, names } = catalogue.shape;
  const title = safe(record.title);
  const trail = `<li><a href="../../"><bdi>Trang chủ</bdi></a></li>\n<li><a href="../../${sections[kind]}/"><bdi>${names[kind]}</bdi></a></li>\n`;
  return `<nav class="breadcrumb" aria-label="Đường dẫn">
<ol>
${trail}<li aria-current="page"><bdi>${title}</bdi></li>
</ol>
</nav>
<h1><bdi>${title}</bdi></h1>
${tags(record)}${part(record.summary, `<p class="lead"><bdi>${safe(record.summary)}</bdi></p>\n`)}<div class="layout">
<div>
${facts(catalogue, kind, record)}</div>
${side(catalogue, page, title)}<div>
${classes(catalogue, kind, record)}${part(record.note, `<h2 id="muc_ghi_chu">Ghi chú</h2>\n<p><bdi>${safe(record.note)}</bdi></p>\n`)}${relations(catalogue, page)}<h2 id="muc_nguon">Nguồn và mức độ xác minh</h2>
${each(record.sources, (source) => citation(catalogue, source))}</div>
</div>
<p class="editor">Dữ liệu mở: <a href="${safe(address)}index.json">mục này dạng JSON</a></p>
`;
}

function tags({ category, verification, state }) {
  const tag = (word, more = "") => `<span class="tag tag--${word}${more}">${word}</span>\n`;
  return `<p class="tags">${part(typeof category === "string", tag(category))}${tag(verification.level)}${part(state, tag(state, " state"))}</p>\n`;
}

function facts(catalogue, kind, record) {
  const rows = catalogue.shape.facts[kind].map(({ name, label, always }) => {
    if (record[name] !== undefined) return `<div>\n<dt>${label}</dt>\n<dd>${value(catalogue, kind, name, record[name])}</dd>\n</div>\n`;
    return part(always, `<div>\n<dt>${label}</dt>\n<dd class="unknown">${UNKNOWN}</dd>\n</div>\n`);
  });
  return `<dl class="facts">\n${rows.join("")}</dl>\n`;
}

function side({ shape }, { kind, id, record, address }, title) {
  const subject = encodeURIComponent(`Báo sai sót: ${record.title}`);
  const body = encodeURIComponent(`Trang: ${address}\nMã: ${kind}/${id}\n\nNội dung cần sửa:\n`);
  const figures = kind === "programs" ? each(record.figures, (it) => `<p><b>${it.value}</b> <span>${it.measure} (${it.state})</span></p>\n`) : "";
  return `<aside class="side" aria-label="Tóm tắt và thao tác">
${part(figures, `<div class="card figure-grid">\n${figures}</div>\n`)}<div class="actions">
<button class="button" type="button" data-share="${address}" data-title="${title}">Gửi cho đồng nghiệp</button>
<a class="button" href="mailto:${shape.mail}?subject=${subject}&amp;body=${body}">Báo sai sót</a>
</div>
</aside>
`;
}

function classes(catalogue, kind, record) {
  const cell = (it, [label, name]) => {
    const known = name in it ? value(catalogue, kind, name, it[name]) : `<span class="unknown">${UNKNOWN}</span>`;
    return `<td data-label="${label}">${known}</td>\n`;
  };
  const row = (it) => `<tr id="${it.id}">\n<th scope="row"><bdi>${safe(it.title ?? "")}</bdi></th>\n${each(catalogue.shape.columns, (column) => cell(it, column))}</tr>\n`;
  const heads = ["Lớp", ...catalogue.shape.columns.map(([label]) => label)].map((label) => `<th scope="col">${label}</th>`).join("");
  const table = `<table class="data">\n<caption>Các lớp của chương trình</caption>\n<thead><tr>${heads}</tr></thead>\n<tbody>\n${each(record.classes, row)}</tbody>\n</table>\n`;
  return part(record.classes, `<h2 id="muc_lop">Lớp</h2>\n${table}`);
}

function relations(catalogue, { kind, id, position }) {
  const { shape, referring, records } = catalogue;
  const section = (heading, from, ids) => `<section class="relation">\n<h2>${heading}</h2>\n<ul class="records">\n${each(ids, (it) => entry(catalogue, from, it))}</ul>\n</section>\n`;
  const found = shape.related ? Object.entries(referring[`${kind}/${id}`] ?? {}) : [];
  const related = found.map(([from, ids]) => section(shape.names[from], from, ids.slice(0, shape.related))).join("");
  if (!shape.more || kind === "programs") return related;
  const programs = (catalogue.programs ??= Object.keys(records.programs));
  const begin = (position * shape.more) % Math.max(1, programs.length - shape.more);
  return related + section("Xem thêm", "programs", programs.slice(begin, begin + shape.more));
}

function citation(catalogue, { source, document, locator }) {
  const { publisher, date, address } = source ? catalogue.records.sources[source] : {};
  const day = date instanceof Date ? date.toISOString().slice(0, 10) : date;
  const from = source ? link(catalogue, "sources", source) : link(catalogue, "documents", document);
  const place = part(address, `<p><a href="${safe(address)}" rel="external">${safe(address)}</a></p>\n`);
  return `<div class="citation">\n<p>${from}${part(locator, ` (${safe(locator)})`)}</p>\n${part(source, `<p>${safe(publisher)}, ${day}</p>\n${place}`)}</div>\n`;
}

function described({ records }, record, address) {
  const audience = (record.groups ?? []).filter((it) => it.group).map((it) => ({ "@type": "Audience", name: records.groups[it.group].title }));
  const instance = (it) => ({ "@type": "CourseInstance", "@id": `${address}#${it.id}`, name: it.title ?? record.title, startDate: it.start, endDate: it.end, maximumAttendeeCapacity: it.seats });
  const known = { "@context": "https://schema.org", "@type": "Course", "@id": address, url: address, name: record.title, inLanguage: "vi" };
  return { ...known, description: record.summary, about: record.fields ?? [], audience, hasCourseInstance: (record.classes ?? []).map(instance) };
}
