// Hands the reader a file that was made here.

/**
 * Hands a text to the reader as a file.
 * @param {string} name
 * @param {string} text
 * @param {string} type its media type
 */
export function download(name, text, type) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 0);
}
