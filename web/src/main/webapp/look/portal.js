// The portal's pages work without it, except that it opens the navigation on a phone, says that something is not saved, asks
// before somebody leaves it behind, and copies.
const nav = document.querySelector(".nav");
for (const button of document.querySelectorAll("[data-menu-button]")) {
  button.hidden = false;
  nav.classList.add("folds");
  button.addEventListener("click", () => {
    const open = nav.classList.toggle("open");
    button.setAttribute("aria-expanded", String(open));
  });
}

// on a phone the parts of a page are wider than the window
document.querySelector(".parts [aria-current=page]")?.scrollIntoView({ block: "nearest", inline: "center" });

// the address of a page that has said "saved" says it once
if (document.querySelector("[data-said]")) {
  const address = new URL(location.href);
  for (const said of ["saved", "imported"]) address.searchParams.delete(said);
  history.replaceState(history.state, "", address);
}

// what stands beside a copy button
for (const button of document.querySelectorAll("[data-copy]")) {
  const label = button.textContent;
  button.addEventListener("click", async () => {
    const code = button.parentElement.querySelector("code");
    await copy(code);
    const said = document.querySelector("[data-copied]");
    // the same words again are news too
    said.textContent = "";
    requestAnimationFrame(() => (said.textContent = button.dataset.done));
    button.textContent = button.dataset.done;
    setTimeout(() => (button.textContent = label), 2_000);
  });
}

/** Without a secure page, or the right to the clipboard, by what is selected. */
async function copy(code) {
  try {
    await navigator.clipboard.writeText(code.textContent);
  } catch {
    getSelection().selectAllChildren(code);
    document.execCommand("copy");
  }
}

// where one goes on typing after a button has had the form drawn anew
let thenFocus;
document.addEventListener("click", (event) => (thenFocus = event.target.closest("[data-then-focus]")?.dataset.thenFocus), true);
window.jQuery?.(document).on("pfAjaxComplete", () => {
  if (thenFocus) document.querySelector(thenFocus)?.focus();
  thenFocus = undefined;
});

// what is too large is said before it is sent; the server says it too
document.addEventListener(
  "change",
  (event) => {
    const field = event.target;
    if (!field.matches("input[type=file][data-most]")) return;
    const over = field.files[0]?.size > Number(field.dataset.most);
    const said = field.parentElement.querySelector(".refusal");
    said.textContent = over ? said.dataset.text : "";
    if (!over) return;
    field.value = "";
    event.stopImmediatePropagation();
  },
  true,
);

let touched = false;
let leaving = false;

/** The form may be drawn anew by the server at any time, so it is looked up each time. */
const watched = () => document.querySelector("form[data-watch]");
const unsaved = () => touched || watched()?.dataset.unsaved === "true";

function say() {
  const note = document.querySelector("[data-unsaved-note]");
  const text = note && unsaved() ? note.dataset.text : "";
  if (note && note.textContent !== text) note.textContent = text;
}

for (const kind of ["input", "change"]) {
  document.addEventListener(kind, (event) => {
    if (event.target.closest("form[data-watch]") && !event.target.closest("[data-apart]")) touched = true;
    say();
  });
}
// what a button asks of the server without leaving is no leaving
document.addEventListener("submit", (event) => {
  if (event.target.matches("form[data-watch]")) leaving = true;
});
addEventListener("pageshow", () => (leaving = false));
addEventListener("beforeunload", (event) => {
  if (unsaved() && !leaving) event.preventDefault();
});
if (watched()) {
  new MutationObserver(say).observe(document.querySelector("main"), { childList: true, subtree: true });
  say();
  // a page in which somebody writes for long does not end under the hands
  setInterval(() => unsaved() && fetch(location.href, { headers: { Accept: "text/html" } }).catch(() => {}), 600_000);
}
