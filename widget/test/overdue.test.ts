// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { AgentDesk } from '../src/console/desk';
import type { AgentSession } from '../src/console/session';
import type { Overdue } from '../src/shared/promises';
import { FakeSocket, settle, useFakeLine } from './support/line';

vi.mock('../src/console/clocks', () => ({
  clocks: () => Promise.resolve({ missed: ({ visitor, measure }: Overdue) => [visitor?.name ?? '', measure] }),
}));
// its table of signs is found by the bundler alone
vi.mock('../src/console/emoji', () => ({ EmojiBook: vi.fn() }));

useFakeLine();
afterEach(() => vi.unstubAllGlobals());

test('[ROU-12] whoever is told that a promise was not kept hears it, and what was promised is shown', async () => {
  vi.stubGlobal('WebSocket', FakeSocket);
  const session = { token: async () => 'token', get: async () => ({ items: [] }) } as unknown as AgentSession;
  const desk = new AgentDesk(session, 'a1');
  const called = vi.spyOn(desk.alerts, 'call').mockReturnValue();
  desk.start();
  await settle();
  const line = FakeSocket.last;
  line.accept();
  await settle();
  line.say({ type: 'welcome', agent: { id: 'a1', name: 'Anna' }, conversations: [{ id: 'c1', status: 'waiting', lastSeq: 1, unread: 0 }] });
  const target = { measure: 'first-response', dueAt: '2026-01-01T00:01:00Z', warnAt: '2026-01-01T00:00:45Z' };
  line.say({ type: 'status', conversation: 'c1', status: 'waiting', summary: { id: 'c1', status: 'waiting', lastSeq: 1, unread: 0, priority: 'normal', target } });
  await settle();
  expect(desk.view('c1').target).toEqual(target);

  line.say({ type: 'overdue', conversation: 'c1', measure: 'first-response', dueAt: target.dueAt, visitor: { id: 'v1', name: 'Mia' } });
  await settle();

  expect(called.mock.calls).toEqual([['Mia', 'first-response', 'c1']]);
  desk.stop();
});
