// Time that passes.

/** @type {(time: number) => Promise<void>} so many milliseconds */
export const passing = (time) => new Promise((resolve) => {
  setTimeout(resolve, time);
});
