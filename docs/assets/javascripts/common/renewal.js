// Notices that the host has a newer build than that of the page. Scripts and data are named by what is in them, so a
// page whose files are gone gets none of another build. Published under its own name: what it is for is gone as well.

/** What a reader of search is told of it. */
export const OUTDATED = "Trang đã có bản mới. Hãy tải lại trang để tra cứu.";

/**
 * Whether the page as the host has it now no longer names a file that this one does. From then on the browser has it.
 * @param {string} name
 */
export async function isSuperseded(name) {
  try {
    const answer = await fetch(location.href, { cache: "reload" });
    return answer.ok && !(await answer.text()).includes(name);
  } catch {
    return false;
  }
}

const RENEWED = "renewed";

/**
 * Whether this build of the page may be replaced by loading it anew: once in a tab, so that a host which gives now this
 * build, now that leads nobody round in a circle.
 * @param {string} name a file of the build
 */
export function isFirstRenewal(name) {
  try {
    const before = sessionStorage.getItem(RENEWED)?.split(" ") ?? [];
    sessionStorage.setItem(RENEWED, [...before, name].join(" "));
    return !before.includes(name);
  } catch {
    // Storage may be forbidden: then nothing is done that cannot be noted.
    return false;
  }
}
