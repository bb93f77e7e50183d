// The studio: tells the server what is typed, and shows the widget anew with each revision of the draft. The new one is loaded behind
// the old one and takes its place when it stands, so that nothing flashes under the hands.
const form = document.getElementById("form");
const stage = document.querySelector("[data-stage]");
const pause = 250;

/** Width and height of the window in which the widget stands. */
const devices = { desktop: [560, 800], phone: [390, 780] };
const chosen = { device: "desktop", scheme: "light", open: "true" };

// a colour is picked or written, whichever comes easier
for (const pick of document.querySelectorAll("[data-hue]")) {
  const field = document.getElementById(pick.dataset.hue);
  pick.addEventListener("input", () => {
    field.value = pick.value;
  });
  field.addEventListener("input", () => {
    if (/^#[0-9a-f]{6}$/i.test(field.value)) pick.value = field.value;
  });
}

// a new site's key follows its name until somebody writes one
const key = document.querySelector("[data-from]");
if (key && !key.value) {
  let own = false;
  key.addEventListener("input", () => (own = true));
  document.getElementById(key.dataset.from).addEventListener("input", ({ target }) => {
    if (!own) key.value = keyOf(target.value);
  });
}

function keyOf(name) {
  const plain = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, "-").slice(0, 40).replace(/^-|-$/g, "");
}

// by the document: the form may be drawn anew
document.addEventListener("change", ({ target }) => {
  if (target.matches("[data-speaking]")) document.querySelector("[data-speak]").click();
});

if (stage) {
  let timer;
  // one that is too large has been taken out again before this
  form.addEventListener("change", ({ target }) => {
    if (target.dataset.draws && target.value) document.getElementById(target.dataset.draws).click();
  });
  form.addEventListener("input", ({ target }) => {
    if (target.type === "file") return;
    const output = target.type === "range" && target.parentElement.querySelector("output");
    if (output) output.value = target.value;
    if (target.matches("[data-speaking]")) return;
    drawSoon();
  });
  const drawSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => saving || document.getElementById("draw").click(), pause);
  };
  // what is being saved is not drawn any more: the older words would come after
  let saving = false;
  form.addEventListener("submit", () => {
    saving = true;
    clearTimeout(timer);
  });
  addEventListener("pageshow", () => (saving = false));
  // what was typed before this was here, or what the browser kept of an earlier visit; a colour's field has a value of its own accord
  if ([...form.elements].some((field) => /^text/.test(field.type) && field.value !== field.defaultValue)) drawSoon();

  for (const button of document.querySelectorAll("[data-set]")) {
    button.addEventListener("click", () => {
      chosen[button.dataset.set] = button.dataset.value;
      for (const other of button.parentElement.children) other.setAttribute("aria-pressed", String(other === button));
      load();
    });
  }

  let shown = "";
  const drawn = () => document.querySelector("[data-revision]").dataset.revision;
  new MutationObserver(() => drawn() !== shown && load()).observe(form, { childList: true, subtree: true });
  addEventListener("resize", () => stage.querySelectorAll("iframe").forEach(fit));
  addEventListener("message", ({ origin, source, data }) => {
    if (origin !== location.origin || data?.preview !== "ready") return;
    const frame = [...stage.children].find((each) => each.contentWindow === source);
    if (frame) show(frame);
  });
  load();

  function load() {
    const { revision, language } = document.querySelector("[data-revision]").dataset;
    shown = revision;
    for (const old of [...stage.children]) if (!old.classList.contains("shown")) old.remove();
    const frame = document.createElement("iframe");
    frame.title = stage.dataset.title;
    // until it is shown
    frame.inert = true;
    const query = new URLSearchParams({ lang: language, revision, ...(chosen.open === "true" && { open: "" }) });
    frame.src = `${stage.dataset.stage}/${chosen.scheme}/page/${stage.dataset.key}?${query}`;
    frame.dataset.device = chosen.device;
    stage.append(frame);
    fit(frame);
  }

  function show(frame) {
    for (const old of [...stage.children]) if (old !== frame) old.remove();
    stage.dataset.device = frame.dataset.device;
    stage.dataset.shown = frame.src.split("revision=")[1].split("&")[0];
    frame.classList.add("shown");
    frame.inert = false;
  }

  /** As large as fits, in the middle. */
  function fit(frame) {
    const [width, height] = devices[frame.dataset.device];
    const room = frame.dataset.device === "phone" ? 28 : 0;
    const scale = Math.min((stage.clientWidth - room) / width, (stage.clientHeight - room) / height, 1);
    const tall = frame.dataset.device === "desktop" ? stage.clientHeight / scale : height;
    frame.style.inlineSize = `${frame.dataset.device === "desktop" ? stage.clientWidth / scale : width}px`;
    frame.style.blockSize = `${tall}px`;
    frame.style.transform = `scale(${scale})`;
    frame.style.left = frame.dataset.device === "desktop" ? "0" : `${(stage.clientWidth - width * scale) / 2}px`;
    frame.style.top = frame.dataset.device === "desktop" ? "0" : `${(stage.clientHeight - height * scale) / 2}px`;
  }
}
