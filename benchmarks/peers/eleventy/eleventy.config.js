// Only JavaScript templates, which Eleventy runs faster than any of its template languages; no Markdown, no passthrough but the assets.
export default function (config) {
  config.addPassthroughCopy({ [process.env.BENCH_ASSETS]: "assets" });
  config.setQuietMode(true);
  return { templateFormats: ["11ty.js"], dir: { input: "pages", includes: "../parts", data: "../data" } };
}
