// Where the site stands: what addresses in data and scripts are relative to.

/** The address of the site's root, ended by a slash. */
export const ROOT = new URL("../../../", import.meta.url).href;

/** The address of the folder with the data of search that belongs to this page, ended by a slash. */
export const SEARCH_DATA = new URL(document.documentElement.dataset.search ?? "", ROOT).href;
