// The map beside the list: its code and style come only after the visitor asks for it.

/** Load the map's style and script, and put the map in the place of the button. */
export function showMap() {
  const map = document.querySelector("[data-map]");
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = map.dataset.css;
  const script = document.createElement("script");
  script.src = map.dataset.js;
  map.hidden = false;
  map.dataset.load = "";
  style.addEventListener("load", () => {
    document.querySelector("[data-map-ask] [data-map-open]").remove();
    document.querySelector(".sk-mapbox__picture")?.remove();
    document.head.append(script);
  });
  script.addEventListener("load", () => map.focus());
  document.head.append(style);
}
