// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { answeredMeanwhile } from '../src/console/meanwhile';
import { Viewing } from '../src/console/viewing';
import { besides, LiveConversations } from '../src/shared/live';
import { AGENT, CONVERSATION, Desk, SYSTEM, VISITOR } from './support/desk';
import { FakeSocket, settle, useFakeLine } from './support/line';
import { memoryStore } from './support/store';

const BEN = { kind: 'agent', id: 'a2', name: 'Ben' } as const;

let live: LiveConversations;

async function desk(): Promise<Viewing> {
  live = new LiveConversations({ side: 'agent', url: 'ws://desk', owner: 'mia', store: memoryStore(), token: async () => 't', socket: FakeSocket.open });
  const viewing = new Viewing(live);
  live.start();
  await settle();
  FakeSocket.last.accept();
  FakeSocket.last.say({ type: 'welcome', agent: { id: AGENT.id, name: AGENT.name }, conversations: [] });
  return viewing;
}

const names = (viewing: Viewing): string[] => viewing.others(CONVERSATION).map(({ name }) => name);

describe('who else has a conversation in front', () => {
  useFakeLine();
  afterEach(() => live.stop());

  it('[CON-9] is shown without oneself, and only of the one in front', async () => {
    const viewing = await desk();
    viewing.show(CONVERSATION);
    expect(FakeSocket.last.of('view')).toMatchObject([{ conversation: CONVERSATION }]);
    FakeSocket.last.say({ type: 'viewers', conversation: CONVERSATION, agents: [AGENT, BEN] });
    FakeSocket.last.say({ type: 'viewers', conversation: 'another', agents: [{ id: 'a3', name: 'Eva' }] });
    expect(names(viewing)).toEqual(['Ben']);

    viewing.show(undefined);
    expect(FakeSocket.last.of('view').at(-1)).not.toHaveProperty('conversation');
    expect(names(viewing)).toEqual([]);
  });

  it('[CON-9] puts a colleague who writes first, until nothing more is heard', async () => {
    const viewing = await desk();
    viewing.show(CONVERSATION);
    FakeSocket.last.say({ type: 'viewers', conversation: CONVERSATION, agents: [AGENT, { id: 'a3', name: 'Eva' }, BEN] });
    FakeSocket.last.say({ type: 'typing', conversation: CONVERSATION, on: true, by: BEN });
    expect(names(viewing)).toEqual(['Ben', 'Eva']);
    expect(viewing.writer(CONVERSATION).peek()?.id).toBe('a2');

    await vi.advanceTimersByTimeAsync(8_000);
    expect(viewing.writer(CONVERSATION).peek()).toBeUndefined();
    expect(names(viewing)).toEqual(['Eva', 'Ben']);
  });

  it('[CHAT-10] says with the next key what was written without a line, and after that only every few seconds', async () => {
    await desk();
    FakeSocket.last.lose();
    live.typing(CONVERSATION, true);
    await vi.advanceTimersByTimeAsync(1_500);
    FakeSocket.last.accept();
    FakeSocket.last.say({ type: 'welcome', agent: { id: AGENT.id, name: AGENT.name }, conversations: [] });
    expect(FakeSocket.all).toHaveLength(2);

    live.typing(CONVERSATION, true);
    live.typing(CONVERSATION, true);
    expect(FakeSocket.last.of('typing')).toMatchObject([{ conversation: CONVERSATION, on: true }]);
  });

  it('[CON-9] [CHAT-10] does not hide that the visitor writes', async () => {
    await desk();
    FakeSocket.last.say({ type: 'typing', conversation: CONVERSATION, on: true, by: VISITOR });
    FakeSocket.last.say({ type: 'typing', conversation: CONVERSATION, on: true, by: BEN });
    expect(live.typist(CONVERSATION).peek()?.name).toBe('Lena');
    FakeSocket.last.say({ type: 'typing', conversation: CONVERSATION, on: false, by: BEN });
    expect(live.typist(CONVERSATION).peek()?.name).toBe('Lena');
    expect(live.typist(besides(CONVERSATION)).peek()).toBeUndefined();
  });
});

describe('a reply whose question was answered meanwhile', () => {
  const rows = new Desk();
  rows.append({ kind: 'text', author: VISITOR, text: 'Is it waterproof?' });
  rows.append({ kind: 'text', author: AGENT, text: 'One moment' });
  rows.append({ kind: 'event', author: SYSTEM });
  rows.append({ kind: 'text', author: BEN, text: 'Yes' });
  rows.append({ kind: 'text', author: VISITOR, text: 'Thank you' });

  it('[CON-9] is noticed where a colleague said something since it was begun', () => {
    expect(answeredMeanwhile(rows.rows, 1, AGENT.id)).toBe('Ben');
    expect(answeredMeanwhile(rows.rows, 3, AGENT.id)).toBe('Ben');
  });

  it('[CON-9] is nothing new where it was begun after that, or by the one who answered', () => {
    expect(answeredMeanwhile(rows.rows, 4, AGENT.id)).toBeUndefined();
    expect(answeredMeanwhile(rows.rows, 2, BEN.id)).toBeUndefined();
    expect(answeredMeanwhile(rows.rows, undefined, AGENT.id)).toBeUndefined();
  });
});
