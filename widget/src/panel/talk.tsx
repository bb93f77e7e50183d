import type { JSX } from 'preact';
import { t, visit } from './context';
import { Team } from './home';
import { isThread } from './thread';

/** The log of a conversation. What was said comes with code of its own, as soon as there is something to show. */
export function Talk({ id }: { readonly id: string }): JSX.Element {
  const { live } = visit;
  const said = visit.said.code.value;
  const arrival = visit.arrival.code.value;
  const fresh = isThread(id) && live.unsentChanges.value >= 0 && !live.outbox.of(id).length;
  const loading = !isThread(id) && !(said && live.log(id).value.last) && !!live.list.value.get(id)?.lastSeq;
  if (!fresh || visit.uploads.value.length) void visit.said.need();
  return (
    <main tabIndex={0} {...(said && { onScroll: said.following.scrolled })} aria-label={t('log')}>
      <div class="log" role="log" aria-label={t('log')} aria-live={loading ? 'off' : 'polite'} aria-busy={loading}>
        {fresh && <Team />}
        {said && <said.Log id={id} />}
        {fresh && arrival && <arrival.Arrival />}
      </div>
    </main>
  );
}
