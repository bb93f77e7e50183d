// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { AgentDesk } from '../src/console/desk';
import { Quoting } from '../src/console/quoting';
import type { Row } from '../src/shared/entries';
import { LiveConversations } from '../src/shared/live';
import type { Log } from '../src/shared/log';
import { EMPTY, merge, timeline } from '../src/shared/log';
import { excerpt, quoted } from '../src/shared/quotes';
import { signal } from '../src/shared/signals';
import type { NewRow } from './support/desk';
import { AGENT, CONVERSATION, Desk, SYSTEM, VISITOR } from './support/desk';
import { FakeSocket, settle, useFakeLine } from './support/line';
import { memoryStore } from './support/store';

function said(text: string, replyTo?: string): NewRow {
  return { kind: 'text', author: VISITOR, text, replyTo };
}

/** A conversation of these rows, of which the first is known. */
function quoteIn(rows: readonly Row[], replyTo: string | undefined) {
  const log = merge(EMPTY, rows);
  return quoted(log, timeline(log), replyTo);
}

describe('a quote', () => {
  const desk = new Desk();
  const file = { id: 'f', name: 'tent.png', type: 'image/png', size: 5, state: 'ready' as const };
  const question = desk.append(said('Blue or red?'));
  const joined = desk.append({ kind: 'event', author: SYSTEM, event: { type: 'joined' } });
  const answer = desk.append({ kind: 'text', author: AGENT, text: 'Blue', replyTo: question.id });
  const picture = desk.append({ kind: 'file', author: VISITOR, files: [file, { ...file, id: 'g', name: 'pegs.png' }] });

  it('[CHAT-16] is the message, one level deep', () => {
    const found = quoteIn(desk.rows, answer.id);
    expect(found).toMatchObject({ text: 'Blue' });
    expect(found && found !== 'earlier' && excerpt(found)).toBe('Blue');
  });

  it('[CHAT-16] follows what happened to the message later', () => {
    const edited: Row = { ...answer, kind: 'change', of: question.id, seq: 5, id: 'c1-5', text: 'Green or red?' };
    const deleted: Row = { ...answer, kind: 'change', of: answer.id, seq: 6, id: 'c1-6', deleted: true };
    expect(quoteIn([...desk.rows, edited, deleted], question.id)).toMatchObject({ text: 'Green or red?', edited: true });
    expect(quoteIn([...desk.rows, edited, deleted], answer.id)).toMatchObject({ deleted: true });
  });

  it('[CHAT-16] names files, and is not longer than anybody reads', () => {
    const [shown] = timeline(merge(EMPTY, [picture]));
    expect(shown && shown.kind !== 'event' && excerpt(shown)).toBe('tent.png, pegs.png');
    const [long] = timeline(merge(EMPTY, [new Desk().append(said('a'.repeat(8_000)))]));
    expect(long && long.kind !== 'event' && excerpt(long).length).toBe(200);
  });

  it('[CHAT-16] is earlier while it is not loaded, and none where the conversation has none', () => {
    expect(quoteIn(desk.rows.slice(2), question.id)).toBe('earlier');
    expect(quoteIn(desk.rows, 'another-1')).toBeUndefined();
    expect(quoteIn(desk.rows, joined.id)).toBeUndefined();
    expect(quoteIn(desk.rows, undefined)).toBeUndefined();
  });
});

describe('the way back to what is quoted', () => {
  /** A console that knows the last five rows of this many, and gets five more with each page. */
  function console(length: number) {
    const desk = new Desk();
    for (let n = 1; n <= length; n++) desk.append(said(`${n}`));
    const log = signal<Log>(merge(EMPTY, desk.rows.slice(-5)));
    const pages: number[] = [];
    let line = true;
    const quoting = new Quoting({
      current: signal(CONVERSATION),
      live: { log: () => log },
      older: async () => {
        const before = log.peek().rows[0]?.seq ?? 0;
        pages.push(before);
        if (line) log.value = merge(log.peek(), desk.history({ before, limit: 5 }).messages as Row[]);
      },
    } as unknown as AgentDesk);
    return { quoting, pages, cut: () => (line = false) };
  }

  it('[CHAT-16] loads older pages until the message is there, and no more', async () => {
    const { quoting, pages } = console(40);
    await quoting.seek(CONVERSATION, `${CONVERSATION}-22`);
    expect(pages).toEqual([36, 31, 26]);
    expect(quoting.sought.value).toBe(`${CONVERSATION}-22`);
  });

  it('[CHAT-16] loads nothing for a message that is there', async () => {
    const { quoting, pages } = console(40);
    await quoting.seek(CONVERSATION, `${CONVERSATION}-38`);
    expect(pages).toEqual([]);
  });

  it('[CHAT-16] ends at the beginning, after many pages, and without a line', async () => {
    const short = console(12);
    await short.quoting.seek(CONVERSATION, 'another-1');
    expect(short.pages).toEqual([8, 3]);
    expect(short.quoting.sought.value).toBeUndefined();
    const long = console(1_000);
    await long.quoting.seek(CONVERSATION, 'another-1');
    expect(long.pages).toHaveLength(60);
    const alone = console(40);
    alone.cut();
    await alone.quoting.seek(CONVERSATION, `${CONVERSATION}-1`);
    expect(alone.pages.length).toBeLessThan(3);
  });
});

describe('an answer', () => {
  useFakeLine();

  it('[CHAT-16] shows its quote as soon as it is sent', async () => {
    const live = new LiveConversations({ side: 'visitor', url: 'ws://desk', owner: 'acme', store: memoryStore(), token: async () => 't', socket: FakeSocket.open });
    live.start();
    await settle();
    FakeSocket.last.accept();
    FakeSocket.last.say({ type: 'welcome', visitor: { id: 'v1', name: 'Lena' }, conversations: [] });
    live.log(CONVERSATION);
    live.outbox.add({ thread: CONVERSATION, conversation: CONVERSATION, text: 'Blue', replyTo: `${CONVERSATION}-1` });
    const [sent] = FakeSocket.last.of('send');
    expect(sent?.replyTo).toBe(`${CONVERSATION}-1`);
    FakeSocket.last.say({ type: 'sent', ref: sent?.ref, clientId: sent?.clientId, conversation: CONVERSATION, seq: 2, id: `${CONVERSATION}-2`, at: '2026-01-01T00:00:00Z' });
    await settle();
    expect(live.log(CONVERSATION).peek().rows).toMatchObject([{ text: 'Blue', replyTo: `${CONVERSATION}-1` }]);
    live.stop();
  });
});
