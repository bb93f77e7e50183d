// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Kit } from '../src/panel/late/kit';
import { lend } from '../src/panel/late/kit';
import { masked } from '../src/panel/said/mask';
import { beginPreview } from '../src/panel/said/preview';
import { Previews } from '../src/console/previews';
import type { ServerFrame } from '../src/shared/frames';
import type { LiveConversations } from '../src/shared/live';
import { effect, signal } from '../src/shared/signals';

it.each([
  ['4111 1111 1111 1111', '•••• •••• •••• ••••'],
  ['my card 4111-1111-1111-1111 ok?', 'my card ••••-••••-••••-•••• ok?'],
  ['378282246310005', '•••••••••••••••'],
  ['4111 11', '4111 11'],
  ['4111 111', '•••• •••'],
  ['DE89 3704 0044 0532 0130 00', '•••• •••• •••• •••• •••• ••'],
  ['gb29nwbk60161331926819', '••••••••••••••••••••••'],
  ['٤١١١١١١١١١١١', '••••••••••••'],
  ['4111  -  1111 - 1111', '••••  -  •••• - ••••'],
  ['Order 2041, size 42', 'Order 2041, size 42'],
  ['on 12.05. at 9', 'on 12.05. at 9'],
])('[CHAT-10] long numbers are hidden before they leave the browser: %s', (said, seen) => {
  expect(masked(said)).toBe(seen);
});

it('[CHAT-10] at no point of typing a card are more than six digits of it seen', () => {
  for (const card of ['4111 1111 1111 1111', '5500005555555559', '6011-0009-9013-9424']) {
    for (let end = 1; end <= card.length; end++) expect(masked(`it is ${card.slice(0, end)}`).replace(/\D/g, '').length).toBeLessThanOrEqual(6);
  }
});

const told: object[] = [];
let visit: { panel: object; current: ReturnType<typeof signal<string>>; draft: ReturnType<typeof signal<string>>; live: object };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  told.length = 0;
});
afterEach(() => vi.useRealTimers());

function begin(preview: boolean, current = 'c1', draft = ''): void {
  visit = { panel: { config: { preview } }, current: signal(current), draft: signal(draft), live: { tell: (frame: object) => told.push(frame) } };
  lend({ visit } as unknown as Kit);
  beginPreview({ effect } as unknown as Kit);
}

async function type(text: string): Promise<void> {
  visit.draft.value = text;
  await Promise.resolve();
}

it('[CHAT-10] what is being written is told as it is then, not at each key', async () => {
  begin(true);
  for (const text of ['I', 'I need', 'I need 4111 1111 1111']) await type(text);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(800);
  expect(told).toEqual([{ type: 'typing', conversation: 'c1', on: true, preview: 'I need •••• •••• ••••' }]);
  await type('');
  vi.advanceTimersByTime(5_000);
  expect(told).toHaveLength(1);
});

it('[CHAT-10] what was written while this was being fetched is told, too', () => {
  begin(true, 'c1', 'I was quick');
  vi.advanceTimersByTime(800);
  expect(told).toEqual([{ type: 'typing', conversation: 'c1', on: true, preview: 'I was quick' }]);
});

it('[CHAT-10] nothing is told where the site has not turned it on, nor of a conversation that is none yet', async () => {
  begin(false);
  await type('secret');
  vi.advanceTimersByTime(5_000);
  begin(true, 'new:1');
  await type('secret');
  vi.advanceTimersByTime(5_000);
  expect(told).toEqual([]);
});

it('[CHAT-10] an agent sees what was told last, until the visitor stops', () => {
  let hear: (frame: ServerFrame) => void = () => undefined;
  const previews = new Previews({ listen: (listener: typeof hear) => (hear = listener) } as unknown as LiveConversations);
  const by = { kind: 'visitor', id: 'v', name: '' } as const;
  hear({ type: 'typing', conversation: 'c1', on: true, by, preview: 'I ne' });
  hear({ type: 'typing', conversation: 'c1', on: true, by });
  expect(previews.of('c1')).toBe('I ne');
  expect(previews.of('c2')).toBeUndefined();
  hear({ type: 'typing', conversation: 'c1', on: false, by });
  expect(previews.of('c1')).toBeUndefined();
});
