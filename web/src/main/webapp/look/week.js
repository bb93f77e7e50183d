// The grid of a week's hours: a lane for each day with its spans as bars, and under it the same times to type. What is typed stands in a
// hidden field, a line for each day ("1 09:00-12:00 22:00-02:00"), which the server reads. Bars can be dragged; nothing needs that.
const DAY = 1440;
const STEP = 15;

/** "9", "930", "9.30" as 09:00, 09:30, 09:30; what is no time stays as it was typed, without blanks. */
export function time(typed) {
  const text = typed.replace(/\s+/g, "");
  const m = /^(\d{1,2})(?:[:.h]?(\d{2}))?$/.exec(text) ?? /^(\d{1,2})[:.h]$/.exec(text);
  return m ? `${m[1].padStart(2, "0")}:${m[2] ?? "00"}` : text.replaceAll("-", "");
}

/** Minutes of the day, or NaN. */
export function minutes(text) {
  const m = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return m ? m[1] * 60 + Number(m[2]) : text === "24:00" ? DAY : NaN;
}

const clock = (m) => (m === DAY ? "24:00" : `${String(Math.floor(m / 60) % 24).padStart(2, "0")}:${String(m % 60).padStart(2, "0")}`);

/** Begin and end in minutes from the day's midnight; an end that is not later than the begin is on the next day. Null for no span. */
export function ends({ from, to }) {
  const [a, b] = [minutes(from), minutes(to)];
  if (Number.isNaN(a) || Number.isNaN(b) || a === DAY || a === b) return null;
  return [a, b < a ? b + DAY : b];
}

export function parse(text) {
  const days = Array.from({ length: 7 }, () => []);
  for (const line of text.split("\n")) {
    const [day, ...spans] = line.trim().split(/\s+/);
    if (!/^[1-7]$/.test(day)) continue;
    days[day - 1] = spans.map((s) => ({ from: s.slice(0, s.indexOf("-")), to: s.slice(s.indexOf("-") + 1) }));
  }
  return days;
}

export const write = (days) =>
  days
    .map((spans, i) => (spans.length ? `${i + 1} ${spans.map((s) => `${s.from}-${s.to}`).join(" ")}` : ""))
    .filter(Boolean)
    .join("\n");

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else if (value !== false && value != null) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children);
  return made;
}

const icon = (name) => element("span", { class: `i i-${name}`, "aria-hidden": "true" });

class Week extends HTMLElement {
  connectedCallback() {
    this.words = JSON.parse(this.dataset.words);
    this.field = document.getElementById(this.dataset.field);
    this.days = parse(this.field.value);
    this.own = this.dataset.own ? document.getElementById(this.dataset.own) : null;
    this.own?.addEventListener("change", () => this.draw());
    this.status = element("p", { class: "sr", role: "status" });
    this.draw();
  }

  get fixed() {
    return this.own != null && !this.own.checked;
  }

  /** The days as they hold: the own ones, or those of the level above. */
  get shown() {
    return this.fixed ? parse(this.dataset.above) : this.days;
  }

  say(key, value) {
    return this.words[key].replace("#", value);
  }

  draw() {
    const hours = element("div", { class: "hours", "aria-hidden": "true" });
    for (let h = 0; h < 24; h += 2) hours.append(element("span", {}, String(h)));
    const head = element("div", { class: "wrow whead" }, element("span"), hours, element("span"));
    this.rows = this.words.days.map((name, day) => this.row(name, day));
    this.sum = element("p", { class: "hint total" });
    this.replaceChildren(element("div", { class: "week" }, head, ...this.rows.map((r) => r.node)), this.sum, this.status);
    this.classList.toggle("fixed", this.fixed);
    this.refresh();
  }

  row(name, day) {
    const lane = element("div", { class: "lane", "aria-hidden": "true" });
    const sum = element("span", { class: "sum" });
    const times = element("div", { class: "times" });
    const node = element("div", { class: "wrow", role: "group", "aria-label": name }, element("span", { class: "day" }, name), lane, sum, times);
    if (!this.fixed) lane.addEventListener("pointerdown", (event) => this.drag(event, day, lane));
    const row = { node, lane, sum, times };
    this.fill(row, day);
    return row;
  }

