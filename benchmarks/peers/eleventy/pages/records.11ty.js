// A page for every record.
import { recordPage } from "../parts/record.js";

export const data = {
  pagination: { data: "catalogue.pages", size: 1, alias: "record" },
  permalink: ({ record, catalogue }) => `/${catalogue.shape.sections[record.kind]}/${record.id}/index.html`,
};

export const render = ({ record, catalogue }) => recordPage(catalogue, record);
