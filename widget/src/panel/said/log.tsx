import type { JSX } from 'preact';
import type { Shown } from '../../shared/log';
import { hasOlder, timeline } from '../../shared/log';
import { Fragment, Icon, t, visit } from '../late/kit';
import { MessageBubble, UnsentBubble } from './bubble';
import { EventLine } from './event-line';
import { Left } from './left';
import { QueueCard } from './queue-card';
import { following } from './reader';
import { TypingBubble } from './typing-bubble';
import { DOWN } from '../../shared/ui/paths';

/** What was said and what happened so far, then what is on its way. Stays where the visitor reads; at the end, it follows what arrives. */
export function Log({ id }: { readonly id: string }): JSX.Element {
  const { live } = visit;
  const view = following;
  const log = live.log(id).value;
  const talk = live.list.value.get(id);
  const shown = timeline(log);
  const sent = new Set(log.rows.map((row) => row.clientId));
  const unsent = live.unsentChanges.value >= 0 ? live.outbox.of(id).filter((item) => !sent.has(item.clientId)) : [];
  const uploads = visit.uploads.value.filter((upload) => upload.thread === id || unsent.some((item) => item.thread === upload.thread));
  const late = visit.later.code.value;
  const typist = live.typist(id).value;
  const count = shown.length + (log.rows[0]?.seq ?? 0);
  // When it stands in the document.
  queueMicrotask(() => view.drawn(document.querySelector('main'), id, count, unsent.length + uploads.length));

  /** The same element for the same row among the same neighbours: then Preact looks no further, however long the log is. */
  const today = new Date().getDate();
  const row = (entry: Shown, before?: Shown, after?: Shown): JSX.Element => {
    const { seq } = entry;
    const state = seq <= (talk?.read ?? 0) ? 'read' : seq <= (talk?.delivered ?? 0) ? 'delivered' : 'sent';
    const mark = [before?.id, after?.id, state, today].join();
    const known = rows.get(entry);
    if (known?.mark === mark) return known.element;
    const element = (
      <Fragment key={entry.id}>
        <DayLine entry={entry} before={before} />
        {entry.kind === 'event' ? <EventLine row={entry} /> : <MessageBubble message={entry} first={!follows(before, entry)} last={!follows(entry, after)} state={state} />}
      </Fragment>
    );
    rows.set(entry, { mark, element });
    return element;
  };

  return (
    <>
      {hasOlder(log) && (
        <button class="btn text older" onClick={() => void live.openOlder(id).catch(() => undefined)}>
          {t('older')}
        </button>
      )}
      {shown.map((entry, index) => row(entry, shown[index - 1], shown[index + 1]))}
      {unsent.map((item) => (
        <UnsentBubble key={item.clientId} item={item} />
      ))}
      {late && uploads.map((item) => <late.UploadBubble key={item.key} item={item} />)}
      {talk?.status === 'waiting' && (!visit.desk.value.open || talk.origin === 'message' ? <Left /> : <QueueCard id={id} />)}
      {typist && talk?.status !== 'closed' && <TypingBubble who={typist} />}
      {view.missed.value > 0 && (
        <button class="btn new" onClick={view.toEnd}>
          <Icon name={DOWN} small />
          {t('newMessages', { count: view.missed.value })}
        </button>
      )}
    </>
  );
}

const rows = new WeakMap<Shown, { readonly mark: string; readonly element: JSX.Element }>();
const TOGETHER = 5 * 60_000;

/** Whether two neighbours form one group: same author, shortly after each other. */
function follows(a: Shown | undefined, b: Shown | undefined): boolean {
  return (
    !!a && !!b && a.kind !== 'event' && b.kind !== 'event' && a.author.id === b.author.id && Date.parse(b.at) - Date.parse(a.at) < TOGETHER
  );
}

function DayLine({ entry, before }: { readonly entry: Shown; readonly before: Shown | undefined }): JSX.Element | null {
  const day = new Date(entry.at).toDateString();
  if (before && new Date(before.at).toDateString() === day) return null;
  return <p class="day">{t.day(entry.at)}</p>;
}
