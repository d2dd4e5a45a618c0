// Dropped files: one with a text fills the form that reads it, several go to where files are read.

const form = document.querySelector("form[data-drop]");
const text = form.elements.namedItem("text");
const said = form.querySelector("[data-said]");
const many = document.querySelector("input[name=files]");
const PLAIN = /\.(txt|text|md|json|jsonl|csv|html?|eml|xml)$/i;

const holds = (event) => event.dataTransfer?.types.includes("Files");
const mark = (over) => form.classList.toggle("over", over);

/** The one file's text, in the form; what is no text is not read. */
async function fill(file) {
  const most = text.maxLength;
  if (!file.type.startsWith("text/") && !PLAIN.test(file.name)) {
    said.textContent = `${file.name} is no file of text: copy its words and paste them.`;
    return;
  }
  const found = file.size > 4 * most ? null : await file.text();
  if (found === null || found.length > most) {
    said.textContent = `${file.name} has more than the ${most.toLocaleString("en")} letters that are read here.`;
    return;
  }
  text.value = found;
  text.focus();
  said.textContent = `${file.name} is in the form; nothing is recorded yet.`;
}

function take(files) {
  if (files.length === 1) {
    fill(files[0]);
  } else if (many) {
    many.files = files;
    many.focus();
    said.textContent = `${files.length} files are chosen below.`;
  } else {
    said.textContent = "Drop one file; to read many at once, log in.";
  }
}

// A file that misses the form would otherwise take the page's place.
addEventListener("dragover", (event) => {
  if (!holds(event)) return;
  event.preventDefault();
  mark(true);
});
addEventListener("dragleave", (event) => { if (!event.relatedTarget) mark(false); });
addEventListener("drop", (event) => {
  if (!holds(event)) return;
  event.preventDefault();
  mark(false);
  take(event.dataTransfer.files);
});
