// What a form says, and the result of it, which follows what is changed.

import { ready, zoomed } from "./atlas.js";

/** A little later, once no more comes. */
function settled(work, wait) {
  let timer;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...given), wait);
  };
}

/** The parts of a form that say anything, as an address has them. */
export function query(form) {
  const usual = { draws: "10000", seed: "0" };
  const parts = [...new FormData(form)].filter(([name, text]) => text.trim() && usual[name] !== text);
  return new URLSearchParams(parts).toString();
}

/** Asks for the result of what the form says; of several answers the last counts. */
export class Result {
  constructor(form, shown, problem, said) {
    Object.assign(this, { form, shown, problem, said, busy: false, again: false });
    this.structure = form.elements.namedItem("structure").value;
    this.address = location.search;
    addEventListener("popstate", () => { if (location.search !== this.address) location.reload(); });
    this.announce = settled((text) => { this.said.textContent = text; }, 900);
    this.soon = settled(() => this.ask(), 16);
  }

  async ask() {
    this.again = this.busy;
    if (this.busy) return;
    this.busy = true;
    this.shown.setAttribute("aria-busy", "true");
    const wanted = query(this.form);
    this.remember(wanted);
    try {
      const answer = await fetch(`/seats/result?${wanted}`, { credentials: "same-origin" });
      const text = await answer.text();
      if (answer.ok) this.show(text);
      else this.refuse(answer.status === 422 ? text : "");
    } catch {
      this.refuse("");
    }
    this.busy = false;
    if (this.again) await this.ask();
    else this.shown.removeAttribute("aria-busy");
  }

  /** The address of what is shown. Who stands with whom can be gone back to; a slider's way is no step. */
  remember(wanted) {
    const structure = this.form.elements.namedItem("structure").value;
    history[structure === this.structure ? "replaceState" : "pushState"](null, "", `${location.pathname}?${wanted}`);
    Object.assign(this, { structure, address: location.search });
  }

  /** The new result, with what was unfolded unfolded and the map where it was. */
  show(text) {
    const open = new Map([...this.shown.querySelectorAll("details[data-keep]")].map((each) => [each.dataset.keep, each.open]));
    const frames = zoomed(this.shown);
    const fragment = document.createElement("template");
    fragment.innerHTML = text;
    for (const each of fragment.content.querySelectorAll("details[data-keep]")) {
      if (open.has(each.dataset.keep)) each.open = open.get(each.dataset.keep);
    }
    this.shown.replaceChildren(fragment.content);
    ready(this.shown, frames);
    this.problem.hidden = true;
    this.announce(this.shown.querySelector("[data-headline]")?.dataset.headline ?? "");
    this.shown.dispatchEvent(new CustomEvent("shown"));
  }

  /** What is wrong, as text; the result before it stays. */
  refuse(text) {
    const fragment = document.createElement("template");
    fragment.innerHTML = text;
    const told = fragment.content.querySelector(".refusal")?.textContent;
    this.problem.textContent = told ?? "The desk gives no answer; try again in a moment.";
    this.problem.hidden = false;
  }
}
