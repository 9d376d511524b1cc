// Data in parts, each a file of a folder that is named by the mark of what is in it, loaded when they are needed.

/**
 * One part. It bears the folder's name as its mark; where it does not come, is not whole, or is of another build, what
 * is given rejects with an Error of some words.
 * @param {string} folder the address of the folder, ending in a slash
 * @param {string} name
 * @param {string} broken those words
 */
export async function partOf(folder, name, broken) {
  const answer = await fetch(`${folder}${name}.json`).catch(() => undefined);
  const data = answer?.ok ? await answer.json().catch(() => null) : null;
  if (!data || !folder.endsWith(`/${data.mark}/`)) throw new Error(broken);
  return data;
}

/**
 * A loader that loads each name once, and again only what failed.
 * @template Loaded
 * @param {(name: string) => Promise<Loaded>} load
 * @returns {(name: string) => Promise<Loaded>}
 */
export function onceEach(load) {
  /** @type {Map<string, Promise<Loaded>>} */
  const asked = new Map();
  return (name) => {
    const loading = asked.get(name) ?? load(name);
    asked.set(name, loading);
    return loading.catch((error) => {
      asked.delete(name);
      throw error;
    });
  };
}
