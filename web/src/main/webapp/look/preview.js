// Runs before the loader, in the page that stands in for a customer's: opens the widget where the editor wants it open, leaves no flag
// behind, and tells the editor when everything stands.
const opened = document.documentElement.dataset.open === "true";
const flagged = localStorage.getItem("parley");
let awaited = opened ? 2 : 1;

if (opened) window.Parley = { q: [["open"]] };
document.addEventListener("parley:open", () => flagged ?? localStorage.removeItem("parley"));
// the loader is ready first, then the panel in its frame
document.addEventListener("parley:ready", () => {
  awaited -= 1;
  if (awaited === 0) parent.postMessage({ preview: "ready" }, location.origin);
});
