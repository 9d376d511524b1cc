// Pagefind, by its JavaScript interface: every result, best first.

export async function open({ root, records, bundle }) {
  const pagefind = await import(`${root}peers/${bundle}/pagefind.js`);
  await pagefind.options({ baseUrl: "/", excerptLength: 1 });
  await pagefind.init();
  return async (query) => {
    const { results } = await pagefind.search(query);
    const pages = await Promise.all(results.map((result) => result.data()));
    return pages.map(({ raw_url: address }) => records[Number(address.match(/\d+/)[0])].id);
  };
}