  /** The times of a day, anew. */
  fill(row, day) {
    const spans = this.shown[day];
    const name = this.words.days[day];
    if (this.fixed) {
      row.times.replaceChildren(element("span", { class: "sr" }, spans.length ? spans.map((s) => `${s.from}–${s.to}`).join(", ") : this.words.closed));
      return;
    }
    row.times.replaceChildren(
      ...spans.map((span, i) => this.inputs(span, name, day, i)),
      element("button", { type: "button", class: "quiet", "aria-label": `${name}: ${this.words.add}`, onclick: () => this.add(day) }, icon("plus"), this.words.add),
      ...(spans.length ? [] : [element("button", { type: "button", class: "quiet", "aria-label": `${name}: ${this.words.wholeDay}`, onclick: () => this.add(day, "00:00", "24:00") }, this.words.wholeDay)]),
      this.copier(name, day),
    );
  }

  inputs(span, name, day, i) {
    const one = (which, label) =>
      element("input", {
        class: "ui-inputfield ui-inputtext time",
        value: span[which],
        maxlength: 5,
        inputmode: "numeric",
        autocomplete: "off",
        dir: "ltr",
        "aria-label": `${name}, ${label}`,
        oninput: (e) => this.set(day, span, which, e.target.value.replace(/\s+|-/g, "")),
        onchange: (e) => {
          e.target.value = time(e.target.value);
          this.set(day, span, which, e.target.value);
        },
      });
    const next = element("span", { class: "next" });
    const box = element(
      "span",
      { class: "span" },
      one("from", this.words.opens),
      "–",
      one("to", this.words.closes),
      element("button", { type: "button", class: "quiet x", title: this.words.remove, "aria-label": `${this.words.remove}: ${name} ${span.from}–${span.to}`, onclick: () => this.takeOut(day, i) }, icon("x")),
      next,
    );
    span.box = box;
    return box;
  }

  copier(name, day) {
    const boxes = this.words.days.map((other, d) => (d === day ? null : element("input", { type: "checkbox", value: d }))).filter(Boolean);
    const pick = (wanted) => boxes.forEach((box) => (box.checked = wanted(Number(box.value))));
    const details = element(
      "details",
      { class: "copy", "data-apart": true },
      element("summary", { class: "quiet", "aria-label": `${name}: ${this.words.copy}` }, icon("file"), this.words.copy),
      element(
        "div",
        { class: "menu-box" },
        element(
          "div",
          { class: "row" },
          element("button", { type: "button", class: "quiet", onclick: () => pick((d) => d < 5) }, this.words.workdays),
          element("button", { type: "button", class: "quiet", onclick: () => pick(() => true) }, this.words.everyDay),
        ),
        ...boxes.map((box) => element("label", { class: "check" }, box, this.words.days[box.value])),
        element("button", { type: "button", class: "act", onclick: () => this.copy(day, boxes.filter((b) => b.checked).map((b) => Number(b.value)), details) }, this.words.copyGo),
      ),
    );
    details.addEventListener("keydown", (e) => {
      if (e.key !== "Escape" || !details.open) return;
      details.open = false;
      details.querySelector("summary").focus();
    });
    details.addEventListener("toggle", () => {
      if (details.open) for (const other of this.querySelectorAll("details[open]")) if (other !== details) other.open = false;
    });
    return details;
  }

  set(day, span, which, value) {
    span[which] = value;
    this.changed();
  }

  /** After the last span of the day, an hour's pause later. */
  add(day, from, to) {
    const last = this.days[day].map(ends).filter(Boolean).reduce((a, [, b]) => Math.max(a, b), 0);
    const begin = last === 0 ? 540 : Math.min(last + 60, DAY - 60);
    this.days[day].push({ from: from ?? clock(begin), to: to ?? clock(last === 0 ? 1020 : Math.min(begin + 240, DAY)) });
    this.fill(this.rows[day], day);
    this.changed();
    this.days[day].at(-1).box.querySelector("input").focus();
  }

  takeOut(day, i) {
    this.days[day].splice(i, 1);
    this.fill(this.rows[day], day);
    this.changed();
    (this.rows[day].times.querySelectorAll(".x")[i] ?? this.rows[day].times.querySelector(".quiet")).focus();
  }

  copy(day, others, details) {
    for (const other of others) {
      this.days[other] = this.days[day].map(({ from, to }) => ({ from, to }));
      this.fill(this.rows[other], other);
    }
    details.open = false;
    details.querySelector("summary").focus();
    if (!others.length) return;
    this.status.textContent = this.say("copied", others.map((d) => this.words.days[d]).join(", "));
    this.changed();
  }

  /** Keeps what is there, tells the form, and draws what follows from it. */
  changed() {
    this.field.value = write(this.days);
    this.field.dispatchEvent(new Event("input", { bubbles: true }));
    this.refresh();
  }

