// Bundles the page's script and style into ../dist, where Go embeds them, and
// keeps ../cdn.json in step with the version that the lock file pins.
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { build } from "esbuild";

const target = ["chrome123", "firefox120", "safari17.5"];
await build({
  entryPoints: { frise: "src/main.ts" }, outdir: "../dist", bundle: true, minify: true, format: "iife", target,
  legalComments: "eof", charset: "ascii", logLevel: "info",
});
await build({
  entryPoints: { frise: "src/bundle.css" }, outdir: "../dist", bundle: true, minify: true, target, logLevel: "info", charset: "utf8",
});

const pinned = JSON.parse(await readFile("node_modules/vis-timeline/package.json", "utf8"));
const files = ["styles/vis-timeline-graph2d.min.css", "standalone/umd/vis-timeline-graph2d.min.js"];
const manifest = { package: pinned.name, version: pinned.version, files: [] };
for (const file of files) {
  const hash = createHash("sha384").update(await readFile(`node_modules/${pinned.name}/${file}`)).digest("base64");
  manifest.files.push({ url: `https://cdn.jsdelivr.net/npm/${pinned.name}@${pinned.version}/${file}`, integrity: `sha384-${hash}` });
}
const text = JSON.stringify(manifest, null, 2) + "\n";
if ((await readFile("../cdn.json", "utf8").catch(() => "")) !== text) await writeFile("../cdn.json", text);
