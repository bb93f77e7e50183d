// @vitest-environment jsdom
import { Fragment, h, render } from 'preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Kit } from '../src/panel/late/kit';
import type { Reach } from '../src/panel/ways/reach';
import { begin } from '../src/panel/ways/ways';
import { until } from '../src/panel/until';
import { words } from '../src/shared/i18n';
import { effect, signal } from '../src/shared/signals';
import { Icon } from '../src/shared/ui/icon';

const LANGUAGES = ['ar', 'de', 'en', 'es', 'fr', 'he', 'hi', 'it', 'ja', 'nl', 'pl', 'pt', 'zh'];
const zone = process.env['TZ'];
const REACH = {
  locations: [
    { name: 'Berlin', address: 'Waldweg 12\n10115 Berlin', phones: [{ value: '+49 30 23125 014', label: 'Orders' }], emails: [{ value: 'help@acme.example' }], links: [{ value: 'https://acme.example/' }, { value: 'javascript:alert(1)' }] },
    { name: 'Vienna', phones: [{ value: '+43 1 5550142' }], emails: [], links: [] },
  ],
  hours: {
    from: '2026-11-26T10:00:00Z',
    until: '2026-12-06T12:00:00Z',
    open: ['11-27', '11-28', '11-30', '12-01', '12-02', '12-03'].map((day) => ({ from: `2026-${day}T08:00:00Z`, until: `2026-${day}T17:00:00Z` })),
  },
} satisfies Reach;

interface Desk {
  readonly open: boolean;
  readonly reason?: string;
  readonly nextChange?: string;
  readonly wait?: { readonly low: number; readonly high: number };
}

