// The one build script: bundles our own and npm's CSS, JavaScript, fonts and images into
// frontend/dist/sk/, the only folder Django serves. Runs by itself after `npm ci`.
import { build } from "esbuild";
import { cp, readdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { keepUsedRules, keepUsedTokens } from "./prune.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "dist", "sk");

const common = {
  bundle: true,
  minify: true,
  outdir: out,
  legalComments: "linked",
  logLevel: "warning",
  target: ["chrome111", "firefox115", "safari16.4"],
  loader: { ".woff2": "file", ".png": "file" },
  // Django's manifest storage adds the content hash to every name.
  assetNames: "files/[name]",
};

await rm(join(here, "dist"), { recursive: true, force: true });
await build({
  ...common,
  entryPoints: { site: join(here, "css/site.css"), map: join(here, "css/map.css") },
  plugins: [keepUsedRules(here), keepUsedTokens(here)],
});
await build({
  ...common,
  format: "iife",
  entryPoints: { site: join(here, "js/site.js"), map: join(here, "js/map.js") },
});

await cp(join(here, "img"), join(out, "files"), { recursive: true });

for (const name of (await readdir(out)).filter((file) => /\.(css|js)$/.test(file))) {
  const content = await readFile(join(out, name));
  console.log(`${name}: ${content.length} bytes, ${gzipSync(content).length} gzipped`);
}
