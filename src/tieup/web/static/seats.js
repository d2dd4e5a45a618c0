// The Seats page: blocs, sliders and splits write the form's fields, and the result follows them.

import { ready } from "./atlas.js";
import { Blocs } from "./blocs.js";
import { Glance } from "./glance.js";
import { query, Result } from "./result.js";
import { Sliders, SWING, TRANSFER } from "./sliders.js";
import { splits } from "./splits.js";

/** The Seats page. */
function seats(form) {
  const said = form.querySelector("[data-said]");
  const result = new Result(form, document.querySelector("[data-result]"), form.querySelector("[data-problem]"), said);
  const changed = () => result.soon();
  const [structure, swing, transfer] = ["structure", "swing", "transfer"].map((name) => form.elements.namedItem(name));
  let swings, transfers;
  const offer = () => {
    const flat = blocs.blocs().flat();
    swings.offer([...new Set([...flat, ...swings.known.keys()])].map((party) => [party, blocs.name(party)]));
    const pairs = blocs.blocs().flatMap((bloc) => bloc.flatMap((one) => bloc.filter((two) => two !== one).map((two) => [`${one}:${two}`, `${blocs.name(one)} to ${blocs.name(two)}`])));
    const before = transfers.known.size;
    transfers.offer(pairs);
    if (transfers.known.size < before) transfers.spell();
  };
  const blocs = new Blocs(form.querySelector("[data-builder]"), said, () => {
    structure.value = blocs.structure();
    offer();
    changed();
  });
  swings = new Sliders(form.querySelector("[data-swing]"), swing, SWING, changed);
  transfers = new Sliders(form.querySelector("[data-transfer]"), transfer, TRANSFER, changed);
  offer();
  new Glance(document.querySelector("[data-glance]"), result.shown);
  splits(form, blocs, changed);
  form.querySelector("[data-builder]").hidden = false;
  form.querySelector("[data-written]").open = !result.problem.hidden;
  form.querySelector("[data-base]").addEventListener("change", () => form.requestSubmit());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(`${form.getAttribute("action")}?${query(form)}`);
  });
}

ready(document);
seats(document.querySelector("form[data-scenario]"));
