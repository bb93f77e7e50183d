// Light, dark or as the system: one button each page. The choice is a cookie, so that the server writes it into the next page and
// nothing flashes.
const next = { auto: "dark", dark: "light", light: "auto" };
const said = { auto: "Colours: as the system", dark: "Colours: dark", light: "Colours: light" };
const glyph = { auto: "i-monitor", dark: "i-moon", light: "i-sun" };
const root = document.documentElement;

function show(button) {
  const choice = root.dataset.theme in next ? root.dataset.theme : "auto";
  button.setAttribute("aria-label", said[choice]);
  button.title = said[choice];
  button.querySelector(".i").className = `i ${glyph[choice]}`;
}

for (const button of document.querySelectorAll("[data-theme-button]")) {
  show(button);
  button.hidden = false;
  button.addEventListener("click", () => {
    const choice = next[root.dataset.theme] ?? "dark";
    root.dataset.theme = choice;
    document.cookie = `parley-theme=${choice}; path=/; max-age=31536000; samesite=lax`;
    document.querySelectorAll("[data-theme-button]").forEach(show);
  });
}
