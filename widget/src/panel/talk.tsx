import type { JSX } from 'preact';
import { Fragment } from 'preact';
import type { Shown, ShownMessage } from '../shared/log';
import { hasOlder, timeline } from '../shared/log';
import { Icon } from '../shared/ui/icon';
import { MessageBubble, UnsentBubble } from './bubble';
import { t, visit } from './context';
import { Team } from './home';
import { isThread } from './thread';

/** What was said so far. Stays where the visitor reads; at the end, it follows what arrives. */
export function Talk({ id }: { readonly id: string }): JSX.Element {
  const { live } = visit;
  const log = live.log(id).value;
  const talk = live.list.value.get(id);
  const shown = timeline(log);
  const sent = new Set(log.rows.map((row) => row.clientId));
  const unsent = live.unsentChanges.value >= 0 ? live.outbox.of(id).filter((item) => !sent.has(item.clientId)) : [];
  const uploads = visit.uploads.value.filter((upload) => upload.thread === id || unsent.some((item) => item.thread === upload.thread));
  const loading = !shown.length && !unsent.length && !isThread(id) && !!talk?.lastSeq;
  const late = visit.later.code.value;
  const view = visit.following;
  const typist = live.typist(id).value;
  const answers = visit.answers.code.value;
  const arrival = visit.arrival.code.value;
  const fresh = !shown.length && isThread(id) && !unsent.length;
  if (typist || shown.some((entry) => entry.author.kind !== 'visitor' || (entry as ShownMessage).replyTo)) void visit.answers.need();

  /** The same element for the same row among the same neighbours: then Preact looks no further, however long the log is. */
  const today = new Date().getDate();
  const row = (entry: Shown, before?: Shown, after?: Shown): JSX.Element => {
    const { seq } = entry;
    const state = seq <= (talk?.read ?? 0) ? 'read' : seq <= (talk?.delivered ?? 0) ? 'delivered' : 'sent';
    const mark = [before?.id, after?.id, state, !!answers, today].join();
    const known = rows.get(entry);
    if (known?.mark === mark) return known.element;
    const element = (
      <Fragment key={entry.id}>
        <DayLine entry={entry} before={before} />
        {entry.kind === 'event' ? (
          answers && <answers.EventLine row={entry} />
        ) : (
          <MessageBubble message={entry} first={!follows(before, entry)} last={!follows(entry, after)} state={state} />
        )}
      </Fragment>
    );
    rows.set(entry, { mark, element });
    return element;
  };

  return (
    <main
      tabIndex={0}
      ref={(element) => view.drawn(element, id, shown.length + (log.rows[0]?.seq ?? 0), unsent.length + uploads.length)}
      onScroll={view.scrolled}
      aria-label={t('log')}
    >
      <div class="log" role="log" aria-label={t('log')} aria-live={loading ? 'off' : 'polite'} aria-busy={loading}>
        {fresh && <Team />}
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
        {arrival && <arrival.Arrival id={id} fresh={fresh} />}
        {answers && typist && talk?.status !== 'closed' && <answers.TypingBubble who={typist} />}
        {view.missed.value > 0 && (
          <button class="btn new" onClick={view.toEnd}>
            <Icon name="down" small />
            {t('newMessages', { count: view.missed.value })}
          </button>
        )}
      </div>
    </main>
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
