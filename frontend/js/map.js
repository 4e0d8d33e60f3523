// The map enhances the list. Markers come clustered from the server for what is in view, with the
// same query string as the list; tiles, the only request to another host, come when asked for.
import * as L from "leaflet";

const element = document.querySelector("[data-map]");
const status = document.querySelector("[data-map-status]");
const DEEPEST = 18;

function clusterMarker(map, [lon, lat], { count, bbox, items }) {
  const size = count < 10 ? 36 : count < 100 ? 44 : 54;
  const { group, building } = element.dataset;
  const name = (items?.length ? building : group).replace("%s", count);
  const marker = L.marker([lat, lon], {
    icon: L.divIcon({ className: "sk-cluster", html: String(count), iconSize: [size, size] }),
    title: name,
    alt: name,
    // Panning towards a focused marker redraws the map, and the focus is gone.
    autoPanOnFocus: false,
  });
  const zoomIn = () => {
    const [west, south, east, north] = bbox;
    // One building, several voorzieningen: no zoom takes them apart.
    if (items?.length || map.getZoom() >= DEEPEST || (west === east && south === north)) {
      openPopup(map, [lat, lon], items?.length ? items.map(linkTo) : [linkTo({ naam: name.split(",")[0], url: "#aantal" })]);
      return;
    }
    map.getContainer().focus();
    map.fitBounds([[south, west], [north, east]], { maxZoom: DEEPEST, padding: [30, 30] });
  };
  return marker.on("click", zoomIn).on("keydown", ({ originalEvent }) => onPress(originalEvent, zoomIn));
}

function linkTo({ naam, url }) {
  const link = document.createElement("a");
  link.href = url;
  link.textContent = naam;
  return link;
}

// On the map, not on the marker: making room for it moves the map, and that draws new markers.
function openPopup(map, place, parts) {
  const content = document.createElement("div");
  for (const part of parts) {
    const line = document.createElement("p");
    line.append(part);
    content.append(line);
  }
  L.popup({ offset: [0, -20], maxHeight: 240 }).setLatLng(place).setContent(content).openOn(map);
  content.querySelector("a").focus({ preventScroll: true });
}

function pinMarker(map, [lon, lat], { url, naam, aanbieder, waar }) {
  const marker = L.marker([lat, lon], {
    icon: L.divIcon({ className: "sk-pin", html: "<span></span>", iconSize: [30, 30], iconAnchor: [15, 34] }),
    title: naam,
    alt: naam,
    autoPanOnFocus: false,
  });
  const open = () => openPopup(map, [lat, lon], [linkTo({ naam, url }), aanbieder, waar].filter(Boolean));
  return marker.on("click", open).on("keydown", ({ originalEvent }) => onPress(originalEvent, open));
}

// Leaflet turns neither Enter nor Space on a marker into a click.
function onPress(event, action) {
  if (event.key !== "Enter" && event.key !== " ") return;
  event.preventDefault();
  event.stopPropagation();
  action();
}

function addTiles(map) {
  const { tiles, attribution, failed } = element.dataset;
  if (!tiles) return;
  L.tileLayer(tiles, { attribution, minZoom: 6, maxZoom: 19, crossOrigin: false })
    .on("tileerror", () => {
      element.dataset.tilesFailed = "";
      status.textContent = failed;
    })
    .addTo(map);
}

function start() {
  const { lat, lon, zoom, bbox, label } = element.dataset;
  const map = L.map(element, { zoomControl: false, minZoom: 6, maxZoom: 19 });
  map.attributionControl.setPrefix(false);
  L.control.zoom({ zoomInTitle: element.dataset.in, zoomOutTitle: element.dataset.out }).addTo(map);
  element.setAttribute("role", "region");
  element.setAttribute("aria-label", label);
  if ("load" in element.dataset) addTiles(map);
  document.querySelector("[data-map-tiles]")?.addEventListener("click", ({ currentTarget }) => {
    addTiles(map);
    currentTarget.parentElement.remove();
    element.focus();
  });

  const [west, south, east, north] = (bbox || "").split(",").map(Number);
  if (Number.isFinite(north)) map.fitBounds([[south, west], [north, east]], { maxZoom: 15, padding: [20, 20] });
  else map.setView([Number(lat), Number(lon)], Number(zoom));

  const layer = L.layerGroup().addTo(map);
  let running;
  async function refresh() {
    running?.abort();
    running = new AbortController();
    const view = map.getBounds();
    const url = new URL(element.dataset.src, location);
    url.search = location.search;
    const corners = [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()];
    url.searchParams.set("bbox", corners.map((value) => value.toFixed(5)).join(","));
    url.searchParams.set("zoom", map.getZoom());
    let collection;
    try {
      collection = await (await fetch(url, { signal: running.signal })).json();
    } catch {
      return; // the list is complete without the map, and the next move tries again
    }
    draw(collection.features);
  }
  function draw(features) {
    const focused = layer.getLayers().find((one) => one.getElement() === document.activeElement)?.options.alt;
    layer.clearLayers();
    for (const { geometry, properties } of features) {
      const marker = properties.count > 1 ? clusterMarker(map, geometry.coordinates, properties) : pinMarker(map, geometry.coordinates, properties);
      const drawn = marker.addTo(layer).getElement();
      drawn?.setAttribute("aria-label", marker.options.alt);
      if (focused && focused === marker.options.alt) drawn?.focus({ preventScroll: true });
    }
    element.dataset.ready = features.length;
  }
  map.on("moveend", refresh);
  map.on("popupclose", () => element.contains(document.activeElement) && element.focus({ preventScroll: true }));
  document.addEventListener("sk:results", refresh);
  refresh();
}

if (element) start();
