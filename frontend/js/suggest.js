// Suggestions under the search field: a combobox with a list (WAI-ARIA 1.2). Without this file, or
// when the server does not answer, the field is a plain field.

const PAUSE_MS = 150;
const SHORTEST = 2;

/** Make `input` a combobox that asks the address in its `data-suggest` while somebody types. */
export function suggestIn(input) {
  const { form } = input;
  const { suggest, label } = input.dataset;
  const list = element("div", { id: `${input.id}-suggesties`, class: "sk-suggest", role: "listbox", "aria-label": label, hidden: "" });
  const status = element("span", { class: "sk-vh", role: "status" });
  input.after(list, status);
  describe(input, { role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id });
  let options = [];
  let active = -1;
  let timer;
  let running;

  function close() {
    clearTimeout(timer);
    running?.abort();
    list.hidden = true;
    activate(-1);
    input.setAttribute("aria-expanded", "false");
  }

  function activate(position) {
    options[active]?.removeAttribute("aria-selected");
    active = position;
    const chosen = options[active];
    if (chosen) {
      chosen.setAttribute("aria-selected", "true");
      chosen.scrollIntoView({ block: "nearest" });
      input.setAttribute("aria-activedescendant", chosen.id);
    } else input.removeAttribute("aria-activedescendant");
  }

  async function ask() {
    running?.abort();
    running = new AbortController();
    const url = new URL(suggest, location);
    url.searchParams.set("q", input.value);
    const gemeenten = new FormData(form).getAll("gemeente");
    if (gemeenten.length === 1) url.searchParams.set("gemeente", gemeenten[0]);
    try {
      const response = await fetch(url, { signal: running.signal });
      if (response.ok) show(await response.json());
    } catch {
      // Superseded, or the server is away: the field works without suggestions.
    }
  }

  function show({ suggesties, melding }) {
    if (document.activeElement !== input) return;
    activate(-1);
    const groups = new Map();
    for (const one of suggesties) {
      if (!groups.has(one.groep)) groups.set(one.groep, groupOf(one.groep, `${list.id}-${one.soort}`));
      const row = optionOf(one, `${list.id}-${one.soort}-${groups.get(one.groep).children.length}`);
      row.addEventListener("click", () => choose(one));
      groups.get(one.groep).append(row);
    }
    list.replaceChildren(...groups.values());
    options = [...list.querySelectorAll("[role=option]")];
    list.hidden = !options.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    status.textContent = melding;
  }

  function choose({ soort, url, plaats, tekst }) {
    close();
    if (soort === "plaats") {
      form.elements.plaats.value = plaats;
      input.value = "";
      status.textContent = `${form.elements.plaats.labels[0].textContent}: ${tekst}`;
      return;
    }
    const to = new URL(url, location);
    // A topic is looked for at the place that was filled in already.
    if (soort === "begrip" && form.elements.plaats.value.trim()) to.searchParams.set("plaats", form.elements.plaats.value);
    location.assign(to);
  }

  const moves = {
    ArrowDown: () => (active + 1) % options.length,
    ArrowUp: () => (active < 0 ? options.length : active || options.length) - 1,
    Home: () => 0,
    End: () => options.length - 1,
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    status.textContent = "";
    if (input.value.trim().length < SHORTEST) close();
    else timer = setTimeout(ask, PAUSE_MS);
  });
  input.addEventListener("keydown", (event) => {
    const { key } = event;
    if (list.hidden || event.isComposing) return;
    // Without a chosen suggestion Home and End move in the text, and Enter searches for it.
    if (key in moves && (active >= 0 || key.startsWith("Arrow"))) activate(moves[key]());
    else if (key === "Escape") close();
    else if (key === "Enter" && active >= 0) options[active].click();
    else return;
    event.preventDefault();
  });
  // A press on a suggestion leaves the focus in the field.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  input.addEventListener("blur", close);
  form.addEventListener("submit", close);
}

function describe(one, attributes) {
  for (const [name, value] of Object.entries(attributes)) one.setAttribute(name, value);
  return one;
}

function element(name, attributes, ...children) {
  const made = describe(document.createElement(name), attributes);
  made.append(...children);
  return made;
}

function groupOf(name, id) {
  const heading = element("div", { id, class: "sk-suggest__group", role: "presentation" }, name);
  return element("div", { role: "group", "aria-labelledby": id }, heading);
}

function optionOf({ tekst, uitleg, aantal, soort }, id) {
  const text = element("span", {}, tekst);
  if (uitleg) text.append(" ", element("span", { class: "sk-suggest__more" }, `· ${uitleg}`));
  const row = element("div", { id, class: "sk-suggest__option", role: "option" }, text);
  if (soort !== "naam") row.append(" ", element("span", { class: "sk-count" }, `(${aantal})`));
  return row;
}
