// The sitemap.
export const data = { permalink: "/sitemap.xml", eleventyExcludeFromCollections: true };

export function render({ catalogue: { shape, pages } }) {
  const addresses = pages.map(({ kind, id }) => `<url><loc>${shape.address}/${shape.sections[kind]}/${id}/</loc></url>\n`);
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${addresses.join("")}</urlset>\n`;
}
