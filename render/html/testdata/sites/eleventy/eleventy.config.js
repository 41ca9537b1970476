// Everything under static/ is copied as it is: the page and its assets.
export default function (config) {
  config.addPassthroughCopy({ static: "/" });
  return { dir: { input: "content", includes: "../_includes", output: "public" } };
}
