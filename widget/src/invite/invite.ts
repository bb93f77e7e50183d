/**
 * Speaks first to a visitor who may want help, by the site's rules: once a visit, never with the same words twice, and never to somebody who
 * talks with the desk. Fetched by the loader where a rule may come true; the loader calls it again on each further page of an application
 * that changes its address alone.
 */
import { Card } from './card';
import type { Here, InviteConfig, Rule } from './config';
import { arrived, asked, intended, keep, recall } from './memory';
import { free, possible } from './rules';

declare const __PARLEY_CONFIG__: InviteConfig;

/** What the loader hands over. */
export interface Launcher {
  /** Its closed root. */
  readonly root: ShadowRoot;
  /** Its command, as the page has it. */
  readonly parley: (name: string, ...args: unknown[]) => void;
  /** The news of button and panel so far: the last detail of each. */
  readonly told: Readonly<Record<string, unknown>>;
}

const config = __PARLEY_CONFIG__;
let here: string | undefined;
let withdraw: (() => void) | undefined;
let asking: Promise<Here> | undefined;

/** A page stands long enough to be counted. @param path of the page that does; there may be another one by now, or the same in another state */
export default function page(root: Launcher['root'], parley: Launcher['parley'], told: Launcher['told'], path: string): void {
  if (path !== location.pathname || path === here) return;
  const again = here === undefined && reloaded();
  here = path;
  withdraw?.();
  const memory = recall();
  const now = memory && arrived(memory, Math.floor(Date.now() / 60_000), again);
  if (!now || !keep(now)) return;
  for (const rule of possible(config.rules, now, path)) setTimeout(() => void consider(rule, path, { root, parley, told }), rule.after);
}

/** The rule has come true. */
async function consider(rule: Rule, path: string, launcher: Launcher): Promise<void> {
  const { told } = launcher;
  if (document.hidden) await next('visibilitychange');
  // whoever has opened the chat before may have a conversation; its frame is loading and will say
  if (intended() && told['talking'] === undefined) await next('parley:talking');
  if (!suits(rule, path, launcher)) return;
  const said = await ask();
  const memory = recall();
  if (!free(said, path) || !suits(rule, path, launcher) || !memory || !keep(asked(memory, rule.id))) return;
  show(rule.text, said, path, launcher);
}

/** Asks whether somebody is free now; the answer is for all rules that have come true meanwhile, and not remembered. */
function ask(): Promise<Here> {
  return (asking ??= import(`${config.here}?${Date.now()}`)
    .then((said: { default: Here }) => said.default)
    .catch(() => ({ free: [] }))
    .finally(() => (asking = undefined)));
}

/** Whether nothing speaks against it now, here or in another tab. */
function suits(rule: Rule, path: string, { root, told }: Launcher): boolean {
  const memory = recall();
  const drawn = root.querySelector('button')?.getClientRects().length;
  const quiet = !document.hidden && !withdraw && !('open' in told) && !told['talking'];
  return !!drawn && quiet && location.pathname === path && !!memory && possible([rule], memory, path).length > 0;
}

function show(text: string, said: Here, path: string, { root, parley, told }: Launcher): void {
  const ending = new AbortController();
  const { signal } = ending;
  /** Whether a chat may have begun where this page does not hear of it: in another tab, or on another page before this one came back. */
  const elsewhere = (): boolean => intended() && told['talking'] === undefined;
  const yes = (): void => {
    withdraw?.();
    const begun = elsewhere();
    parley('open');
    if (!begun) parley('prefill', '');
    // so that whoever answers knows to what
    parley('update', { invitation: text });
  };
  const no = (): void => {
    const inside = card.focused;
    withdraw?.();
    const button = root.querySelector('button');
    if (!inside || !button) return;
    // what goes to the button by a no is no sign of interest
    const { onfocus } = button;
    button.onfocus = null;
    button.focus();
    button.onfocus = onfocus;
  };
  const card = new Card(config, said, text, { yes, no });
  withdraw = () => {
    ending.abort();
    card.element.remove();
    withdraw = undefined;
  };
  const listen = (event: string, act: (event: Event) => void, on: EventTarget = document): void => on.addEventListener(event, act, { signal });
  listen('parley:open', () => withdraw?.());
  listen('parley:talking', (event) => (event as CustomEvent).detail && withdraw?.());
  listen('keydown', (event) => (event as KeyboardEvent).key === 'Escape' && !event.defaultPrevented && no());
  listen('storage', () => elsewhere() && withdraw?.(), window);
  listen('pagehide', () => withdraw?.(), window);
  // words about one page do not stand on another
  const { navigation } = window as { navigation?: EventTarget };
  if (navigation) listen('navigatesuccess', () => location.pathname !== path && withdraw?.(), navigation);
  root.prepend(card.element);
}

function reloaded(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.type === 'reload';
}

function next(event: string): Promise<unknown> {
  return new Promise((resolve) => document.addEventListener(event, resolve, { once: true }));
}
