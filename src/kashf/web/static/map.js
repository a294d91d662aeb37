// A map that can be moved, over the drawing that needs no script and is what is printed. Nothing is asked of anybody but this server.
const box = document.querySelector("#live-map");
const worker = new URL(box.dataset.worker, location.href).href;
// The map library starts its worker by a plain address: that one address may become a script, and nothing else.
if (window.trustedTypes) {
  trustedTypes.createPolicy("default", {
    createScriptURL: (asked) => {
      if (new URL(asked, location.href).href.split("?")[0] !== worker) throw new TypeError("no other script");
      return asked;
    },
  });
}

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const monthOf = (month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
const said = (month) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;

// Arcs of TopoJSON as lines: each is drawn once. Source: The TopoJSON Format Specification 1.0, section 2.1.2.
const lines = ({ arcs, transform: { scale, translate } }) => arcs.map((arc) => {
  let x = 0;
  let y = 0;
  return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
});

const show = async () => {
  const library = await import("/static/vendor/maplibre-gl.mjs");
  const [found, topology] = await Promise.all([box.dataset.features, box.dataset.borders].map(async (from) => (await fetch(from)).json()));
  if (!found.features.length) return;
  library.setWorkerUrl(worker);
  box.hidden = false;
  const named = found.features.filter((each) => each.properties.origin !== "catalogue");
  const corners = (named.length ? named : found.features).filter((each) => each.properties.role !== "point").flatMap((each) => each.geometry.coordinates[0]);
  const across = corners.map(([x]) => x);
  const up = corners.map(([, y]) => y);
  const borders = { type: "Feature", properties: {}, geometry: { type: "MultiLineString", coordinates: lines(topology) } };
  const [ink, paper, doubt, outside] = ["--muted", "--sheet", "--accent", "--ink"].map(colour);
  const ofPapers = (type) => ["all", ["==", ["geometry-type"], type], ["!=", ["get", "origin"], "catalogue"]];
  const ofCatalogues = (type) => ["all", ["==", ["geometry-type"], type], ["==", ["get", "origin"], "catalogue"]];
  const map = new library.Map({
    container: box,
    attributionControl: false,
    maxZoom: 12,
    locale: { "Map.Title": box.dataset.name },
    bounds: [[Math.min(...across), Math.max(-85, Math.min(...up))], [Math.max(...across), Math.min(85, Math.max(...up))]],
    fitBoundsOptions: { padding: 20 },
    style: {
      version: 8,
      sources: { borders: { type: "geojson", data: borders }, places: { type: "geojson", data: found } },
      layers: [
        { id: "paper", type: "background", paint: { "background-color": paper } },
        { id: "borders", type: "line", source: "borders", paint: { "line-color": ink, "line-width": 1 } },
        { id: "doubt", type: "fill", source: "places", filter: ofPapers("Polygon"),
          paint: { "fill-color": doubt, "fill-opacity": ["case", ["get", "is_area"], 0.07, 0.2] } },
        { id: "edges", type: "line", source: "places", filter: ofPapers("Polygon"), paint: { "line-color": doubt, "line-width": 1 } },
        { id: "outside-edges", type: "line", source: "places", filter: ofCatalogues("Polygon"),
          paint: { "line-color": outside, "line-width": 1, "line-dasharray": [1, 3] } },
        { id: "outside", type: "circle", source: "places", filter: ofCatalogues("Point"),
          paint: { "circle-color": paper, "circle-radius": 3, "circle-stroke-color": outside, "circle-stroke-width": 1.5 } },
        { id: "points", type: "circle", source: "places", filter: ofPapers("Point"), paint: { "circle-color": doubt, "circle-radius": 3.5 } },
      ],
    },
  });
  map.addControl(new library.ScaleControl());
  document.querySelector("#map-nearer").addEventListener("click", () => map.zoomIn());
  document.querySelector("#map-further").addEventListener("click", () => map.zoomOut());
  document.querySelector("#map-tools").hidden = false;
  label(map, found.features);
  map.on("load", () => { box.dataset.ready = "yes"; });

  const chosen = [() => true, () => true];
  const tell = () => {
    const features = found.features.filter((each) => chosen.every((keeps) => keeps(each)));
    box.dataset.shown = String(features.filter((each) => each.properties.role !== "point").length);
    map.getSource("places").setData({ type: "FeatureCollection", features });
    label(map, features);
  };
  const outsideToo = document.querySelector("#map-outside");
  if (named.length < found.features.length) {
    document.querySelector("#map-legend").hidden = false;
    chosen[0] = (each) => outsideToo.checked || each.properties.origin !== "catalogue";
    outsideToo.addEventListener("change", tell);
  }
  const months = found.features.flatMap((each) => each.properties.months).flat().filter(Boolean).map(monthOf);
  const [first, last] = months.reduce(([low, high], each) => [Math.min(low, each), Math.max(high, each)], [Infinity, -Infinity]);
  if (months.length) slide(first, last, (keeps) => { chosen[1] = keeps; tell(); });
  map.on("load", tell);
};

// Names of the places in most documents, where they do not lie over one another; for eyes alone, since the table says the same.
const label = (map, features) => {
  box.querySelectorAll(".map-label").forEach((each) => each.remove());
  const named = features.filter((each) => each.properties.role !== "doubt").sort((one, other) => other.properties.documents - one.properties.documents || (other.properties.events || 0) - (one.properties.events || 0));
  const labels = named.slice(0, 60).map((each) => {
    const words = document.createElement("bdi");
    words.className = "map-label";
    words.setAttribute("aria-hidden", "true");
    words.textContent = each.properties.name;
    box.append(words);
    const ring = each.geometry.type === "Polygon" ? each.geometry.coordinates[0] : [];
    const at = ring.length ? [(ring[0][0] + ring[ring.length / 2 | 0][0]) / 2, ring[0][1]] : each.geometry.coordinates;
    return [words, at];
  });
  const place = () => {
    const taken = [];
    for (const [words, at] of labels) {
      const { x, y } = map.project(at);
      const [wide, high] = [words.offsetWidth, words.offsetHeight];
      const isFree = taken.every(([left, top, right, bottom]) => x > right || x + wide < left || y > bottom || y + high < top);
      words.classList.toggle("unseen-label", !isFree);
      words.style.transform = `translate(${Math.round(x) + 6}px, ${Math.round(y) - 18}px)`;
      if (isFree) taken.push([x, y, x + wide, y + high]);
    }
  };
  map.off("move", label.place);
  label.place = place;
  map.on("move", place);
  place();
};

// What may lie in a month: what nothing bounds on a side may lie on any day there; what nothing dates is shown with all days alone.
const slide = (first, last, show) => {
  const month = document.querySelector("#month");
  const output = document.querySelector("#month-said");
  document.querySelector("#map-time").hidden = false;
  month.max = String(last - first + 1);
  const tell = () => {
    const asked = Number(month.value) - 1 + first;
    const all = month.value === "0";
    output.textContent = all ? output.dataset.all : said(asked);
    month.setAttribute("aria-valuetext", output.textContent);
    const may = ([from, to]) => (from || to) && (!from || monthOf(from) <= asked) && (!to || monthOf(to) >= asked);
    show(all ? () => true : (each) => each.properties.months.some(may));
  };
  month.addEventListener("input", tell);
  output.textContent = output.dataset.all;
};

show().catch(() => { box.hidden = true; });
