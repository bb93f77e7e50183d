// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { Lists } from '../src/console/lists';
import type { AgentSession } from '../src/console/session';
import type { ConversationView } from '../src/shared/frames';
import type { LiveConversations } from '../src/shared/live';
import { signal } from '../src/shared/signals';
import type { Summaries } from '../src/shared/summaries';
import { listed, rowArrived, statusChanged } from '../src/shared/summaries';
import { AGENT, CONVERSATION, Desk, VISITOR } from './support/desk';

const WAITING: ConversationView = { id: CONVERSATION, status: 'waiting', visitor: VISITOR, lastSeq: 1, unread: 1, lastAt: '2026-01-01T00:00:01.000Z', preview: 'Which pump?' };

const live = (...views: ConversationView[]): LiveConversations => {
  const list = signal<Summaries>(listed(new Map(), views));
  const learn = (more: readonly ConversationView[]): unknown => (list.value = listed(list.peek(), more));
  return { list, me: signal(AGENT), learn } as unknown as LiveConversations;
};
const lists = (known: LiveConversations, session = {} as AgentSession): Lists => new Lists(known, signal([]), signal(new Set<string>()), session);

it('[CON-1] the last words stay when a status comes that was made before them', () => {
  const rows = new Desk();
  rows.append({ kind: 'text', author: VISITOR, text: 'Which pump?' });
  const answer = rows.append({ kind: 'text', author: AGENT, text: 'The small one' });
  const known = live(WAITING);

  known.list.value = statusChanged(rowArrived(known.list.peek(), answer, 'agent'), { type: 'status', conversation: CONVERSATION, status: 'open', by: AGENT });
  lists(known).told({ ...WAITING, status: 'open', agent: AGENT });
  expect(known.list.peek().get(CONVERSATION)).toMatchObject({ status: 'open', agent: AGENT, lastSeq: 2, lastAt: answer.at, preview: 'The small one' });
});

it('[CON-1] the words of a status are taken where none came after it, and all of it where nothing was known', () => {
  const summary: ConversationView = { ...WAITING, lastSeq: 3, preview: 'Hello?', lastAt: '2026-01-01T00:00:09.000Z' };
  const known = live(WAITING);
  lists(known).told(summary);
  expect(known.list.peek().get(CONVERSATION)).toMatchObject({ preview: 'Hello?', lastAt: summary.lastAt, lastSeq: 1 });

  known.list.value = statusChanged(new Map(), { type: 'status', conversation: CONVERSATION, status: 'waiting', by: VISITOR });
  lists(known).told(summary);
  expect(known.list.peek().get(CONVERSATION)).toMatchObject(summary);
});

it('[CHAT-23] a status says whether the conversation was left as a message', () => {
  const known = statusChanged(new Map(), { type: 'status', conversation: CONVERSATION, status: 'waiting', origin: 'message', by: VISITOR });
  expect(known.get(CONVERSATION)).toMatchObject({ status: 'waiting', origin: 'message' });
});

it('[CON-1] what was told while pages of the list were asked for is not undone by the answer', async () => {
  const known = live(WAITING, { ...WAITING, id: 'c2' });
  const session = {
    get: vi.fn(async () => {
      known.learn([{ ...WAITING, status: 'open', agent: AGENT }]);
      return { items: [WAITING, { ...WAITING, id: 'c2', preview: 'Newer' }, { ...WAITING, id: 'c3' }] };
    }),
  } as unknown as AgentSession;

  await lists(known, session).fetch([], ['waiting']);
  expect(known.list.peek().get(CONVERSATION)).toMatchObject({ status: 'open', agent: AGENT });
  expect(known.list.peek().get('c2')).toMatchObject({ preview: 'Newer' });
  expect(known.list.peek().get('c3')).toMatchObject({ status: 'waiting' });
});
