import type { JSX } from 'preact';
import { CLOCK, DOWN } from '../../shared/ui/paths';
import type { Kit } from '../late/kit';
import { Icon, t, visit } from '../late/kit';
import type { Day, Hours, Span } from './hours';
import { A_DAY, stateAt, week } from './hours';

let until: Kit['until'];

export function beginOpening(kit: Kit): void {
  until = kit.until;
}

/** Whether the company is open, until when or from when, and the coming days, by the visitor's own clock; null where there is nothing to say. */
export function Opening({ hours }: { readonly hours: Hours }): JSX.Element | null {
  // told anew each minute
  const desk = visit.desk.value;
  const now = new Date();
  const { open, next } = stateAt(hours, now);
  const days = week(hours, now);
  // Open by the hours, and yet nobody is there: only the hours are said.
  const absent = open && !desk.open;
  if (absent && !next) return null;
  const change = dated(desk.nextChange);
  // Open are all departments together; who is there may go home earlier.
  const at = !open ? (next ?? change) : desk.open && change && next && change < next ? change : next;
  // Since yesterday evening, say: then nothing of it begins today.
  const [today] = days;
  const said = absent && today?.spans.length ? `${t('today')} ${times(today)}` : open ? openUntil(at, now) : opens(at);
  return (
    <details>
      <summary class="row">
        <Icon name={CLOCK} />
        <span class="grow">
          {open && !absent && <i class="dot" aria-hidden />}
          {said}
        </span>
        <Icon name={DOWN} small />
      </summary>
      <dl class="hours">
        {alike(days).map(([first, last]) => (
          <>
            <dt>{first === days[0] ? t('today') : name(first, last)}</dt>
            <dd>{first.spans.length ? first.spans.map((span) => <span>{time(span)}</span>) : t('home.closed')}</dd>
          </>
        ))}
      </dl>
      <p class="by">{t('home.zone')}</p>
    </details>
  );
}

function openUntil(next: Date | undefined, now: Date): string {
  if (!next) return t('home.always');
  const soon = next.getTime() - now.getTime() <= A_DAY;
  return t('home.openUntil', { time: soon ? t.time(next) : next.toLocaleString(locale(), { weekday: 'short', hour: 'numeric', minute: '2-digit' }) });
}

function opens(next: Date | undefined): string {
  return next ? t('home.opens', { day: until(next.toISOString(), t, visit.panel.config.language), time: t.time(next) }) : t('home.closed');
}

function dated(next: string | null | undefined): Date | undefined {
  return next ? new Date(next) : undefined;
}

/** Days that follow each other and have the same hours, first and last; today is said for itself. */
function alike(days: readonly Day[]): (readonly [Day, Day])[] {
  const groups: [Day, Day][] = [];
  days.forEach((day, index) => {
    const group = groups.at(-1);
    if (group && index > 1 && times(group[1]) === times(day)) group[1] = day;
    else groups.push([day, day]);
  });
  return groups;
}

function name(first: Day, last: Day): string {
  const weekday = new Intl.DateTimeFormat(locale(), { weekday: 'long' });
  return first === last ? weekday.format(first.date) : `${weekday.format(first.date)} – ${weekday.format(last.date)}`;
}

function times({ spans }: Day): string {
  return spans.length ? spans.map(time).join(', ') : t('home.closed');
}

function time({ from, until: to, whole }: Span): string {
  return whole ? t('home.allDay') : `${t.time(from)}–${t.time(to)}`;
}

function locale(): string {
  return `${visit.panel.config.language}-u-nu-latn`;
}
