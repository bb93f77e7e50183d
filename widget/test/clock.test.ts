// @vitest-environment jsdom
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Clocks } from '../src/console/clock/clock';
import { span } from '../src/console/clock/span';
import { byUrgency } from '../src/console/urgency';
import type { ConversationView } from '../src/shared/frames';

const NOON = Date.parse('2026-11-28T12:00:00Z');

let clocks: Clocks;

beforeAll(async () => {
  vi.useFakeTimers({ now: NOON });
  vi.stubGlobal(
    'CSSStyleSheet',
    class {
      replaceSync(): void {}
    },
  );
  document.adoptedStyleSheets = [];
  document.body.innerHTML = '<parley-workspace></parley-workspace>';
  clocks = await import('../src/console/clock/clock');
});

afterAll(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('a length is short: minutes and seconds, then hours, then days', () => {
  const said = [0, 9_900, 249_000, 3_599_000, 3_600_000, 5_400_000, 2 * 86_400_000].map((millis) => span(millis, 'en'));
  expect(said).toEqual(['0:00', '0:09', '4:09', '59:59', '1h', '2h', '2d']);
  expect(span(-5, 'de')).toBe('0:00');
});

test('what is due comes first, the sooner the further up; then what is unread, then what has waited for longest', () => {
  const view = (id: string, news: Partial<ConversationView>): ConversationView => ({ id, status: 'open', lastSeq: 1, unread: 0, waitingSince: '2026-11-28T10:00:00Z', ...news });
  const due = (dueAt: string): Partial<ConversationView> => ({ target: { measure: 'next-response', dueAt, warnAt: dueAt } });
  const views = [view('old', { waitingSince: '2026-11-28T09:00:00Z' }), view('unread', { unread: 2 }), view('later', due('2026-11-28T13:00:00Z')), view('late', due('2026-11-28T11:00:00Z'))];
  expect(views.sort(byUrgency).map(({ id }) => id)).toEqual(['late', 'later', 'unread', 'old']);
});

test('a clock is silent while there is time, amber when little is left, and says how late it is', () => {
  document.body.insertAdjacentHTML('beforeend', '<pw-clock measure="next-response" dueat="2026-11-28T12:04:00Z" warnat="2026-11-28T12:03:00Z">12:04</pw-clock>');
  const clock = document.querySelector('pw-clock') as HTMLElement;
  const text = clock.firstChild;
  expect([clock.textContent, clock.className, clock.getAttribute('aria-label')]).toEqual(['4:00', '', 'Answer due in 4:00']);
  vi.advanceTimersByTime(180_000);
  expect([clock.textContent, clock.className]).toEqual(['1:00', 'soon']);
  vi.advanceTimersByTime(120_000);
  expect([clock.textContent, clock.className, clock.title]).toEqual(['⚠ −1:00', 'late', 'Answer late by 1:00']);
  expect(clock.firstChild, 'the node the console goes on with').toBe(text);
  clock.remove();
  expect(vi.getTimerCount()).toBe(0);
});

test('of hours the clock shows the same for long, and is amber as soon as little is left all the same', () => {
  const due = new Date(Date.now() + 8 * 3_600_000).toISOString();
  const warn = new Date(Date.now() + 5_000).toISOString();
  document.body.insertAdjacentHTML('beforeend', `<pw-clock measure="resolution" dueat="${due}" warnat="${warn}">late</pw-clock>`);
  const clock = document.querySelector('pw-clock') as HTMLElement;
  vi.advanceTimersByTime(4_000);
  expect([clock.textContent, clock.className]).toEqual(['8h', '']);
  vi.advanceTimersByTime(1_000);
  expect([clock.textContent, clock.className]).toEqual(['8h', 'soon']);
  clock.remove();
});

test('what was missed is said once to whoever does not see it', () => {
  const frame = { type: 'overdue', conversation: 'c1', measure: 'first-response', dueAt: '2026-11-28T12:00:00Z', department: { id: 'd1', name: 'Support' } } as const;
  expect(clocks.missed(frame)).toEqual(['Support', 'The first answer is late.']);
  expect(clocks.missed({ ...frame, visitor: { id: 'v1', name: 'Ada' } })[0]).toBe('Ada');
  expect(document.querySelector('parley-workspace [role=status]')?.textContent).toBe('Ada: The first answer is late.');
});

test('how much a conversation presses is chosen from four, and what is chosen bubbles', () => {
  document.body.insertAdjacentHTML('beforeend', '<pw-priority level="high"></pw-priority>');
  const choice = document.querySelector('pw-priority') as HTMLElement;
  const select = choice.querySelector('select') as HTMLSelectElement;
  const chosen: string[] = [];
  choice.addEventListener('change', ({ target }) => chosen.push((target as HTMLSelectElement).value));
  expect([select.value, select.getAttribute('aria-label'), select.options.length]).toEqual(['high', 'Priority', 4]);
  select.value = 'urgent';
  select.dispatchEvent(new Event('change', { bubbles: true }));
  expect(chosen).toEqual(['urgent']);
  choice.setAttribute('level', 'low');
  expect(select.value).toBe('low');
});
