// What the rail tells of the live part: how much is unread, and the agent's presence at the portrait. Decoration: the list says both.
const most = 99;

addEventListener("parley:unread", ({ detail: { count } }) => {
  const dot = document.querySelector("[data-unread]");
  dot.hidden = !count;
  dot.textContent = count > most ? `${most}+` : `${count}`;
});

addEventListener("parley:presence", ({ detail: { status } }) => {
  document.querySelector(".rail .account summary").dataset.presence = status;
});
