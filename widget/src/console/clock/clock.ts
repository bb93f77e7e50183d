/** The clocks of promises, and the priority they go by: fetched when the first is to be shown; no Preact, and nothing of the console but helpers. */
import type { Measure, Overdue } from '../../shared/promises';
import { language } from '../language';
import { PriorityChoice } from './priority';
import { span } from './span';
import { textsFor } from './texts';

// Shapes as well as colours: amber is a pill, red one with a sign and a minus.
const STYLE = `
pw-priority select { inline-size: 100%; block-size: var(--p-control); padding-inline: .5rem; border: 1px solid var(--p-border-strong); border-radius: var(--p-radius-s); background: var(--p-surface); }
pw-clock { font-variant-numeric: tabular-nums; }
pw-clock.soon, pw-clock.late { padding-inline: .375rem; border-radius: 99px; font-weight: 600; background: var(--p-warn-soft); color: var(--p-warn-text); }
pw-clock.late { background: var(--p-danger-soft); color: var(--p-danger-text); }`;

const texts = textsFor(language());
const shown = new Set<PromiseClock>();
let timer: ReturnType<typeof setInterval> | undefined;

/**
 * What is left until something was promised. Attributes: `measure`, `dueat`, `warnat` (from then on it is amber). Its text was the time
 * at which it is due, as its frame has it; from here on it is what is left.
 */
class PromiseClock extends HTMLElement {
  connectedCallback(): void {
    this.setAttribute('role', 'img');
    shown.add(this);
    timer ??= setInterval(tick, 1000);
    this.draw(Date.now());
  }

  disconnectedCallback(): void {
    shown.delete(this);
    if (shown.size) return;
    clearInterval(timer);
    timer = undefined;
  }

  /** One timer for all; a text that is the same is not written. */
  draw(now: number): void {
    const measure = (this.getAttribute('measure') ?? 'resolution') as Measure;
    const left = Date.parse(this.getAttribute('dueat') ?? '') - now;
    const late = left <= 0;
    const time = span(Math.abs(left), language());
    const text = late ? `⚠ −${time}` : time;
    // the text's own node, which the console's drawing goes on with
    const node = this.firstChild;
    const tone = late ? 'late' : now >= Date.parse(this.getAttribute('warnat') ?? '') ? 'soon' : '';
    // of hours the text stays the same for long, and little may be left meanwhile
    if (!node || (node.textContent === text && this.className === tone)) return;
    node.textContent = text;
    const said = texts[late ? (`${measure}.late` as const) : measure].replace('{time}', time);
    this.setAttribute('aria-label', said);
    this.title = said;
    this.className = tone;
  }
}

function tick(): void {
  const now = Date.now();
  for (const clock of shown) clock.draw(now);
}

/** What this file gives to the console. */
export interface Clocks {
  missed(frame: Overdue): [title: string, body: string];
}

/** Says it once to whoever does not see it. @returns what a notification says */
export function missed({ visitor, department, measure }: Overdue): [title: string, body: string] {
  const name = visitor?.name ?? department?.name ?? '';
  const said = texts[`${measure}.missed`];
  voice.textContent = `${name}: ${said}`;
  return [name, said];
}

const voice = Object.assign(document.createElement('p'), { className: 'pw-sr' });
voice.setAttribute('role', 'status');
document.querySelector('parley-workspace')?.append(voice);

const sheet = new CSSStyleSheet();
sheet.replaceSync(STYLE);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
customElements.define('pw-clock', PromiseClock);
customElements.define('pw-priority', PriorityChoice);
