import type { JSX } from 'preact';
import type { EventRow } from '../../shared/entries';
import { CHECK, CLOCK, USER } from '../../shared/ui/paths';
import { Icon, t } from '../late/kit';

/** Joined, transferred, closed: a plain sentence in the log. An event this version does not know is left out. */
export function EventLine({ row }: { readonly row: EventRow }): JSX.Element | null {
  const { type, by, agent, reason, text } = row.event ?? { type: '' };
  const mine = by?.kind === 'visitor' ? `event.${type}.me` : `event.${type}.${reason}`;
  const key = t.knows(mine) ? mine : `event.${type}`;
  if (!t.knows(key)) return null;
  return (
    <p class="ev">
      <Icon name={type === 'joined' ? USER : type === 'closed' ? CHECK : CLOCK} small />
      <span>
        {text || t(key, { name: agent?.name || by?.name || t('team') })} · <time dateTime={row.at}>{t.time(row.at)}</time>
      </span>
    </p>
  );
}
