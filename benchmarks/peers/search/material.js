// The search of MkDocs Material: its own worker, which turns each query into lunr's language, on an index of these records.

const [SET_UP, QUERY] = [0, 2];
const KINDS = { program: 1.5, source: 0.7 };

export async function open({ root, records }) {
  const site = `${root}peers/material/`;
  const { config } = await (await fetch(`${site}search/search_index.json`)).json();
  const worker = new Worker(new URL(await (await fetch(`${site}worker.txt`)).text(), site));
  await answer(worker, { type: SET_UP, data: { config, docs: records.map(entryOf), options: {} } });
  return async (query) => (await answer(worker, { type: QUERY, data: query })).items.map(([{ location }]) => location);
}

const entryOf = ({ id, kind, draft, title, names, related, text }) => ({
  location: id, title: escaped(title), text: escaped([names, related, text].filter(Boolean).join(". ")), boost: (KINDS[kind] ?? 1) * (draft ? 0.1 : 1),
});

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function answer(worker, message) {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => resolve(data.data);
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(message);
  });
}
