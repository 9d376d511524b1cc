// Where the site stands: what addresses in data and scripts are relative to.

/** The address of the site's root, ended by a slash. */
export const ROOT = new URL("../../../", import.meta.url).href;
