// Before anything is drawn: the reader's choice of colours, and that scripts run. No module, since those come later.

document.documentElement.classList.add("scripted");
try {
  document.documentElement.dataset.scheme = localStorage.getItem("scheme") ?? "";
} catch {
  // Storage may be forbidden: then the system decides.
}
