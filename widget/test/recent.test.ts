// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import type { AgentDesk } from '../src/console/desk';
import { Recent } from '../src/console/recent';
import type { ServerFrame } from '../src/shared/frames';
import { LiveConversations } from '../src/shared/live';
import type { Log } from '../src/shared/log';
import { EMPTY } from '../src/shared/log';
import type { Signal } from '../src/shared/signals';
import { signal } from '../src/shared/signals';
import { AGENT, CONVERSATION, Desk, VISITOR } from './support/desk';
import { FakeSocket, settle, useFakeLine } from './support/line';
import { memoryStore } from './support/store';

function desk() {
  const logs = new Map<string, Signal<Log>>();
  const forgotten: string[] = [];
  const known = {
    live: { logs },
    notes: { forget: (id: string) => forgotten.push(id) },
    visitors: { forget: vi.fn() },
    offers: signal([{ conversation: 'offered' }]),
  };
  const recent = new Recent(known as unknown as AgentDesk);
  const show = (id: string): void => {
    logs.set(id, signal(EMPTY));
    recent.add(id);
  };
  return { logs, forgotten, show };
}

it('[CON-16] of twenty conversations shown last everything stays, of others nothing', () => {
  const { logs, forgotten, show } = desk();
  for (let i = 1; i <= 22; i++) show(`c${i}`);
  expect([...logs.keys()]).toEqual(Array.from({ length: 20 }, (_, i) => `c${i + 3}`));
  expect(forgotten).toEqual(['c1', 'c2']);
});

it('[CON-16] one that is shown again is the newest, and what nobody ever looked at does not stay', () => {
  const { logs, show } = desk();
  for (let i = 1; i <= 20; i++) show(`c${i}`);
  logs.set('begun elsewhere', signal(EMPTY));
  show('c1');
  show('c21');
  expect(logs.has('c1')).toBe(true);
  expect(logs.has('c2')).toBe(false);
  expect(logs.has('begun elsewhere')).toBe(false);
});

it('[CON-16] what is offered stays known', () => {
  const { logs, show } = desk();
  logs.set('offered', signal(EMPTY));
  for (let i = 1; i <= 30; i++) show(`c${i}`);
  expect(logs.has('offered')).toBe(true);
});

describe('on the line', () => {
  useFakeLine();

  it('[CON-16] [CHAT-4] a conversation that was let go of is asked for again, and comes back whole', async () => {
    const rows = new Desk();
    for (let i = 1; i <= 60; i++) rows.append({ kind: 'text', author: VISITOR, text: `${i}` });
    const live = new LiveConversations({
      side: 'agent',
      url: 'ws://parley/ws/agent',
      owner: 'agent:a1',
      store: memoryStore(),
      socket: FakeSocket.open,
      token: async () => 'token',
    });
    live.start();
    await settle();
    const line = FakeSocket.last;
    line.answer = (frame) => (frame.type === 'history' ? ({ ...rows.history(frame), ref: (frame as { ref?: string }).ref } as ServerFrame) : undefined);
    line.accept();
    await settle();
    line.say({ type: 'welcome', agent: { id: AGENT.id, name: AGENT.name }, conversations: [] });
    await live.open(CONVERSATION);
    expect(live.log(CONVERSATION).peek().last).toBe(60);

    live.logs.delete(CONVERSATION);
    line.say({ ...rows.append({ kind: 'text', author: VISITOR, text: 'meanwhile' }), type: 'message' });
    expect(live.logs.has(CONVERSATION)).toBe(false);

    // It is shown, and before its page comes, a row does: alone it is no log.
    const known = live.log(CONVERSATION).peek().last;
    line.say({ ...rows.append({ kind: 'text', author: VISITOR, text: 'while it opens' }), type: 'message' });
    await live.open(CONVERSATION, known);
    expect(live.log(CONVERSATION).peek().rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, i) => i + 13));
    live.stop();
  });
});
