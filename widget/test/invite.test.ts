// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Card } from '../src/invite/card';
import type { Choices } from '../src/invite/card';
import type { InviteConfig, Rule } from '../src/invite/config';
import type { Memory } from '../src/invite/memory';
import { arrived, asked, intended, keep, recall } from '../src/invite/memory';
import { free, possible } from '../src/invite/rules';

const NOBODY: Memory = { pages: 0, at: 0, back: false, asked: false, seen: [] };
const RULE: Rule = { id: 'a', text: 'Comparing tents?', after: 0, pages: 1 };

beforeEach(() => localStorage.clear());
afterEach(() => vi.restoreAllMocks());

describe('what is remembered of a visitor', () => {
  it('[WID-17] a visit ends with half an hour without a page, and who comes after it returns', () => {
    const first = arrived(arrived(NOBODY, 1000, false), 1010, false);
    expect(first).toMatchObject({ pages: 2, back: false });
    expect(arrived(first, 1040, false)).toMatchObject({ pages: 3, back: false });
    const later = arrived(asked(first, 'a'), 1041, false);
    expect(later).toEqual({ pages: 1, at: 1041, back: true, asked: false, seen: ['a'] });
    expect(arrived(later, 1042, false).back).toBe(true);
  });

  it('[WID-17] a page loaded anew is the same page', () => {
    expect(arrived(arrived(NOBODY, 1000, false), 1001, true).pages).toBe(1);
    expect(arrived(NOBODY, 1000, true).pages).toBe(1);
  });

  it('[WID-3] [WID-17] it stands behind the flag of intent, which stays what it is', () => {
    expect(keep(asked(NOBODY, 'a'))).toBe(true);
    expect(intended()).toBe(false);
    expect(parseInt(localStorage['parley'])).toBe(0);
    localStorage['parley'] = 1 + localStorage['parley'].slice(1);
    keep(asked(recall() ?? NOBODY, 'b'));
    expect(intended()).toBe(true);
    expect(recall()?.seen).toEqual(['a', 'b']);
    localStorage['parley'] = '1';
    expect(recall()).toEqual(NOBODY);
  });

  it('[WID-17] where nothing can be kept nothing is said: it could come twice', () => {
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    expect(recall()).toBeUndefined();
    expect(keep(NOBODY)).toBe(false);
  });

  it('[WID-17] what is no memory of ours is nobody’s', () => {
    localStorage['parley'] = '0{"pages":';
    expect(recall()).toBeUndefined();
  });
});

describe('which rules can come true', () => {
  const on = (rule: Partial<Rule>, memory: Partial<Memory> = {}, path = '/tents/ridge'): boolean =>
    possible([{ ...RULE, ...rule }], { ...NOBODY, pages: 1, ...memory }, path).length > 0;

  it('[WID-17] by page, pages seen, and whether the visitor was here before', () => {
    expect(on({})).toBe(true);
    expect(on({ path: '^\\/tents\\/.*$' })).toBe(true);
    expect(on({ path: '^\\/tents\\/.*$' }, {}, '/boats')).toBe(false);
    expect(on({ pages: 2 })).toBe(false);
    expect(on({ pages: 2 }, { pages: 2 })).toBe(true);
    expect(on({ back: true })).toBe(false);
    expect(on({ back: true }, { back: true })).toBe(true);
    expect(on({ back: false }, { back: true })).toBe(false);
  });

  it('[WID-17] never the same twice, and one in a visit', () => {
    expect(on({}, { seen: ['a'] })).toBe(false);
    expect(on({}, { seen: ['b'] })).toBe(true);
    expect(on({}, { seen: ['b'], asked: true })).toBe(false);
  });

  it('[WID-17] [ROU-8] only where somebody is free for who begins there', () => {
    const here = { free: [['^\\/boats\\/.*$', false], ['', true]] as const };
    expect(free(here, '/tents')).toBe(true);
    expect(free(here, '/boats/red')).toBe(false);
    expect(free({ free: [] }, '/tents')).toBe(false);
  });
});

