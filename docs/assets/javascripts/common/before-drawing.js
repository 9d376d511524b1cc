// Before anything is drawn: the reader's choice of colours, that scripts run, and whether the address asks something.
// No module, since those come later.

document.documentElement.classList.add("scripted");
document.documentElement.classList.toggle("asked", location.search !== "");
try {
  document.documentElement.dataset.scheme = localStorage.getItem("scheme") ?? "";
} catch {
  // Storage may be forbidden: then the system decides.
}

// A page that the browser kept may name a script of a build that the host has no longer.
addEventListener("error", async ({ target }) => {
  if (!(target instanceof HTMLScriptElement)) return;
  const renewal = await import("./renewal.js").catch(() => undefined);
  const name = target.src.split("/").at(-1) ?? "";
  if (await renewal?.isSuperseded(name) && renewal?.isFirstRenewal(name)) location.reload();
}, true);
