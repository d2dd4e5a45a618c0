// The script of the web desk: what a page can do beside being read. Without it every page works.
"use strict";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** Milliseconds after which a slider is taken to rest. */
const REST = 300;

/** A day so many days after another, both as YYYY-MM-DD. */
function after(first, days) {
  const day = new Date(`${first}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** 28 December 2025. */
function inWords(day) {
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
}

/** The slider tells the day while it moves, and opens that day's board when it rests. */
function slider(strip) {
  const range = strip.querySelector("input[type=range]");
  const told = strip.querySelector("[data-day]");
  const here = strip.querySelector(".here");
  const day = () => after(range.dataset.first, Number(range.value));
  range.addEventListener("input", () => {
    told.textContent = inWords(day());
    range.setAttribute("aria-valuetext", inWords(day()));
    const x = (1000 * Number(range.value)) / Math.max(Number(range.max), 1);
    here.setAttribute("x1", x);
    here.setAttribute("x2", x);
  });
  let rest;
  range.addEventListener("change", () => {
    clearTimeout(rest); // a key held down moves day by day
    rest = setTimeout(() => {
      sessionStorage.setItem("held", "slider");
      location.assign(`/board?${new URLSearchParams({ election: range.dataset.election, on: day() })}`);
    }, REST);
  });
  if (sessionStorage.getItem("held") === "slider") range.focus({ preventScroll: true }); // who moved it moves on
  sessionStorage.removeItem("held");
}

/** Names of months below the slider, those that would overlap left out. */
function ticks(list) {
  let free = -Infinity;
  for (const item of list.children) {
    const x = (Number(item.dataset.x) / 100) * list.clientWidth;
    const fits = x >= free && x + item.offsetWidth <= list.clientWidth;
    item.style.left = `${x}px`;
    item.style.visibility = fits ? "visible" : "hidden";
    if (fits) free = x + item.offsetWidth + 8;
  }
}

for (const strip of document.querySelectorAll(".strip")) {
  slider(strip);
  const list = strip.querySelector(".ticks");
  ticks(list);
  addEventListener("resize", () => ticks(list));
}
