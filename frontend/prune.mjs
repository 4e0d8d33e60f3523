// Two esbuild plug-ins that keep the design system within the 60 KB budget of a page: the component
// packages carry rules for every state and variant (195 KB), the token package 2,780 values.
// A class counts as used when its name stands in a template, a script or our own CSS; a name that a
// template puts together (`utrecht-alert--{{ kind }}`) is used when its fixed part stands there.
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const COMPONENT = /node_modules\/@(utrecht|nl-design-system-candidate)\/.*\.css$/;
const TOKENS = /voorbeeld-design-tokens\/dist\/variables\.css$/;
// Wagtail writes plain HTML in rich text, so no component class is ever needed beyond the templates.
const SOURCES = /\.(html|js)$/;

async function textOf(folder, pattern) {
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => pattern.test(name) && !/node_modules|dist\//.test(name));
  return (await Promise.all(files.map((name) => readFile(join(folder, name), "utf8")))).join("\n");
}

const used = new Map();
async function usedClasses(here) {
  if (!used.has(here)) {
    const text = (await textOf(resolve(here, "../templates"), SOURCES)) + (await textOf(join(here, "js"), SOURCES));
    used.set(here, {
      names: new Set(text.match(/[\w-]+/g)),
      prefixes: [...text.matchAll(/([\w-]+--)\{/g)].map((match) => match[1]),
    });
  }
  return used.get(here);
}

/** Split CSS at its top level into {head, body} blocks; statements have no body. */
function* blocks(css) {
  let start = 0;
  for (let i = 0; i < css.length; i += 1) {
    if (css[i] === '"' || css[i] === "'") i = css.indexOf(css[i], i + 1);
    else if (css[i] === ";") {
      yield { head: css.slice(start, i + 1), body: null };
      start = i + 1;
    } else if (css[i] === "{") {
      const open = i;
      for (let depth = 1; depth > 0; ) {
        i += 1;
        if (css[i] === '"' || css[i] === "'") i = css.indexOf(css[i], i + 1);
        else if (css[i] === "{") depth += 1;
        else if (css[i] === "}") depth -= 1;
      }
      yield { head: css.slice(start, open).trim(), body: css.slice(open + 1, i) };
      start = i + 1;
    }
  }
}

/** Split a selector list at its commas, not at those inside :is(…) or [attr="a,b"]. */
function selectors(list) {
  const parts = [""];
  let depth = 0;
  for (const char of list) {
    if ("([".includes(char)) depth += 1;
    if (")]".includes(char)) depth -= 1;
    if (char === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += char;
  }
  return parts.map((part) => part.trim()).filter(Boolean);
}

/** The classes an element must have; `:not(.nl-button--disabled)` asks for none. */
function requiredClasses(selector) {
  const positive = selector.replace(/:not\([^()]*\)/g, "");
  return [...positive.matchAll(/\.([\w-]+)/g)].map((match) => match[1]);
}

function prune(css, isUsed) {
  let kept = "";
  for (const { head, body } of blocks(css)) {
    if (body === null) kept += head;
    else if (/^@(media|supports|layer|container)/.test(head)) {
      const inner = prune(body, isUsed);
      if (inner.trim()) kept += `${head}{${inner}}`;
    } else if (head.startsWith("@")) kept += `${head}{${body}}`;
    else if (body.trim()) {
      const needed = selectors(head).filter((one) => requiredClasses(one).every(isUsed));
      if (needed.length) kept += `${needed.join(",")}{${body}}`;
    }
  }
  return kept;
}

async function prunedComponent(path, here) {
  const { names, prefixes } = await usedClasses(here);
  const isUsed = (name) => names.has(name) || prefixes.some((prefix) => name.startsWith(prefix));
  const css = (await readFile(path, "utf8")).replace(/\/\*[\s\S]*?\*\//g, "");
  return prune(css, isUsed);
}

export const keepUsedRules = (here) => ({
  name: "keep-used-rules",
  setup(build) {
    build.onLoad({ filter: COMPONENT }, async ({ path }) => ({
      loader: "css",
      contents: `/*! EUPL-1.2, ${path.split("node_modules/")[1]} */\n${await prunedComponent(path, here)}`,
    }));
  },
});

/** Keep the tokens that the kept rules and our own CSS read, and the tokens those read in turn. */
export const keepUsedTokens = (here) => ({
  name: "keep-used-tokens",
  setup(build) {
    build.onLoad({ filter: TOKENS }, async ({ path }) => {
      const tokens = new Map([...(await readFile(path, "utf8")).matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((match) => [match[1], match[2]]));
      let css = await textOf(join(here, "css"), /\.css$/);
      const imports = [...css.matchAll(/@import "(@(?:utrecht|nl-design-system-candidate)[^"]+)"/g)];
      for (const [, name] of imports) css += await prunedComponent(fileURLToPath(import.meta.resolve(name)), here);
      const kept = new Map();
      const todo = [...css.matchAll(/var\(\s*(--[\w-]+)/g)].map((match) => match[1]);
      while (todo.length) {
        const name = todo.pop();
        if (kept.has(name) || !tokens.has(name)) continue;
        kept.set(name, tokens.get(name));
        todo.push(...[...tokens.get(name).matchAll(/var\(\s*(--[\w-]+)/g)].map((match) => match[1]));
      }
      const lines = [...kept].map(([name, value]) => `${name}:${value}`);
      return { loader: "css", contents: `:root{${lines.join(";")}}` };
    });
  },
});