  refresh() {
    const [today, now] = (this.dataset.now || "0 0").split(" ").map(Number);
    let total = 0;
    this.rows.forEach((row, day) => {
      const spans = this.shown[day];
      const before = this.shown[(day + 6) % 7].map(ends).filter((e) => e && e[1] > DAY);
      const bars = before.map(([, b]) => this.bar(0, b - DAY, `–${clock(b - DAY)}`, "thin"));
      let long = 0;
      for (const span of spans) {
        const e = ends(span);
        if (!this.fixed) this.mark(span, e);
        if (!e) continue;
        long += e[1] - e[0];
        bars.push(this.bar(e[0], Math.min(e[1], DAY), e[1] > DAY ? `${span.from}–` : `${span.from}–${span.to}`, ""));
      }
      if (!bars.length) bars.push(element("span", { class: "closed" }, this.words.closed));
      if (day + 1 === today) {
        const line = element("span", { class: "now" });
        line.style.insetInlineStart = `${(now / DAY) * 100}%`;
        bars.push(line);
      }
      row.lane.replaceChildren(...bars);
      row.sum.textContent = long ? this.say("sum", hours(long)) : "–";
      total += long;
    });
    this.sum.textContent = this.say("total", hours(total));
  }

  /** What is no span says so beside it; what ends tomorrow says that. */
  mark(span, e) {
    const [from, to] = span.box.querySelectorAll("input");
    const wrong = [Number.isNaN(minutes(span.from)) || span.from === "24:00", Number.isNaN(minutes(span.to))];
    const same = !wrong[0] && !wrong[1] && e == null;
    for (const [input, bad] of [[from, wrong[0] || same], [to, wrong[1] || same]]) {
      input.classList.toggle("ui-state-error", bad);
      input.setAttribute("aria-invalid", String(bad));
    }
    const next = span.box.querySelector(".next");
    const text = wrong[0] || wrong[1] ? this.words.notATime : same ? this.words.same : e[1] > DAY ? this.words.nextDay : "";
    if (next.textContent !== text) next.textContent = text;
    next.classList.toggle("bad-text", e == null);
    span.box.querySelector(".x").setAttribute("aria-label", `${this.words.remove}: ${span.from}–${span.to}`);
  }

  bar(from, to, text, kind) {
    const bar = element("span", { class: `open ${kind} ${to - from >= 360 ? "long" : ""}` }, to - from >= 120 ? element("span", { dir: "ltr" }, text) : "");
    bar.style.insetInlineStart = `${(from / DAY) * 100}%`;
    bar.style.inlineSize = `${((to - from) / DAY) * 100}%`;
    return bar;
  }

  /** Moves a bar or one of its edges; on a free place makes a new one. */
  drag(event, day, lane) {
    if (event.button !== 0) return;
    const box = lane.getBoundingClientRect();
    const rtl = getComputedStyle(lane).direction === "rtl";
    const at = (e) => Math.max(0, Math.min(DAY, ((rtl ? box.right - e.clientX : e.clientX - box.left) / box.width) * DAY));
    const snap = (m) => Math.round(m / STEP) * STEP;
    const edge = (10 / box.width) * DAY;
    const start = at(event);
    let span = this.days[day].find((s) => ends(s) && start >= ends(s)[0] - edge / 2 && start <= Math.min(ends(s)[1], DAY) + edge / 2);
    const [from, to] = span ? ends(span) : [snap(start), snap(start)];
    const how = !span ? "to" : start - from < edge ? "from" : Math.min(to, DAY) - start < edge ? "to" : "all";
    if (span && to > DAY && how !== "from") return;
    let moved = false;
    const move = (e) => {
      const by = snap(at(e) - start);
      if (!moved && Math.abs(at(e) - start) < STEP / 2) return;
      moved = true;
      let [a, b] = [from, to];
      if (how === "all") [a, b] = [from, to].map((m) => m + Math.max(-from, Math.min(by, DAY - to)));
      else if (how === "from") a = Math.max(0, Math.min(from + by, to - STEP, DAY - STEP));
      else b = Math.max(from + STEP, Math.min(to + by, DAY));
      if (!span) {
        if (b - a < STEP * 2) return;
        span = { from: clock(a), to: clock(b) };
        this.days[day].push(span);
        this.fill(this.rows[day], day);
      }
      span.from = clock(a);
      span.to = clock(b);
      [span.box.querySelectorAll("input")[0].value, span.box.querySelectorAll("input")[1].value] = [span.from, span.to];
      this.changed();
    };
    const end = () => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", end);
      removeEventListener("pointercancel", end);
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", end);
    addEventListener("pointercancel", end);
    event.preventDefault();
  }
}

/** Hours with at most two digits behind the point. */
const hours = (m) => String(Math.round((m / 60) * 100) / 100);

customElements.define("parley-week", Week);
