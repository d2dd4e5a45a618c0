// Blocs: parties in boxes, moved by mouse, touch and keyboard.

/** Parties in boxes; whatever moves one ends in `move`. */
export class Blocs {
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
