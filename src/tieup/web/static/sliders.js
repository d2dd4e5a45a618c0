// Sliders that write a field of the form, such as the swing or who follows whom.

/** "BJP=2,TMC=-1" as a map. */
function amounts(text) {
  return new Map(text.split(",").filter(Boolean).map((part) => part.split("=")).map(([name, amount]) => [name, Number(amount)]));
}

/** A row of sliders that together write one field; null is left out of it. */
export class Sliders {
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
export const SWING = { least: -15, most: 15, step: 0.5, rest: 0, unit: 1, sign: true, free: true, tell: signed };
export const TRANSFER = { least: 0, most: 100, step: 5, rest: 0.75, unit: 100, tell: (part) => (part === undefined ? "as estimated" : `${Math.round(100 * part)}%`) };
