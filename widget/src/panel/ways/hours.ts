/** Business hours as the server says them, in moments, and as a visitor's clock and calendar say them. */

/** A stretch of time in which the site is open. */
export interface Open {
  /** ISO 8601. */
  readonly from: string;
  readonly until: string;
}

/** When the site is open between two moments: from at least a day ago to at least eight days from now. */
export interface Hours extends Open {
  readonly open: readonly Open[];
}

/** A day of the visitor's calendar. */
export interface Day {
  readonly date: Date;
  /** When the site opens on it, and until when it stays so; perhaps into the night after. */
  readonly spans: readonly Span[];
}

export interface Span {
  readonly from: Date;
  readonly until: Date;
  /** From midnight to midnight. */
  readonly whole: boolean;
}

/** Whether the site is open, and until when that stays so: undefined where it is not known or never ends. */
export interface State {
  readonly open: boolean;
  readonly next: Date | undefined;
}

const DAYS = 7;
export const A_DAY = 86_400_000;

export function stateAt({ open, until }: Hours, now: Date): State {
  const at = now.getTime();
  const left = open.find((span) => at < Date.parse(span.until));
  if (!left) return { open: false, next: undefined };
  if (at < Date.parse(left.from)) return { open: false, next: new Date(left.from) };
  return { open: true, next: left.until === until ? undefined : new Date(left.until) };
}

/** Today and the six days after it. */
export function week({ open }: Hours, now: Date): readonly Day[] {
  const spans = open.flatMap((span) => cut(new Date(span.from), new Date(span.until)));
  return Array.from({ length: DAYS }, (_, index) => {
    const [date, next] = [midnight(now, index), midnight(now, index + 1)];
    return { date, spans: spans.filter(({ from }) => from >= date && from < next) };
  });
}

/**
 * What ends in the night belongs to the day on which it begins, as people say it; what lasts for longer than a day, or for all of one, is cut
 * at each midnight.
 */
function cut(from: Date, until: Date): Span[] {
  const next = midnight(from, 1);
  const begins = from.getTime() === midnight(from).getTime();
  if (until <= next || (!begins && until.getTime() - from.getTime() <= A_DAY)) return [{ from, until, whole: begins && until >= next }];
  return [{ from, until: next, whole: begins }, ...cut(next, until)];
}

/** A day has 23 hours or 25 where the clock is changed. */
function midnight(of: Date, later = 0): Date {
  return new Date(of.getFullYear(), of.getMonth(), of.getDate() + later);
}
