// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import type { Sent } from '../src/shared/frames';
import type { Unsent } from '../src/shared/outbox';
import { Outbox } from '../src/shared/outbox';
import type { Store } from '../src/shared/store';
import { browserStore } from '../src/shared/store';
import type { Request } from '../src/shared/transport';
import { Refusal } from '../src/shared/transport';
import { settle, useFakeLine } from './support/line';

type Send = Extract<Request, { type: 'send' }>;

/** One tab: its outbox, and the questions that are waiting for an answer. */
function tab(store: Store, owner = 'acme') {
  const asked: { request: Send; answer: (frame: Sent) => void; refuse: (problem: Refusal) => void }[] = [];
  const onSent = vi.fn<(item: Unsent, sent: Sent) => Promise<void>>(async () => undefined);
  const outbox = new Outbox({
    store,
    owner,
    request: (request) => new Promise((answer, refuse) => asked.push({ request: request as Send, answer, refuse })),
    onSent,
    onChange: () => undefined,
  });
  const reply = async (conversation = 'c1', seq = asked.length): Promise<void> => {
    const question = asked.at(-1);
    question?.answer({ type: 'sent', clientId: question.request.clientId, conversation, seq, id: `${conversation}-${seq}`, at: 'now' });
    await settle();
  };
  return { outbox, asked, onSent, reply, texts: () => asked.map(({ request }) => request.text) };
}

const memory = (): Store => {
  const kept = new Map<string, string>();
  return {
    get: (key) => kept.get(key) ?? null,
    set: (key, value) => void kept.set(key, value),
    remove: (key) => void kept.delete(key),
    keys: (prefix) => [...kept.keys()].filter((key) => key.startsWith(prefix)),
  };
};

