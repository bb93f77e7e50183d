/**
 * The one script a customer's page loads. It shows a button and nothing else: no cookie, no storage, no frame, no
 * request, until the visitor means it. The chat itself lives in a frame of Parley's origin, out of the page's reach.
 */
import { blink } from '../shared/blink';
import type { FromPanel, Handshake, PageView, ToPanel } from '../shared/port';
import type { LauncherTexts, LoaderConfig } from './config';
import { STYLE } from './style';

declare const __PARLEY_CONFIG__: LoaderConfig | null;

type Listener = (detail: unknown) => void;
type Command = (...args: unknown[]) => void;
interface Parley {
  (name: string, ...args: unknown[]): void;
  q?: Iterable<[string, ...unknown[]]>;
}

const ICONS = [
  'M7.6 15.2H4.2A1.2 1.2 0 0 1 3 14V9a6.3 6.3 0 0 1 12.2-2.2M21 20v-4.7a5.8 5.8 0 1 0-5.8 5.8h4.7A1.1 1.1 0 0 0 21 20z',
  'm6 9.5 6 6 6-6',
];

function start(config: LoaderConfig): void {
  const page = window as unknown as { Parley?: Parley };
  // Pasted twice, or two scripts of one page: the first one serves.
  if (document.querySelector('parley-chat')) return;

  const ending = new AbortController();
  const { signal } = ending;
  const { origin, site, css = '', hide, texts } = config;
  const host = document.createElement('parley-chat');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE + css);
  root.adoptedStyleSheets = [sheet];

  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-haspopup', 'dialog');
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(icon);
  const badge = document.createElement('b');
  button.append(svg, badge);
  root.append(button);

  let frame: HTMLIFrameElement | undefined;
  let port: MessagePort | undefined;
  let opened = false;
  let unread = 0;
  const waiting: ToPanel[] = [];
  const listeners: Record<string, Listener[]> = {};
  const languages = Object.keys(texts);
  /** The page's language or the browser's, when the site speaks it. */
  const speak = (wanted: readonly string[]): string =>
    wanted.map((tag) => languages.find((known) => known.split('-')[0] === tag.split('-')[0])).find(Boolean) ?? (languages[0] as string);
  let language = speak([document.documentElement.lang, ...navigator.languages]);

  const render = (): void => {
    const words = texts[language] as LauncherTexts;
    const label = opened ? words.close : words.open;
    button.setAttribute('aria-label', unread && !opened ? `${label}, ${words.unread.replace('{count}', `${unread}`)}` : label);
    button.setAttribute('aria-expanded', `${opened}`);
    button.className = opened ? 'open' : '';
    icon.setAttribute('d', (!opened && config.icon) || (ICONS[+opened] as string));
    button.hidden = !!hide && RegExp(hide).test(location.pathname);
    badge.textContent = `${unread > 9 ? '9+' : unread}`;
    badge.hidden = !unread || opened;
    if (frame) {
      frame.hidden = !opened;
      frame.title = words.open;
    }
    blink(unread);
  };

  const emit = (event: string, detail?: unknown): void => {
    (listeners[event] ?? []).forEach((listener) => listener(detail));
    document.dispatchEvent(new CustomEvent(`parley:${event}`, { detail }));
  };

  const tell = (message: ToPanel): void => port?.postMessage(message);

  const view = (): PageView => ({ url: location.href, title: document.title, referrer: document.referrer });

  const hear = ({ on, detail }: FromPanel): void => {
    if (on === 'close') return toggle(false, true);
    if (on === 'away') run('hide');
    if (on === 'unread') {
      unread = +(detail as number);
      render();
    }
    emit(on, detail);
  };

  /** Points the frame at the panel's document, in the language of now. */
  const aim = (): void => {
    port = undefined;
    if (frame) frame.src = `${origin}/chat/${site}?frame&lang=${language}`;
  };

  /** Creates the frame, once. Pointing at the button is intent enough to begin loading. */
  const load = (): void => {
    if (frame) return;
    const fresh = (frame = document.createElement('iframe'));
    fresh.allow = `microphone ${origin}; autoplay ${origin}; clipboard-write ${origin}`;
    fresh.hidden = true;
    fresh.onload = () => {
      const channel = new MessageChannel();
      port = channel.port1;
      port.onmessage = (event) => hear(event.data as FromPanel);
      const handshake: Handshake = { parley: 1, site, page: view(), intent: opened || intended() };
      fresh.contentWindow?.postMessage(handshake, origin, [channel.port2]);
      waiting.splice(0).forEach(tell);
      if (opened) tell({ do: 'shown' });
    };
    aim();
    root.prepend(fresh);
    render();
  };

  /** `back`: the keyboard was inside, so the focus returns to the button. */
  const toggle = (open: boolean, back?: boolean): void => {
    if (open === opened) return;
    opened = open;
    if (open) {
      load();
      remember();
    }
    render();
    tell({ do: open ? 'shown' : 'hidden' });
    if (open) frame?.focus();
    else if (back) button.focus();
    emit(open ? 'open' : 'close');
  };

  const commands: Record<string, Command> = {
    open: () => toggle(true),
    close: () => toggle(false, true),
    toggle: () => toggle(!opened, opened),
    hide: () => {
      toggle(false);
      host.hidden = true;
    },
    show: () => {
      host.hidden = false;
    },
    page: () => {
      render();
      tell({ do: 'page', page: view() });
    },
    locale: (tag) => {
      language = speak([`${tag}`]);
      render();
      aim();
    },
    destroy: () => {
      host.remove();
      blink(0);
      ending.abort();
      delete page.Parley;
    },
    on: (event, listener) => {
      (listeners[event as string] ??= []).push(listener as Listener);
    },
    off: (event, listener) => {
      listeners[event as string] = (listeners[event as string] ?? []).filter((known) => listener && known !== listener);
    },
  };
  for (const name of ['identify', 'update', 'prefill', 'logout']) {
    commands[name] = (...args) => {
      // The others wait until the visitor means it: what the page says is no intent.
      if (name === 'logout') load();
      const call: ToPanel = { do: 'call', name, args };
      if (port) tell(call);
      else waiting.push(call);
    };
  }
  const run: Parley = (command, ...args) => commands[command]?.(...args);

  button.onclick = () => toggle(!opened);
  button.onpointerenter = button.onfocus = load;
  document.addEventListener(
    'click',
    (event) => {
      if (!(event.target as Element | null)?.closest?.('[data-parley=chat]')) return;
      event.preventDefault();
      toggle(true);
    },
    { signal },
  );
  document.addEventListener('visibilitychange', render, { signal });
  // Many pages get their title only after their address; browsers without this say so with Parley('page').
  (window as { navigation?: EventTarget }).navigation?.addEventListener('navigatesuccess', () => setTimeout(commands['page'] as Command, 500), { signal });

  const queued = page.Parley?.q ?? [];
  page.Parley = run;
  render();
  (document.body ?? document.documentElement).append(host);
  emit('ready');
  for (const call of queued) run(...call);
  if (intended()) (window.requestIdleCallback ?? setTimeout)(load);
}

/** Intent once shown lasts: a flag on the customer's own origin, no id, no token. Storage may be forbidden. */
function remember(): void {
  try {
    localStorage.setItem('parley', '1');
  } catch {
    // Then the next page waits for intent again.
  }
}

function intended(): boolean {
  try {
    return !!localStorage.getItem('parley');
  } catch {
    return false;
  }
}

((config: LoaderConfig | null) => config && start(config))(__PARLEY_CONFIG__);
