// The script of the Seats and Deals pages: blocs by mouse, touch and keyboard, sliders, a map that
// zooms, and a result that follows. The form's fields hold everything; this only writes them.
"use strict";

/** A little later, once no more comes. */
function settled(work, wait) {
  let timer;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => work(...given), wait);
  };
}

/** "BJP=2,TMC=-1" as a map. */
function amounts(text) {
  return new Map(text.split(",").filter(Boolean).map((part) => part.split("=")).map(([name, amount]) => [name, Number(amount)]));
}

/** The parts of a form that say anything, as an address has them. */
function query(form) {
  const usual = { draws: "10000", seed: "0" };
  const parts = [...new FormData(form)].filter(([name, text]) => text.trim() && usual[name] !== text);
  return new URLSearchParams(parts).toString();
}

// ------------------------------------------------------------------------------- the live result

/** Asks for the result of what the form says; of several answers the last counts. */
class Result {
  constructor(form, shown, problem, said) {
    Object.assign(this, { form, shown, problem, said, busy: false, again: false });
    this.announce = settled((text) => { this.said.textContent = text; }, 900);
    this.soon = settled(() => this.ask(), 16);
  }

  async ask() {
    this.again = this.busy;
    if (this.busy) return;
    this.busy = true;
    this.shown.setAttribute("aria-busy", "true");
    const wanted = query(this.form);
    history.replaceState(null, "", `${location.pathname}?${wanted}`);
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

  /** The new result, with what was unfolded unfolded and the map where it was. */
  show(text) {
    const open = new Map([...this.shown.querySelectorAll("details[data-keep]")].map((each) => [each.dataset.keep, each.open]));
    const frames = [...this.shown.querySelectorAll("[data-map]")].map((stage) => stage.zoomed?.frame);
    const fragment = document.createElement("template");
    fragment.innerHTML = text;
    for (const each of fragment.content.querySelectorAll("details[data-keep]")) {
      if (open.has(each.dataset.keep)) each.open = open.get(each.dataset.keep);
    }
    this.shown.replaceChildren(fragment.content);
    this.shown.querySelectorAll("[data-map]").forEach((stage, n) => { stage.zoomed = new Zoom(stage, frames[n]); });
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

// ------------------------------------------------------------------------------------- the blocs

/** Parties in boxes; whatever moves one ends in `move`. */
class Blocs {
  constructor(builder, said, changed) {
    Object.assign(this, { builder, said, changed, held: null });
    for (const chip of builder.querySelectorAll("[data-party]")) this.listen(chip);
    for (const box of this.boxes()) this.receive(box);
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") this.hold(null); });
  }

  boxes() { return [...this.builder.querySelectorAll("fieldset.bloc")]; }
  parties(box) { return [...box.querySelectorAll("[data-party]")].map((chip) => chip.dataset.party); }
  name(party) { return this.builder.querySelector(`[data-party="${CSS.escape(party)}"]`)?.textContent.trim() ?? party; }
  blocs() { return this.boxes().filter((box) => "bloc" in box.dataset).map((box) => this.parties(box)).filter((bloc) => bloc.length); }
  structure() { return this.blocs().map((bloc) => bloc.join("+")).join(" / "); }

  receive(box) { box.querySelector(".here").addEventListener("click", () => { if (this.held) this.move(this.held, box); }); }

  /** Picked up: every other box offers a place. */
  hold(chip) {
    this.held?.setAttribute("aria-pressed", "false");
    this.held = chip;
    chip?.setAttribute("aria-pressed", "true");
    for (const box of this.boxes()) box.querySelector(".here").hidden = !chip || box.contains(chip);
    if (chip) this.said.textContent = `${chip.textContent.trim()} is picked up: choose “here” in another bloc, or press Escape.`;
  }

  move(chip, box) {
    const from = chip.closest(".bloc");
    const last = this.blocs().length === 1 && from !== box && "bloc" in from.dataset && this.parties(from).length === 1;
    this.hold(null);
    if (from === box) return;
    if (last && "apart" in box.dataset) {
      this.said.textContent = "One bloc has to stay.";
      return;
    }
    box.querySelector(".chips").append(chip);
    this.tidy();
    chip.focus({ preventScroll: true });
    const others = this.parties(chip.closest(".bloc")).filter((party) => party !== chip.dataset.party).map((party) => this.name(party));
    const where = "apart" in chip.closest(".bloc").dataset ? "on its own" : others.length ? `with ${others.join(" and ")}` : "as a bloc of its own";
    this.said.textContent = `${chip.textContent.trim()} now stands ${where}.`;
    this.changed();
  }

  /** Empty boxes go, but for one at the end; the others are counted. */
  tidy() {
    const blocs = this.boxes().filter((box) => "bloc" in box.dataset);
    const empty = blocs.filter((box) => !this.parties(box).length);
    const fresh = empty.pop() ?? this.fresh(blocs[0]);
    for (const box of empty) box.remove();
    this.builder.querySelector("[data-apart]").before(fresh);
    blocs.filter((box) => box.isConnected && box !== fresh).forEach((box, n) => { box.querySelector("legend").textContent = `Bloc ${n + 1}`; });
    fresh.querySelector("legend").textContent = "A new bloc";
  }

  fresh(like) {
    const box = like.cloneNode(true);
    box.querySelector(".chips").replaceChildren();
    box.querySelector(".here").hidden = true;
    this.receive(box);
    return box;
  }

  /** One bloc on or back; a party alone in its bloc needs no new one. */
  step(chip, by) {
    const from = chip.closest(".bloc");
    const alone = "bloc" in from.dataset && this.parties(from).length === 1;
    const boxes = this.boxes().filter((box) => box === from || !(alone && "bloc" in box.dataset && !this.parties(box).length));
    const to = boxes[boxes.indexOf(from) + by];
    if (to) this.move(chip, to);
  }

  listen(chip) {
    let start = null;
    let moved = false;
    const under = (event) => document.elementsFromPoint(event.clientX, event.clientY).filter((e) => !chip.contains(e)).map((e) => e.closest(".bloc")).find(Boolean);
    const mark = (box) => { for (const each of this.boxes()) each.classList.toggle("over", each === box); };
    const end = (event, box) => {
      start = null;
      chip.style.transform = "";
      chip.classList.remove("dragged");
      mark(null);
      if (box) this.move(chip, box);
    };
    chip.addEventListener("pointerdown", (event) => {
      if (event.button) return;
      start = [event.clientX, event.clientY];
      moved = false;
      chip.setPointerCapture(event.pointerId);
    });
    chip.addEventListener("pointermove", (event) => {
      if (!start) return;
      const [x, y] = [event.clientX - start[0], event.clientY - start[1]];
      if (!moved && Math.hypot(x, y) < 6) return;
      moved = true;
      chip.classList.add("dragged");
      chip.style.transform = `translate(${x}px, ${y}px)`;
      mark(under(event));
    });
    chip.addEventListener("pointerup", (event) => { if (start) end(event, moved && under(event)); });
    chip.addEventListener("pointercancel", (event) => end(event, null));
    chip.addEventListener("click", () => {
      if (!moved) this.hold(this.held === chip ? null : chip);
      moved = false;
    });
    chip.addEventListener("keydown", (event) => {
      const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (!by) return;
      event.preventDefault();
      this.step(chip, by);
    });
  }
}

// ----------------------------------------------------------------------------------- the sliders

/** A row of sliders that together write one field; null is left out of it. */
class Sliders {
  constructor(place, field, kind, changed) {
    Object.assign(this, { place, field, kind, changed });
    this.known = amounts(place.dataset.amounts);
  }

  /** One slider for each of these (key, name). */
  offer(wanted) {
    const kept = new Set(wanted.map(([key]) => key));
    for (const key of this.known.keys()) if (!kept.has(key)) this.known.delete(key);
    this.place.replaceChildren(...wanted.map(([key, name]) => this.row(key, name)));
  }

  row(key, name) {
    const { least, most, step, rest, tell, unit } = this.kind;
    const row = document.querySelector("template[data-slider]").content.firstElementChild.cloneNode(true);
    const [range, told, reset] = [row.querySelector("input"), row.querySelector("output"), row.querySelector("button")];
    row.querySelector("[data-name]").textContent = name;
    const set = this.known.get(key);
    Object.assign(range, { min: Math.min(least, (set ?? 0) * unit), max: Math.max(most, (set ?? 0) * unit), step });
    const show = () => {
      const now = this.known.get(key);
      range.value = (now ?? rest) * unit;
      told.textContent = tell(now);
      range.setAttribute("aria-valuetext", tell(now));
      reset.hidden = now === undefined;
    };
    reset.setAttribute("aria-label", `Reset ${name}`);
    range.addEventListener("input", () => {
      this.known.set(key, Number(range.value) / unit);
      if (this.kind.free && Number(range.value) === 0) this.known.delete(key);
      show();
      this.write();
    });
    reset.addEventListener("click", () => {
      this.known.delete(key);
      show();
      range.focus();
      this.write();
    });
    show();
    return row;
  }

  write() {
    this.spell();
    this.changed();
  }

  spell() {
    this.field.value = [...this.known].map(([key, amount]) => `${key}=${this.kind.sign && amount > 0 ? "+" : ""}${amount}`).join(",");
  }
}

const signed = (points) => (points === undefined ? "0" : `${points > 0 ? "+" : points < 0 ? "−" : ""}${Math.abs(points)}`);
const SWING = { least: -15, most: 15, step: 0.5, rest: 0, unit: 1, sign: true, free: true, tell: signed };
const TRANSFER = { least: 0, most: 100, step: 5, rest: 0.75, unit: 100, tell: (part) => (part === undefined ? "as estimated" : `${Math.round(100 * part)}%`) };

/** A slider beside each split that is written out; it changes the part, and nothing else of it. */
function splits(form, blocs, changed) {
  const place = form.querySelector("[data-splits]");
  const fields = () => [...form.querySelectorAll("input[name=split]")];
  const draw = () => {
    place.replaceChildren();
    for (const field of fields()) {
      const found = /^([^=:]+):([^=]+)=([\d.]+)(.*)$/s.exec(field.value.trim());
      if (!found) continue;
      const [, who, whom, part, rest] = found;
      const row = form.querySelector("template[data-slider]").content.firstElementChild.cloneNode(true);
      const [range, told, reset] = [row.querySelector("input"), row.querySelector("output"), row.querySelector("button")];
      const name = `${option(who)} from ${option(whom)}${rest.includes("@") ? `, in ${rest.split("@")[1]}` : ""}`;
      row.querySelector("[data-name]").textContent = name;
      Object.assign(range, { min: 1, max: 100, step: 1, value: 100 * Number(part) });
      told.textContent = `${Math.round(range.value)}%`;
      range.addEventListener("input", () => {
        told.textContent = `${range.value}%`;
        field.value = `${who}:${whom}=${Number(range.value) / 100}${rest}`;
        changed();
      });
      Object.assign(reset, { hidden: false, textContent: "remove" });
      reset.setAttribute("aria-label", `Remove ${name}`);
      reset.addEventListener("click", () => {
        field.value = "";
        draw();
        form.querySelector("[data-add]").focus();
        changed();
      });
      place.append(row);
    }
  };
  const option = (party) => form.querySelector(`[data-who] option[value="${CSS.escape(party.trim())}"]`)?.textContent ?? blocs.name(party.trim());
  form.querySelector("[data-add]").addEventListener("click", () => {
    const [who, whom] = [form.querySelector("[data-who]").value, form.querySelector("[data-whom]").value];
    let field = fields().find((each) => !each.value.trim());
    if (!field) {
      const label = fields().at(-1).closest("label").cloneNode(true);
      fields().at(-1).closest("label").after(label);
      field = label.querySelector("input");
    }
    field.value = `${who}:${whom}=0.25`;
    draw();
    changed();
  });
  draw();
}

// --------------------------------------------------------------------------------------- the map

/** Zoom by buttons, by ctrl and wheel, and by + - 0 and arrows; drag where it is zoomed. */
class Zoom {
  constructor(stage, frame) {
    this.stage = stage;
    this.map = stage.querySelector("svg.hexmap");
    this.whole = this.map.getAttribute("viewBox").split(" ").map(Number);
    this.frame = frame ?? this.whole;
    stage.querySelector("[data-zoom]").hidden = false;
    this.map.setAttribute("tabindex", "0");
    for (const button of stage.querySelectorAll("[data-by]")) button.addEventListener("click", () => this.by(Number(button.dataset.by)));
    this.map.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const box = this.map.getBoundingClientRect();
      this.by(event.deltaY < 0 ? 1.2 : 1 / 1.2, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height);
    }, { passive: false });
    this.map.addEventListener("keydown", (event) => this.key(event));
    this.drag();
    this.draw();
  }

  get zoomed() { return this.frame[2] < this.whole[2]; }

  by(factor, x = 0.5, y = 0.5) {
    const [left, top, width, height] = this.frame;
    const wide = factor ? Math.min(Math.max(width / factor, this.whole[2] / 8), this.whole[2]) : this.whole[2];
    const high = (wide * this.whole[3]) / this.whole[2];
    this.frame = [left + (width - wide) * x, top + (height - high) * y, wide, high];
    this.draw();
  }

  to(x, y) {
    this.frame = [x, y, this.frame[2], this.frame[3]];
    this.draw();
  }

  draw() {
    const [left, top, width, height] = this.whole;
    const [x, y, wide, high] = this.frame;
    const inside = (at, least, most) => Math.min(Math.max(at, least), most);
    this.frame = [inside(x, left, left + width - wide), inside(y, top, top + height - high), wide, high];
    this.map.setAttribute("viewBox", this.frame.map((n) => n.toFixed(1)).join(" "));
    this.map.classList.toggle("zoomed", this.zoomed);
    this.stage.querySelector('[data-by="0"]').disabled = !this.zoomed;
  }

  key(event) {
    const [x, y, wide, high] = this.frame;
    const moves = { ArrowLeft: [-0.15, 0], ArrowRight: [0.15, 0], ArrowUp: [0, -0.15], ArrowDown: [0, 0.15] };
    const factor = { "+": 1.5, "=": 1.5, "-": 1 / 1.5, 0: 0 }[event.key];
    if (event.ctrlKey || event.metaKey) return;
    if (factor !== undefined) this.by(factor);
    else if (this.zoomed && moves[event.key]) this.to(x + wide * moves[event.key][0], y + high * moves[event.key][1]);
    else return;
    event.preventDefault();
  }

  drag() {
    let from = null;
    this.map.addEventListener("pointerdown", (event) => {
      if (event.button || !this.zoomed) return;
      from = [event.clientX, event.clientY, ...this.frame];
      this.map.setPointerCapture(event.pointerId);
    });
    this.map.addEventListener("pointermove", (event) => {
      if (!from) return;
      const scale = this.frame[2] / this.map.getBoundingClientRect().width;
      this.to(from[2] - (event.clientX - from[0]) * scale, from[3] - (event.clientY - from[1]) * scale);
    });
    for (const name of ["pointerup", "pointercancel"]) this.map.addEventListener(name, () => { from = null; });
  }
}

// -------------------------------------------------------------------------------------- together

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
  splits(form, blocs, changed);
  form.querySelector("[data-builder]").hidden = false;
  form.querySelector("[data-written]").open = !result.problem.hidden;
  form.querySelector("[data-base]").addEventListener("change", () => form.requestSubmit());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.assign(`${form.getAttribute("action")}?${query(form)}`);
  });
}

for (const stage of document.querySelectorAll("[data-map]")) stage.zoomed = new Zoom(stage);
const scenario = document.querySelector("form[data-scenario]");
if (scenario) seats(scenario);
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
