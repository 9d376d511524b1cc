// Text without its marks, for whoever needs no more of Vietnamese than that.

/**
 * The text as it is typed without marks: small letters without tone, hat or horn, d for đ (and for the Icelandic ð that
 * old fonts put in its place).
 * @param {string} text
 */
export function fold(text) {
  return text.toLowerCase().normalize("NFD").replaceAll(/\p{Mn}/gu, "").replaceAll(/[đð]/g, "d");
}