describe('[WID-10] the end of the first page', () => {
  const place = document.createElement('div');
  let connection = signal('online');
  let desk = signal<Desk>({ open: true });

  async function texts(language: string): Promise<Record<string, string>> {
    const [first, later] = (await Promise.all([import(`../src/panel/texts/${language}.json`), import(`../src/panel/texts/later/${language}.json`)])) as { default: Record<string, string> }[];
    return { ...first?.default, ...later?.default };
  }

  async function shown(reach: Reach | number, language = 'en'): Promise<ReturnType<typeof begin>> {
    const answer = typeof reach === 'number' ? new Response('', { status: reach }) : Response.json(reach);
    vi.stubGlobal('fetch', vi.fn(() => Promise.resolve(answer)));
    const visit = { desk, line: signal(''), said: { code: signal(undefined) }, panel: { site: 'acme', config: { language } }, live: { connection, list: signal(new Map()) } };
    const kit = { h, Fragment, visit, t: words(await texts(language), language), Icon, signal, effect, until } as unknown as Kit;
    const ways = begin(kit);
    render(<ways.Ways />, place);
    await vi.waitFor(() => expect(fetch).toHaveBeenCalled());
    await new Promise((resolve) => setTimeout(resolve));
    render(<ways.Ways />, place);
    return ways;
  }

  const summary = (): string | null | undefined => place.querySelector('summary')?.textContent;
  const rows = (): string[] => [...place.querySelectorAll('dt')].map((day) => `${day.textContent}: ${[...(day.nextElementSibling?.childNodes ?? [])].map((time) => time.textContent).join(' ')}`);

  beforeEach(() => {
    process.env['TZ'] = 'Asia/Tokyo';
    vi.useFakeTimers({ now: new Date('2026-11-27T16:30:00Z'), toFake: ['Date'] });
    connection = signal('online');
    desk = signal<Desk>({ open: true, nextChange: '2026-11-27T17:00:00Z' });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
    render(null, place);
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('leads to numbers, addresses and the web, and nowhere else', async () => {
    await shown(REACH);

    expect([...place.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual(['tel:+493023125014', 'mailto:help@acme.example', 'https://acme.example/', 'tel:+4315550142']);
    expect([...place.querySelectorAll('a[target]')].map((link) => link.getAttribute('rel'))).toEqual(['noopener noreferrer']);
    expect([...place.querySelectorAll('h3')].map((name) => name.textContent)).toEqual(['Berlin', 'Vienna']);
    expect([...place.querySelectorAll('a bdi')].every((text) => text.getAttribute('dir') === 'ltr')).toBe(true);
    expect(place.querySelector('p bdi')?.textContent).toBe('Waldweg 12\n10115 Berlin');
  });

  it('says the hours by the visitor’s clock, into the night and over the end of a month', async () => {
    await shown(REACH, 'de');

    // half past one in the night to Saturday
    expect(summary()).toBe('Jetzt geöffnet, bis 02:00 Uhr');
    expect(place.querySelector('summary .dot')).not.toBeNull();
    expect(rows()).toEqual(['Heute: 17:00–02:00', 'Sonntag: Geschlossen', 'Montag – Donnerstag: 17:00–02:00', 'Freitag: Geschlossen']);
  });

  it('says when it opens, and does not call open what nobody is in', async () => {
    vi.setSystemTime(new Date('2026-11-28T18:00:00Z'));
    await shown(REACH);
    expect(summary()).toBe('Closed. Opens tomorrow at 5:00 PM');

    vi.setSystemTime(new Date('2026-11-30T09:00:00Z'));
    desk = signal<Desk>({ open: false, reason: 'no-agent' });
    await shown(REACH);
    expect(summary()).toBe('Today 5:00 PM–2:00 AM');
    expect(place.querySelector('summary .dot')).toBeNull();
  });

  it('says of what is always open that it is, while somebody is there', async () => {
    const always = { hours: { ...REACH.hours, open: [{ from: REACH.hours.from, until: REACH.hours.until }] } };
    await shown(always);
    expect(place.querySelector('h2')?.textContent).toBe('Opening hours');
    expect(summary()).toBe('Open around the clock');
    expect(rows()[0]).toBe('Today: All day');

    desk = signal<Desk>({ open: false, reason: 'no-agent' });
    await shown(always);
    expect(place.innerHTML).toBe('');
  });

  it('does not come between the visitor and earlier conversations that are still to come above it', async () => {
    connection = signal('connecting');
    await shown(REACH);
    expect(place.innerHTML).toBe('');

    connection.value = 'online';
    await vi.waitFor(() => expect(place.querySelector('.ways')).not.toBeNull());
    connection.value = 'offline';
    expect(place.querySelector('.ways')).not.toBeNull();
  });

  it.each([403, 404])('is not there where the answer is %s, and nothing is said of it', async (status) => {
    await shown(status);

    expect(place.innerHTML).toBe('');
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('does not ask all over again when the last one goes and the first one comes', async () => {
    await shown(REACH);
    desk.value = { open: false };
    desk.value = { open: true, nextChange: '2026-11-27T17:00:00Z' };
    // as long as a crowd is spread
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('asks anew, past what is kept, when the site opens or closes at another time', async () => {
    await shown(REACH);
    desk.value = { open: true, nextChange: '2026-11-27T17:00:00Z' };
    expect(fetch).toHaveBeenCalledTimes(1);

    desk.value = { open: true, nextChange: '2026-11-27T18:00:00Z' };

    await vi.waitFor(() => expect(fetch).toHaveBeenCalledTimes(2), { timeout: 4_000 });
    expect(fetch).toHaveBeenLastCalledWith('/api/v1/sites/acme/reach', { cache: 'no-cache' });
  });

  it.each(LANGUAGES)('says in %s how long whoever begins now would wait, and nothing where nobody would', async (language) => {
    const { wait } = await shown({}, language);
    expect(wait()).toBeFalsy();
    for (const range of [{ low: 180, high: 360 }, { low: 0, high: 60 }, { low: 120, high: 120 }]) {
      desk.value = { open: true, nextChange: '2026-11-27T17:00:00Z', wait: range };
      expect(wait()).not.toMatch(/[{}]|undefined/);
    }
  });

  it.each(LANGUAGES)('says its hours in whole sentences in %s', async (language) => {
    await shown(REACH, language);
    const open = summary();
    vi.setSystemTime(new Date('2026-11-28T18:00:00Z'));
    await shown(REACH, language);
    expect(open).not.toMatch(/[{}]|home\./);
    expect(summary()).not.toMatch(/[{}]|home\./);
    expect(summary()).not.toBe(open);
    expect(place.textContent).not.toMatch(/[{}]|home\./);
  });
});