describe('the script', () => {
  let shown: { text: string; choices: Choices }[];
  let root: ShadowRoot;
  let told: Record<string, unknown>;
  const parley = vi.fn();
  const config: InviteConfig = {
    // an answer that needs no server
    here: 'data:text/javascript,export default {free:[["",true]]}//',
    language: 'en',
    direction: 'ltr',
    company: 'Acme',
    texts: { start: 'Start a chat', here: 'We are here', no: 'Not now', label: 'Message from {name}' },
    css: '',
    rules: [{ ...RULE, path: '^\\/tents$' }],
  };

  beforeEach(() => {
    vi.resetModules();
    vi.stubGlobal('__PARLEY_CONFIG__', config);
    shown = [];
    told = {};
    parley.mockReset();
    document.body.replaceChildren();
    const host = document.body.appendChild(document.createElement('parley-chat'));
    root = host.attachShadow({ mode: 'open' });
    const button = root.appendChild(document.createElement('button'));
    button.getClientRects = () => [{}] as unknown as DOMRectList;
    vi.doMock('../src/invite/card', () => ({
      Card: class {
        readonly element = document.createElement('div');
        readonly focused = false;
        constructor(_config: InviteConfig, _here: unknown, text: string, choices: Choices) {
          shown.push({ text, choices });
        }
      },
    }));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.doUnmock('../src/invite/card');
  });

  const visit = async (path: string): Promise<void> => {
    history.replaceState(null, '', path);
    const { default: page } = await import('../src/invite/invite');
    page(root, parley, told, path);
    // as long as a rule that comes true at once takes to ask and to show
    await vi.waitFor(() => expect(shown.length).toBeGreaterThan(0), { timeout: 400 }).catch(() => undefined);
  };
  const cards = (): number => root.querySelectorAll('div').length;

  it('[WID-17] speaks on the page of a rule and on no other, once', async () => {
    await visit('/boats');
    expect(shown).toHaveLength(0);
    await visit('/tents');
    expect(shown).toHaveLength(1);
    expect(cards()).toBe(1);
    shown[0]?.choices.no();
    expect(cards()).toBe(0);
    shown = [];
    vi.resetModules();
    await visit('/tents');
    expect(shown).toHaveLength(0);
  });

  it('[WID-17] opens the chat where it begins, and tells to what the visitor answers', async () => {
    await visit('/tents');
    shown[0]?.choices.yes();
    expect(parley.mock.calls).toEqual([['open'], ['prefill', ''], ['update', { invitation: 'Comparing tents?' }]]);
    expect(cards()).toBe(0);
  });

  it('[WID-17] goes when a chat begins in another tab, and does not begin a second one there', async () => {
    await visit('/tents');
    localStorage['parley'] = 1 + localStorage['parley'].slice(1);
    shown[0]?.choices.yes();
    expect(parley.mock.calls).toEqual([['open'], ['update', { invitation: 'Comparing tents?' }]]);

    localStorage.clear();
    shown = [];
    vi.resetModules();
    await visit('/tents');
    window.dispatchEvent(new StorageEvent('storage'));
    expect(cards()).toBe(1);
    localStorage['parley'] = 1 + localStorage['parley'].slice(1);
    window.dispatchEvent(new StorageEvent('storage'));
    expect(cards()).toBe(0);
  });

  it('[WID-17] does not stand on a page that comes back', async () => {
    await visit('/tents');
    expect(cards()).toBe(1);
    window.dispatchEvent(new Event('pagehide'));
    expect(cards()).toBe(0);
  });

  it('[WID-17] [WID-30] Escape dismisses, unless the page has used it', async () => {
    await visit('/tents');
    const used = new KeyboardEvent('keydown', { key: 'Escape', cancelable: true });
    used.preventDefault();
    document.dispatchEvent(used);
    expect(cards()).toBe(1);
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(cards()).toBe(0);
  });

  it('[WID-17] says nothing while there is a conversation, and waits until that is known of whoever opened the chat before', async () => {
    told['talking'] = true;
    await visit('/tents');
    expect(shown).toHaveLength(0);
    localStorage.clear();
    localStorage['parley'] = '1';
    vi.resetModules();
    told = {};
    await visit('/tents');
    expect(shown).toHaveLength(0);
    told['talking'] = false;
    document.dispatchEvent(new CustomEvent('parley:talking', { detail: false }));
    await vi.waitFor(() => expect(shown).toHaveLength(1));
    document.dispatchEvent(new CustomEvent('parley:talking', { detail: true }));
    expect(cards()).toBe(0);
  });

  it('[WID-17] says nothing where the panel was opened, and goes when it is', async () => {
    told['open'] = undefined;
    await visit('/tents');
    expect(shown).toHaveLength(0);
    vi.resetModules();
    told = {};
    await visit('/tents');
    expect(cards()).toBe(1);
    document.dispatchEvent(new CustomEvent('parley:open'));
    expect(cards()).toBe(0);
  });

  it('[WID-17] says nothing where the button is not shown', async () => {
    (root.querySelector('button') as HTMLElement).getClientRects = () => [] as unknown as DOMRectList;
    await visit('/tents');
    expect(shown).toHaveLength(0);
    expect(recall()?.seen).toEqual([]);
  });

  it('[WID-17] does not wait behind a tab in front, and is not spent there', async () => {
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    await visit('/tents');
    expect(recall()?.asked).toBe(false);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await vi.waitFor(() => expect(shown).toHaveLength(1));
    // what another tab has said since is known here
    expect(recall()?.seen).toEqual(['a']);
  });
});

it('[WID-17] [WID-30] the card is a dialog that says from whom it is, takes no focus, and is spoken once', async () => {
  vi.useFakeTimers();
  vi.stubGlobal('CSSStyleSheet', class { replaceSync(): void { /* jsdom has none */ } });
  let inside: ShadowRoot | undefined;
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    return (inside = attach.call(this, init));
  });
  const yes = vi.fn();
  const texts = { start: 'Start a chat', here: 'We are here', no: 'Not now', label: 'Message from {name}' };
  const config = { here: '', language: 'ar', direction: 'rtl', company: 'Acme $&', texts, css: '', rules: [] } as const;
  const card = new Card(config, { free: [], name: 'Mia' }, '<b>Tents</b>', { yes, no: vi.fn() });
  document.body.append(card.element);
  const box = inside?.querySelector('[role=dialog]') as HTMLElement;
  expect(box.getAttribute('aria-label')).toBe('Message from Mia');
  expect(box.dir).toBe('rtl');
  expect(box.querySelector('p')?.textContent).toBe('<b>Tents</b>');
  expect([...box.querySelectorAll('button')].map((each) => each.getAttribute('aria-label') ?? each.textContent)).toEqual(['Start a chat', 'Not now', 'Not now']);
  expect(document.activeElement).toBe(document.body);
  const spoken = inside?.querySelector('[role=status]') as HTMLElement;
  expect(spoken.textContent).toBe('');
  vi.advanceTimersByTime(100);
  expect(spoken.textContent).toBe('Message from Mia: <b>Tents</b>');
  vi.advanceTimersByTime(5_000);
  expect(spoken.textContent).toBe('');
  box.querySelector('p')?.click();
  expect(yes).toHaveBeenCalledOnce();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
