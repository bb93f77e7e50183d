// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AgentDesk } from '../src/console/desk';
import { Drafts } from '../src/console/drafts';
import { Held } from '../src/console/late/held';
import { lend } from '../src/console/late/kit';
import type { Kit } from '../src/console/late/kit';
import type { Store } from '../src/shared/store';
import { signal } from '../src/shared/signals';
import { memoryStore } from './support/store';

const message = (text: string, thread = 'c1') => ({ thread, conversation: thread, text, replyTo: undefined });

describe('[CON-4] a reply that waits before it goes out', () => {
  let store: Store;
  let drafts: Drafts;
  let sent: string[];
  let held: Held;

  beforeEach(() => {
    vi.useFakeTimers();
    lend({ signal } as Kit);
    store = memoryStore();
    store.set('parley:hold', 'on');
    drafts = new Drafts(store, 'anna');
    sent = [];
    held = new Held({
      store,
      drafts,
      live: { outbox: { add: ({ text }: { text: string }) => sent.push(text) } },
      write: (id: string, news: object) => drafts.change(id, news),
    } as unknown as AgentDesk);
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  it('goes out after five seconds, and not before', () => {
    expect(held.take(message('Hello'))).toBe(true);
    vi.advanceTimersByTime(4_900);
    expect(sent).toEqual([]);
    expect(held.left.peek().get('c1')).toBe(1);
    vi.advanceTimersByTime(200);
    expect(sent).toEqual(['Hello']);
    expect(store.keys('parley:draft:')).toEqual([]);
    vi.advanceTimersByTime(20_000);
    expect(sent).toEqual(['Hello']);
  });

  it('never makes a reply of a note that was begun since', () => {
    held.take(message('Hello'));
    drafts.change('c1', { mode: 'note', text: 'She sounds cross' });
    held.undo('c1');
    expect(drafts.of('c1')).toMatchObject({ mode: 'note', text: 'Hello\nShe sounds cross' });
  });

  it('comes back into the field, before what was written since', () => {
    held.take(message('Hello'));
    drafts.change('c1', { text: 'and' });
    expect(held.undo('c1')).toBe(true);
    vi.advanceTimersByTime(20_000);
    expect(sent).toEqual([]);
    expect(drafts.of('c1').text).toBe('Hello\nand');
    expect(held.undo('c1')).toBe(false);
  });

  it('goes out before the next of its conversation, and waits for no other', () => {
    held.take(message('One'));
    held.take(message('Elsewhere', 'c2'));
    held.take(message('Two'));
    expect(sent).toEqual(['One']);
    held.release();
    expect(sent).toEqual(['One', 'Elsewhere', 'Two']);
  });

  it('goes out when the page is left, and stands in the field after a page that died', () => {
    held.take(message('Hello'));
    expect(new Drafts(store, 'anna').of('c1').text).toBe('Hello');
    dispatchEvent(new Event('pagehide'));
    expect(sent).toEqual(['Hello']);
    expect(new Drafts(store, 'anna').of('c1').text).toBe('');
  });

  it('is only what the agent has asked for', () => {
    held.take(message('Hello'));
    held.turn();
    expect(sent).toEqual(['Hello']);
    expect(held.take(message('Next'))).toBe(false);
    held.turn();
    expect(held.take(message('Again'))).toBe(true);
  });

  it('stays once in the field while it has a mark, whether it would wait or not', () => {
    expect(held.take(message('Dear {{visitor.name}}'))).toBe('stay');
    expect(held.take(message('Dear {{visitor.name}},'))).toBe('stay');
    expect(held.take(message('Dear {{visitor.name}},'))).toBe(true);
  });
});
