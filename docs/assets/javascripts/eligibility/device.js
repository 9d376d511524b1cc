// What this device keeps of the answers, so that nobody answers twice.

const KEPT = "eligibility";

/** The answers that were kept, as an address writes them; empty where there are none. */
export function kept() {
  try {
    return new URLSearchParams(localStorage.getItem(KEPT) ?? "");
  } catch {
    // Storage may be forbidden: then the address alone holds the answers.
    return new URLSearchParams();
  }
}

/**
 * Keeps answers, or nothing.
 * @param {string} written
 */
export function keep(written) {
  try {
    if (written) localStorage.setItem(KEPT, written);
    else localStorage.removeItem(KEPT);
  } catch {
    // Full or forbidden: the address still holds them.
  }
}
