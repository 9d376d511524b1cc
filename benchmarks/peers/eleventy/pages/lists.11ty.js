// Pages of lists, as many as this project has pages that are no record's.
import { entry, framed } from "../parts/html.js";

export const data = { pagination: { data: "catalogue.lists", size: 1, alias: "place" }, permalink: ({ place }) => `/danh-sach/${place}/index.html` };

export function render({ place, catalogue }) {
  const programs = Object.keys(catalogue.records.programs);
  const { entries, address } = catalogue.shape;
  const begin = (place * entries) % Math.max(1, programs.length - entries);
  const title = `Danh sách ${place}`;
  const list = programs.slice(begin, begin + entries).map((id) => entry(catalogue, "programs", id));
  const page = { title, description: title, address: `${address}/danh-sach/${place}/` };
  return framed(catalogue, page, `<h1>${title}</h1>\n<ul class="records">\n${list.join("")}</ul>\n`);
}
