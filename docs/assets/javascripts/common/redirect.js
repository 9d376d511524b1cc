// Leads from an address that has moved to the new one, with the class and the question that stood behind the old one.
// No module, since it knows its page by the script's own element; without it the page leads on by itself.

const { target = "" } = document.currentScript instanceof HTMLScriptElement ? document.currentScript.dataset : {};
const moved = new URL(target, location.href);
moved.search = location.search;
moved.hash = location.hash;
location.replace(moved);
