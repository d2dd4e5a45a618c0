// The Deals page: its map, and a word to who waits.

import { ready } from "./atlas.js";

ready(document);
for (const form of document.querySelectorAll("form[data-slow]")) {
  form.addEventListener("submit", () => {
    form.setAttribute("aria-busy", "true");
    form.querySelector("[data-wait]").textContent = "It is being worked out; that takes some seconds.";
  });
}
addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-slow]")) {
    form.removeAttribute("aria-busy");
    form.querySelector("[data-wait]").textContent = "";
  }
});
