// The maps of a page: they zoom, and tell of a seat where it is tapped.

import { Tips } from "./tips.js";
import { Zoom } from "./zoom.js";

const zooms = new WeakMap();

/** Where each map within a part of the page is zoomed to, in order. */
export function zoomed(part) {
  return [...part.querySelectorAll("[data-map]")].map((stage) => zooms.get(stage)?.frame);
}

/** Makes the maps within a part of the page ready, zoomed as told. */
export function ready(part, to = []) {
  part.querySelectorAll("[data-map]").forEach((stage, n) => { zooms.set(stage, new Zoom(stage, to[n])); });
  for (const stage of part.querySelectorAll("[data-map], .frontier")) new Tips(stage);
}
