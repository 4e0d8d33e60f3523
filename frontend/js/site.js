// Everything works without this file: the search form is a plain GET form with buttons. With it,
// a filter takes effect at once, "Bij mij in de buurt" appears and the map can open beside the list.
import { showMap } from "./mapbox.js";
import { fillPlaceFromHere } from "./near.js";
import { suggestIn } from "./suggest.js";

document.documentElement.classList.add("sk-js");

const form = document.querySelector("form[data-live]");
const status = document.querySelector("[data-status]");
let running;
let orderChosen = false;

/** The address of the page that the form asks for; empty fields stay out of it. */
function addressOf() {
  const url = new URL(form.action);
  const fields = [...new FormData(form)].filter(([, value]) => value.trim() !== "");
  url.search = new URLSearchParams(fields);
  // An order nobody chose stays out, so that a place without words may still sort by distance.
  if (!orderChosen && !new URLSearchParams(location.search).has("sorteer")) url.searchParams.delete("sorteer");
  return url;
}

/** Fetch the two parts of `url` and put them in the page; the last request wins. */
async function load(url, { push = true, focus = false } = {}) {
  running?.abort();
  running = new AbortController();
  const { signal } = running;
  const results = document.querySelector("[data-part=resultaten]");
  results.setAttribute("aria-busy", "true");
  try {
    const response = await fetch(url, { headers: { "X-Fragment": "results" }, signal });
    if (!response.ok) throw new Error(String(response.status));
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
    if (!fresh.querySelector("[data-part=resultaten]")) throw new Error("no results in the answer");
    swap(fresh);
    if (push) history.pushState({}, "", url);
    announce();
    if (focus) focusOnResults();
    document.dispatchEvent(new CustomEvent("sk:results"));
  } catch (error) {
    // Superseded by a newer request: that one finishes the work.
    if (error.name === "AbortError") return;
    location.assign(url);
  }
}

function swap(fresh) {
  const focused = document.activeElement?.id;
  const opened = new Set([...document.querySelectorAll("details[data-facet][open]")].map((one) => one.dataset.facet));
  for (const part of fresh.querySelectorAll("[data-part]")) {
    const old = document.querySelector(`[data-part="${part.dataset.part}"]`);
    for (const details of part.querySelectorAll("details[data-facet]")) details.open = opened.has(details.dataset.facet);
    // Same boxes: only the counts change, so that focus and a half-read list stay where they are.
    if (!sameBoxes(old, part)) old.replaceWith(part);
  }
  if (focused && document.activeElement === document.body) document.getElementById(focused)?.focus();
}

function sameBoxes(old, fresh) {
  const ids = (part) => [...part.querySelectorAll("input[type=checkbox]")].map((box) => box.id).join();
  if (!ids(old) || ids(old) !== ids(fresh)) return false;
  for (const box of fresh.querySelectorAll("input[type=checkbox]")) document.getElementById(box.id).checked = box.checked;
  for (const selector of ["[data-hidden]", "[data-count-of]", ".sk-filters__summary", ".sk-filters__apply"]) {
    const now = old.querySelectorAll(selector);
    fresh.querySelectorAll(selector).forEach((one, index) => {
      if (now[index].innerHTML !== one.innerHTML) now[index].innerHTML = one.innerHTML;
    });
  }
  return true;
}

function announce() {
  const results = document.querySelector("[data-part=resultaten]");
  status.textContent = results.querySelector("[data-count]").textContent.trim();
  const [, ...site] = document.title.split(" - ");
  document.title = [results.dataset.title.trim(), ...site].join(" - ");
  document.querySelector(".sk-mapbox__outside")?.remove(); // it counted the results of before
  for (const link of document.querySelectorAll("[data-keep-query]")) link.search = location.search;
}

function focusOnResults() {
  const heading = document.querySelector("[data-count]");
  heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: "start" });
}

/** Back and forward: the text fields follow the address, the boxes come with the new filters. */
function followAddress() {
  const query = new URLSearchParams(location.search);
  for (const field of form.elements) {
    if (["q", "plaats", "straal", "sorteer"].includes(field.name)) field.value = query.get(field.name) ?? (field.options?.[0].value || "");
  }
  load(new URL(location.href), { push: false });
}

if (form) {
  form.addEventListener("submit", (event) => {
    // A new place brings its own choice of distances: a whole page, at a clean address.
    event.preventDefault();
    location.assign(addressOf());
  });
  document.addEventListener("change", ({ target }) => {
    if (target.id === "sorteer") orderChosen = true;
    if (target.form === form && target.matches("select, [type=checkbox]")) load(addressOf());
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-swap], [data-pages] a");
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      load(new URL(link.href), { focus: true });
    } else if (event.target.closest("[data-show-results]")) {
      document.querySelector("[data-facet=filters]").open = false;
      focusOnResults();
    }
  });
  addEventListener("popstate", followAddress);
}

// Browsers that cannot show a closed <details> on a wide screen get it opened.
if (!CSS.supports("selector(::details-content)") && matchMedia("(min-width: 60rem)").matches) {
  document.querySelector("[data-facet=filters]")?.setAttribute("open", "");
}

for (const field of document.querySelectorAll("[data-suggest]")) suggestIn(field);
document.querySelector("[data-near]")?.addEventListener("click", ({ currentTarget }) => fillPlaceFromHere(currentTarget));
document.querySelector("[data-map-open]")?.addEventListener("click", showMap);
document.querySelector("[data-print]")?.addEventListener("click", () => print());
