// A JSON file for every record.
export const data = {
  pagination: { data: "catalogue.pages", size: 1, alias: "record" },
  permalink: ({ record, catalogue }) => `/${catalogue.shape.sections[record.kind]}/${record.id}/index.json`,
  eleventyExcludeFromCollections: true,
};

export function render({ record: { kind, id }, catalogue: { shape, records } }) {
  return JSON.stringify({ kind, id, address: `${shape.address}/${shape.sections[kind]}/${id}/`, record: records[kind][id] }, null, 2);
}
