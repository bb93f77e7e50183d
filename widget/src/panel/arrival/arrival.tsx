/**
 * What is asked before the first words, in a file of its own that is fetched where something is: by the site, or while nobody is there an address.
 */
import type { JSX } from 'preact';
import type { Kit } from '../late/kit';
import { lend, t } from '../late/kit';
import { Form } from './form';
import { address, asked, beginSheet, form, holds, knownAddress, learn, ready, said } from './sheet';

/** Before the first message: what is asked. */
function Arrival(): JSX.Element | null {
  const fields = asked();
  if (!fields.length) return null;
  return (
    <form class="card asks" noValidate aria-label={t('arrival.reach')} onSubmit={(event) => event.preventDefault()}>
      <Form fields={fields} />
    </form>
  );
}

const arrival = { address, Arrival, Form, form, holds, knownAddress, learn, ready, said };

export type Arriving = typeof arrival;
export function begin(kit: Kit): Arriving {
  lend(kit);
  beginSheet();
  return arrival;
}
