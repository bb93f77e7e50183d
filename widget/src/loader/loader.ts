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
  const { origin, site, css, hide, invite, texts } = config;
  const host = document.createElement('parley-chat');
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE + css);
  root.adoptedStyleSheets = [sheet];

  const button = document.createElement('button');
  button.setAttribute('aria-haspopup', 'dialog');
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const icon = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.append(icon);
  const badge = document.createElement('b');
  button.append(svg, badge);
  root.append(button);

  let frame: HTMLIFrameElement | undefined;
  let port: MessagePort | undefined;
  let opened = false;
  let unread = 0;
  const waiting: ToPanel[] = [];
  const listeners: Record<string, Listener[] | undefined> = {};
  /** The last detail of each event. */
  const told: Record<string, unknown> = {};
  const languages = Object.keys(texts);
  /** The page's language or the browser's, when the site speaks it. */
  const speak = (wanted: readonly string[]): string =>
    wanted.map((tag) => languages.find((known) => known.split('-')[0] === tag.split('-')[0])).find(Boolean) ?? (languages[0] as string);
  let language = speak([document.documentElement.lang, ...navigator.languages]);

  const fits = (paths: string): boolean => RegExp(paths).test(location.pathname);

  const render = (): void => {
    const words = texts[language] as LauncherTexts;
    button.setAttribute('aria-label', opened ? words.close : unread ? `${words.open}, ${words.unread.replace('{count}', `${unread}`)}` : words.open);
    button.setAttribute('aria-expanded', opened as unknown as string);
    button.className = opened ? 'open' : '';
    icon.setAttribute('d', opened ? ICONS[1] as string : config.icon ?? ICONS[0] as string);
    button.hidden = (hide && fits(hide)) as boolean;
    badge.textContent = unread > 9 ? '9+' : (unread as unknown as string);
    badge.hidden = !unread || opened;
    if (frame) {
      frame.hidden = !opened;
      frame.title = words.open;
    }
    blink(unread);
  };

  const emit = (event: string, detail?: unknown): void => {
    told[event] = detail;
    listeners[event]?.forEach((listener) => listener(detail));
    document.dispatchEvent(new CustomEvent(`parley:${event}`, { detail }));
  };

  const tell = (message: ToPanel): void => port?.postMessage(message);

  const view = (): PageView => ({ url: location.href, title: document.title, referrer: document.referrer });

  const hear = ({ on, detail }: FromPanel): void => {
    if (on === 'close') return run(on);
    if (on === 'away') run('hide');
    if (on === 'unread') {
      unread = detail as number;
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
    fresh.allow = `microphone ${origin};autoplay ${origin};clipboard-write ${origin}`;
    fresh.onload = () => {
      const channel = new MessageChannel();
      port = channel.port1;
      port.onmessage = (event) => hear(event.data as FromPanel);
      fresh.contentWindow?.postMessage({ parley: 1, site, page: view(), intent: opened || intended() } satisfies Handshake, origin, [channel.port2]);
      waiting.splice(0).forEach(tell);
      if (opened) tell({ do: 'shown' });
    };
    aim();
    render();
    root.prepend(fresh);
  };

  /** `back`: the keyboard was inside, so the focus returns to the button. */
  const toggle = (open: boolean, back?: boolean): void => {
    if (open === opened) return;
    opened = open;
    if (open) {
      load();
      intended(true);
    }
    render();
    tell({ do: open ? 'shown' : 'hidden' });
    if (open || back) (open ? frame : button)?.focus();
    emit(open ? 'open' : 'close');
  };

  /** Fetches what speaks first, once this page has stood long enough for that. */
  const invites = (path = location.pathname): void => {
    if (invite && fits(invite[1]))
      setTimeout(() => import(`${origin}/w/${site}/invite.js?lang=${language}`).then((late) => late.default(root, run, told, path), () => 0), invite[0]);
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
      invites();
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
      listeners[event as string] = listeners[event as string]?.filter((known) => listener && known !== listener);
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
      if (!(event.target as Element).closest?.('[data-parley=chat]')) return;
      event.preventDefault();
      toggle(true);
    },
    { signal },
  );
  document.addEventListener('visibilitychange', render, { signal });
  // Many pages get their title only after their address; browsers without this say so with Parley('page').
  (page as { navigation?: EventTarget }).navigation?.addEventListener('navigatesuccess', () => setTimeout(commands['page'] as Command, 500), { signal });

  const queued = page.Parley?.q ?? [];
  page.Parley = run;
  render();
  (document.body ?? document.documentElement).append(host);
  emit('ready');
  for (const call of queued) run(...call);
  invites();
  if (intended()) ((page as unknown as Window).requestIdleCallback ?? setTimeout)(load);
}

/**
 * Whether intent was ever shown, or is now: it lasts. A flag on the customer's own origin, no id, no token; behind it stands what `invite`
 * remembers. Storage may be forbidden: then the next page waits for intent again.
 */
function intended(now?: boolean): boolean {
  try {
    if (now) localStorage['parley'] = 1 + (localStorage['parley'] ?? '').slice(1);
    return localStorage['parley'] >= '1';
  } catch {
    return false;
  }
}

start(__PARLEY_CONFIG__ as LoaderConfig);
