/**
 * What somebody sees to whom nobody has answered yet: what is asked before the first words, the place in line, that a message was left.
 * Fetched with the first conversation that is shown.
 */
import type { JSX } from 'preact';
import type { Kit } from '../late/kit';
import { lend, t, visit } from '../late/kit';
import { Form } from './form';
import { beginLeft, Left } from './left';
import { QueueCard } from './queue-card';
import { keepDraft } from './draft';
import { asked, beginSheet, form, holds } from './sheet';

/** Before the first message: what is asked. After it, the place in line or, while nobody is there, that it has come. */
function Arrival({ id, fresh }: { readonly id: string; readonly fresh: boolean }): JSX.Element | null {
  if (!fresh) {
    const view = visit.live.list.value.get(id);
    if (view?.status !== 'waiting') return null;
    return !visit.desk.value.open || view.origin === 'message' ? <Left /> : <QueueCard id={id} />;
  }
  const fields = asked();
  if (!fields.length) return null;
  return (
    <form class="card asks" noValidate aria-label={t('arrival.reach')} onSubmit={(event) => event.preventDefault()}>
      <Form fields={fields} />
    </form>
  );
}

const arrival = { Arrival, form, holds };

export type Arriving = typeof arrival;
export function begin(kit: Kit): Arriving {
  lend(kit);
  beginSheet();
  beginLeft(kit);
  keepDraft(kit);
  return arrival;
}