describe('the outbox', () => {
  useFakeLine();

  it('[CHAT-5] sends in order, one in flight for each conversation', async () => {
    const { outbox, reply, texts } = tab(memory());
    for (const text of ['one', 'two', 'three']) outbox.add({ thread: 'c1', conversation: 'c1', text });
    outbox.add({ thread: 'c2', conversation: 'c2', text: 'elsewhere' });
    expect(texts()).toEqual([]);
    outbox.setOnline(true);
    expect(texts()).toEqual(['one', 'elsewhere']);
    await reply('c2');
    expect(texts()).toEqual(['one', 'elsewhere']);
  });

  it('[CHAT-5] sends the next when the last has its answer', async () => {
    const { outbox, reply, texts, onSent } = tab(memory());
    outbox.setOnline(true);
    for (const text of ['one', 'two']) outbox.add({ thread: 'c1', conversation: 'c1', text });
    await reply();
    expect(texts()).toEqual(['one', 'two']);
    await reply();
    expect(onSent.mock.calls.map(([item, sent]) => [item.text, sent.seq])).toEqual([['one', 1], ['two', 2]]);
    expect(outbox.all()).toEqual([]);
  });

  it('[CHAT-2] [CHAT-5] sends nothing more of a new conversation before its first message has named it', async () => {
    const { outbox, asked, reply } = tab(memory());
    outbox.setOnline(true);
    for (const text of ['one', 'two']) outbox.add({ thread: 'new:1', text });
    expect(asked.map(({ request }) => request.conversation)).toEqual([undefined]);
    await reply('c9');
    expect(asked.map(({ request }) => request.conversation)).toEqual([undefined, 'c9']);
    expect(outbox.of('c9').map((item) => item.text)).toEqual(['two']);
  });

  it('[CHAT-5] survives a reload, in order, with the same clientIds and each owner apart', async () => {
    const store = memory();
    const before = tab(store);
    before.outbox.setOnline(true);
    for (const text of ['one', 'two', 'three']) before.outbox.add({ thread: 'new:1', text });
    const reloaded = tab(store);
    expect(reloaded.outbox.all()).toEqual(before.outbox.all());
    expect(tab(store, 'globex').outbox.all()).toEqual([]);
    reloaded.outbox.setOnline(true);
    expect(reloaded.asked[0]?.request.clientId).toBe(before.asked[0]?.request.clientId);
  });

  it('[CHAT-2] [CHAT-5] lets a second tab send the same: both get the same answer and nothing is left or doubled', async () => {
    const store = memory();
    const one = tab(store);
    for (const text of ['one', 'two']) one.outbox.add({ thread: 'new:1', text });
    const two = tab(store);
    one.outbox.setOnline(true);
    two.outbox.setOnline(true);
    expect(two.asked[0]?.request).toEqual(one.asked[0]?.request);
    await one.reply('c9', 1);
    await one.reply('c9', 2);
    // the other tab learns of the first by the row and of the second by its own answer
    two.outbox.settle(one.asked[0]?.request.clientId ?? '', 'c9');
    await two.reply('c9', 2);
    expect(two.asked.map(({ request }) => request.conversation)).toEqual([undefined, 'c9']);
    expect([...one.outbox.all(), ...two.outbox.all(), ...tab(store).outbox.all()]).toEqual([]);
  });

  it('[CHAT-5] keeps what was in flight when the line was lost, and sends it again under the same clientId', async () => {
    const { outbox, asked } = tab(memory());
    outbox.setOnline(true);
    const item = outbox.add({ thread: 'c1', conversation: 'c1', text: 'one' });
    outbox.setOnline(false);
    asked[0]?.refuse(new Refusal('unavailable', true));
    await settle();
    expect(outbox.stateOf(item)).toBe('waiting');
    outbox.setOnline(true);
    expect(asked.map(({ request }) => request.clientId)).toEqual([item.clientId, item.clientId]);
  });

  it('[CHAT-16] keeps what a message answers, over a reload and every further attempt', async () => {
    const store = memory();
    const before = tab(store);
    before.outbox.setOnline(true);
    before.outbox.add({ thread: 'c1', conversation: 'c1', text: 'Blue', replyTo: 'c1-4' });
    before.outbox.add({ thread: 'c1', conversation: 'c1', text: 'More', replyTo: undefined });
    before.outbox.add({ thread: 'c1', conversation: 'c1', text: 'hush', note: true });
    const { outbox, asked, reply } = tab(store);
    outbox.setOnline(true);
    asked[0]?.refuse(new Refusal('conflict', false));
    await settle();
    outbox.retry(outbox.all()[0]?.clientId ?? '');
    await reply();
    await reply();
    expect([...before.asked, ...asked].map(({ request }) => JSON.parse(JSON.stringify(request)).replyTo)).toEqual(['c1-4', 'c1-4', 'c1-4', undefined, undefined]);
  });

  it('tries again by itself, with growing pauses, what the server says may be tried again', async () => {
    const { outbox, asked } = tab(memory());
    outbox.setOnline(true);
    outbox.add({ thread: 'c1', conversation: 'c1', text: 'one' });
    for (const attempts of [2, 3, 4]) {
      asked.at(-1)?.refuse(new Refusal('rate-limited', true));
      await settle();
      expect(asked).toHaveLength(attempts - 1);
      await vi.advanceTimersByTimeAsync(30_000);
      expect(asked).toHaveLength(attempts);
    }
  });

  it('[CHAT-5] shows what was refused as failed, holds back what follows it, and retries when asked', async () => {
    const { outbox, asked, texts, reply } = tab(memory());
    outbox.setOnline(true);
    outbox.add({ thread: 'c1', conversation: 'c1', text: 'one' });
    outbox.add({ thread: 'c1', conversation: 'c1', text: 'two' });
    asked[0]?.refuse(new Refusal('forbidden', false));
    await settle();
    const [failed] = outbox.all();
    expect(failed && outbox.stateOf(failed)).toBe('failed');
    expect(texts()).toEqual(['one']);
    outbox.retry(failed?.clientId ?? '');
    await reply();
    expect(texts()).toEqual(['one', 'one', 'two']);
    expect(asked[1]?.request.clientId).toBe(failed?.clientId);
  });

  it('[CHAT-2] retries a conflict under a new clientId', async () => {
    const { outbox, asked } = tab(memory());
    outbox.setOnline(true);
    const item = outbox.add({ thread: 'c1', conversation: 'c1', text: 'one' });
    asked[0]?.refuse(new Refusal('conflict', false));
    await settle();
    outbox.retry(item.clientId);
    expect(asked).toHaveLength(2);
    expect(asked[1]?.request.clientId).not.toBe(item.clientId);
    expect(outbox.all()).toHaveLength(1);
  });

  it('goes on with the next when a failed one is deleted', async () => {
    const { outbox, asked, texts } = tab(memory());
    outbox.setOnline(true);
    const item = outbox.add({ thread: 'c1', conversation: 'c1', text: 'one' });
    outbox.add({ thread: 'c1', conversation: 'c1', text: 'two' });
    asked[0]?.refuse(new Refusal('invalid', false));
    await settle();
    outbox.discard(item.clientId);
    await settle();
    expect(texts()).toEqual(['one', 'two']);
  });

  it('sends a note as a note, with its own answer', async () => {
    const { outbox, asked, onSent } = tab(memory());
    outbox.setOnline(true);
    outbox.add({ thread: 'c1', conversation: 'c1', text: 'hush', note: true });
    expect(asked[0]?.request).toMatchObject({ type: 'note', text: 'hush' });
    asked[0]?.answer({ type: 'ok' } as unknown as Sent);
    await settle();
    expect(onSent).not.toHaveBeenCalled();
    expect(outbox.all()).toEqual([]);
  });
});

describe('the store', () => {
  it('[WID-6] serves from memory where the browser forbids storage', () => {
    const store = browserStore(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    store.set('a:1', 'x');
    expect(store.get('a:1')).toBe('x');
    expect(store.keys('a:')).toEqual(['a:1']);
    store.remove('a:1');
    expect(store.get('a:1')).toBeNull();
  });

  it('keeps in memory what does not fit', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const store = browserStore();
    store.set('a:1', 'x');
    expect(store.get('a:1')).toBe('x');
  });

  it('[CHAT-5] outlives the page where it may', () => {
    browserStore().set('a:2', 'y');
    expect(browserStore().get('a:2')).toBe('y');
  });
});
