import type { JSX } from 'preact';
import { Fragment } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Note } from '../shared/entries';
import { Following } from '../shared/following';
import type { Shown } from '../shared/log';
import { hasOlder, timeline } from '../shared/log';
import { quoted } from '../shared/quotes';
import { signal } from '../shared/signals';
import { useAround } from './context';
import { EventLine, markOf, NoteCard, SaidBubble, UnsentCard, UploadCard } from './entries';
import { withNotes } from './notes';
import { useView } from './use-view';

/** What was said and noted. Stays where the agent reads; at the end, it follows what arrives. */
export function Talk({ id, name }: { readonly id: string; readonly name: string }): JSX.Element {
  const { desk, t } = useAround();
  const log = desk.live.log(id).value;
  const notes = desk.notes.of(id).value;
  const conversation = useView(id);
  const said = timeline(log);
  const shown = withNotes(said, notes);
  const arrived = new Set([...log.rows, ...notes].map((entry) => entry.clientId));
  const unsent = desk.live.unsentChanges.value >= 0 ? desk.live.outbox.of(id).filter((item) => !arrived.has(item.clientId)) : [];
  const uploads = desk.uploads.items.value.filter((item) => item.thread === id);
  const scroller = useRef<HTMLDivElement>(null);
  const following = useRef<Following>();
  const view = (following.current ??= new Following(signal(0)));
  const mine = unsent.length + uploads.length;
  useLayoutEffect(() => view.drawn(scroller.current, id, shown.length, mine), [shown.length, mine]);
  const { sought } = desk.quoting;
  const wanted = sought.value;
  useLayoutEffect(() => {
    const found = wanted && scroller.current?.querySelector<HTMLElement>(`[data-message="${CSS.escape(wanted)}"]`);
    if (!found) return;
    sought.value = undefined;
    found.scrollIntoView({ block: 'center' });
    found.focus({ preventScroll: true });
    view.scrolled({ currentTarget: scroller.current as HTMLElement });
  }, [wanted, shown.length]);
  return (
    <div class="pw-log" ref={scroller} onScroll={view.scrolled} tabIndex={0} role="log" aria-label={t('log', { name })} aria-busy={!shown.length}>
      {hasOlder(log) && (
        <button type="button" class="pw-btn pw-older" onClick={() => void desk.older(id)}>
          {t('older')}
        </button>
      )}
      {shown.map((entry, index) => (
        <Fragment key={entry.id}>
          <DayLine entry={entry} before={shown[index - 1]} />
          {entry.kind === 'event' ? (
            <EventLine row={entry} name={name} />
          ) : entry.kind === 'note' ? (
            <NoteCard note={entry} />
          ) : (
            <SaidBubble message={entry} name={name} visitor={conversation?.visitor} mark={markOf(entry, conversation)} quoted={quoted(log, said, entry.replyTo)} />
          )}
        </Fragment>
      ))}
      {unsent.map((item) => (
        <UnsentCard key={item.clientId} item={item} name={name} quoted={quoted(log, said, item.replyTo)} />
      ))}
      {uploads.map((item) => (
        <UploadCard key={item.key} item={item} />
      ))}
    </div>
  );
}

function DayLine({ entry, before }: { readonly entry: Shown | Note; readonly before: Shown | Note | undefined }): JSX.Element | null {
  const { t } = useAround();
  if (before && new Date(before.at).toDateString() === new Date(entry.at).toDateString()) return null;
  return <p class="pw-day">{t.day(entry.at)}</p>;
}
