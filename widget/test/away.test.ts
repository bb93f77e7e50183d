// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';

const TEXTS = { en: { open: 'Open chat', close: 'Close chat', unread: '{count} unread' } };

afterEach(() => vi.unstubAllGlobals());

/** Until it is so: what goes over a port comes a moment later. */
const until = (so: () => boolean): Promise<void> => vi.waitFor(() => expect(so()).toBe(true));

it('the button hides when the panel says that the site is away, and the page hears it', async () => {
  const attach = Element.prototype.attachShadow;
  let root: ShadowRoot | undefined;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    return (root = attach.call(this, init));
  });
  vi.stubGlobal('CSSStyleSheet', class { replaceSync(): void {} });
  vi.stubGlobal('__PARLEY_CONFIG__', { origin: 'https://desk.example', site: 'shop', texts: TEXTS });
  await import('../src/loader/loader');
  const host = document.querySelector<HTMLElement>('parley-chat');
  const heard: unknown[] = [];
  document.addEventListener('parley:away', (event) => heard.push(event.type));

  (window as unknown as { Parley: (command: string) => void }).Parley('open');
  const frame = root?.querySelector('iframe') as HTMLIFrameElement;
  let port: MessagePort | undefined;
  Object.defineProperty(frame, 'contentWindow', {
    value: { postMessage: (_: unknown, __: string, ports: MessagePort[]) => (port = ports[0]) },
  });
  frame.onload?.(new Event('load'));
  expect(host?.hidden).toBe(false);
  expect(frame.hidden).toBe(false);

  port?.postMessage({ on: 'away' });

  await until(() => host?.hidden === true);
  expect(frame.hidden).toBe(true);
  expect(heard).toEqual(['parley:away']);
});
