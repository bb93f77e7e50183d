/**
 * How else the company can be reached, when it is open and how long one waits, in a file of its own that is fetched once the first page is
 * drawn. It stands at that page's end, so that nothing moves under anybody's finger.
 */
import type { JSX } from 'preact';
import type { Kit } from '../late/kit';
import { lend, t, visit } from '../late/kit';
import { usually } from '../said/queue-card';
import { Contact } from './contact';
import { beginOpening, Opening } from './opening';
import { beginReach, reach } from './reach';

let settled = false;

/** The last card of the first page; none where there is nothing to say. */
function Ways(): JSX.Element | null {
  const { hours, locations = [] } = reach.value ?? {};
  const opening = hours && Opening({ hours });
  if (!earlierOnesAreThere() || !(opening || locations.length)) return null;
  return (
    <section class="card ways">
      <h2>{t(locations.length ? 'home.contact' : 'home.hours')}</h2>
      {locations.map((at) => (
        <Contact at={at} named={locations.length > 1} />
      ))}
      {opening}
    </section>
  );
}

/** Whether the visitor's earlier conversations, which stand above, have come or will not for now. */
function earlierOnesAreThere(): unknown {
  const { live, line, panel, said } = visit;
  const online = live.connection.value === 'online' && (!live.list.value.size || said.code.value);
  return (settled ||= !!(online || line.value || panel.config.reach));
}

/** How long whoever begins now would wait; nothing where nobody would have to or it is not known. */
function wait(): string | null | undefined {
  const range = visit.desk.value.wait;
  return range && t('home.wait', { wait: usually(range, t) });
}

const ways = { wait, Ways };

export type WaysToReach = typeof ways;
export function begin(kit: Kit): WaysToReach {
  settled = false;
  lend(kit);
  beginOpening(kit);
  beginReach(kit);
  return ways;
}
