import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeNotes, withNotes } from '../src/console/notes';
import type { Entry, Note, Row } from '../src/shared/entries';
import { isNote } from '../src/shared/entries';
import type { Log } from '../src/shared/log';
import { EMPTY, hasOlder, merge, missingAfter, raiseHead, timeline } from '../src/shared/log';
import type { NewRow } from './support/desk';
import { AGENT, CONVERSATION, Desk, SYSTEM, VISITOR } from './support/desk';

/** What an agent's browser knows of a conversation: its log, and the notes beside it. */
interface Known {
  readonly log: Log;
  readonly notes: readonly Note[];
}
const NOTHING: Known = { log: EMPTY, notes: [] };

function learn({ log, notes }: Known, entries: readonly Entry[]): Known {
  return {
    log: merge(log, entries.filter((entry): entry is Row => !isNote(entry))),
    notes: mergeNotes(notes, entries.filter(isNote)),
  };
}


const said: fc.Arbitrary<NewRow> = fc.record({
  kind: fc.constantFrom('text' as const, 'voice' as const, 'card' as const),
  author: fc.constantFrom(VISITOR, AGENT),
  text: fc.string({ maxLength: 8 }),
});
const file: fc.Arbitrary<NewRow> = fc.record({
  kind: fc.constant('file' as const),
  author: fc.constantFrom(VISITOR, AGENT),
  files: fc.constant([{ id: 'f', name: 'a.pdf', type: 'application/pdf', size: 5, state: 'checking' as const }]),
});
const event: fc.Arbitrary<NewRow> = fc.record({
  kind: fc.constant('event' as const),
  author: fc.constant(SYSTEM),
  event: fc.record({ type: fc.constantFrom('joined', 'transferred', 'requeued', 'closed', 'reopened') }),
});
const change: fc.Arbitrary<NewRow> = fc.record({
  kind: fc.constant('change' as const),
  author: fc.constant(SYSTEM),
  of: fc.nat(12).map((n) => `${CONVERSATION}-${n + 1}`),
  fields: fc.oneof(
    fc.record({ files: fc.constant([{ id: 'f', state: 'ready' as const }]) }),
    fc.record({ text: fc.string({ maxLength: 8 }) }),
    fc.record({ deleted: fc.constant(true) }),
  ),
}).map(({ fields, ...row }) => ({ ...row, ...fields }));
const happening = fc.oneof(said, file, event, change, fc.constant('note' as const));

function after(happenings: readonly (NewRow | 'note')[], desk = new Desk()): Desk {
  for (const what of happenings) {
    if (what === 'note') desk.note('only for us');
    else desk.append(what);
  }
  return desk;
}

/** What a client does that has nothing: pages of history, until there is no more. */
function fetched(desk: Desk): Known {
  let known = NOTHING;
  for (let seq = 0, more = true; more; ) {
    const page = desk.history({ after: seq, limit: 3 });
    known = learn(known, page.messages);
    seq = known.log.last;
    more = page.more;
  }
  return known;
}

/** What LiveConversations does when a log has a hole or is behind the head. */
function healed(known: Known, desk: Desk): Known {
  let whole = { ...known, log: raiseHead(known.log, desk.rows.length) };
  for (let hole = missingAfter(whole.log); hole; hole = missingAfter(whole.log)) {
    whole = learn(whole, desk.history({ after: hole, limit: 4 }).messages);
  }
  return whole;
}

const view = ({ log, notes }: Known) => ({ shown: withNotes(timeline(log), notes), last: log.last, head: log.head });

describe('the log of a conversation', () => {
  it('[CHAT-3] [CHAT-4] is the same by frames, in whatever order, number and loss, as by fetching', () => {
    fc.assert(
      fc.property(
        fc.array(happening, { minLength: 1, maxLength: 20 }),
        fc.array(happening, { maxLength: 20 }),
        fc.infiniteStream(fc.nat(5)),
        (before, meanwhile, luck) => {
          const desk = after(before);
          if (!desk.rows.length) return;
          const old = fetched(desk);
          const [rows, notes] = [desk.rows.length, desk.notes.length];
          after(meanwhile, desk);
          // 0 and 1: lost, 2: twice, otherwise once; then shuffled
          const live: Entry[] = [...desk.rows.slice(rows), ...desk.notes.slice(notes)].flatMap((entry) => {
            const chance = luck.next().value;
            return chance < 2 && entry.kind !== 'note' ? [] : chance === 2 ? [entry, entry] : [entry];
          });
          const order = live.map((entry) => ({ entry, at: luck.next().value })).sort((a, b) => a.at - b.at);
          const seen = order.reduce((known, { entry }) => learn(known, [entry]), old);
          expect(view(healed(seen, desk))).toEqual(view(fetched(desk)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('[CHAT-3] is the same by older pages as from the start', () => {
    fc.assert(
      fc.property(fc.array(happening, { minLength: 1, maxLength: 30 }), fc.integer({ min: 1, max: 7 }), (what, limit) => {
        const desk = after(what);
        if (!desk.rows.length) return;
        let known = learn(NOTHING, desk.history({ limit }).messages);
        while (hasOlder(known.log)) known = learn(known, desk.history({ before: known.log.rows[0]?.seq ?? 0, limit }).messages);
        known = learn(known, desk.history({ after: 0, limit: 1 }).messages);
        expect(view(known)).toEqual(view(fetched(desk)));
      }),
    );
  });

  it('[CHAT-4] names the hole before a row that came too early', () => {
    const desk = after([text('one'), text('two'), text('three')]);
    const [one, , three] = desk.rows as [Row, Row, Row];
    const log = merge(EMPTY, [one, three]);
    expect(missingAfter(log)).toBe(1);
    expect(missingAfter(merge(log, desk.rows))).toBe(0);
  });

  it('[CHAT-4] is behind when a beat names a higher head', () => {
    const log = merge(EMPTY, after([text('one')]).rows);
    expect(missingAfter(log)).toBe(0);
    expect(missingAfter(raiseHead(log, 3))).toBe(1);
  });

  it('shows a file as checked when its change row comes, also before the message itself', () => {
    const desk = after([{ kind: 'file', author: VISITOR, files: [{ id: 'f', name: 'a', type: 't', size: 1, state: 'checking' }] }]);
    desk.append({ kind: 'change', author: SYSTEM, of: `${CONVERSATION}-1`, files: [{ id: 'f', state: 'ready' }] });
    const log = [...desk.rows].reverse().reduce((known, row) => merge(known, [row]), EMPTY);
    expect(timeline(log)).toMatchObject([{ kind: 'file', files: [{ name: 'a', state: 'ready' }] }]);
  });

  it('puts notes behind the row they stand behind', () => {
    const desk = after([text('one'), 'note', 'note', text('two'), 'note']);
    const { log, notes } = learn(NOTHING, [...desk.notes.reverse(), ...desk.rows]);
    expect(withNotes(timeline(log), notes).map((entry) => entry.id)).toEqual(['c1-1', 'n1', 'n2', 'c1-2', 'n3']);
  });
});

function text(words: string): NewRow {
  return { kind: 'text', author: VISITOR, text: words };
}
