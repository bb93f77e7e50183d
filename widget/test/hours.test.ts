import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Day, Hours } from '../src/panel/ways/hours';
import { stateAt, week } from '../src/panel/ways/hours';

const zone = process.env['TZ'];
const FROM = '2026-11-29T08:00:00Z';
const UNTIL = '2026-12-09T10:00:00Z';

function hours(...open: [string, string][]): Hours {
  return { from: FROM, until: UNTIL, open: open.map(([from, until]) => ({ from, until })) };
}

/** Nine to six in Berlin, in winter, on these days of November and December. */
function inBerlin(...days: string[]): Hours {
  return hours(...days.map((day): [string, string] => [`2026-${day}T08:00:00Z`, `2026-${day}T17:00:00Z`]));
}

function clock(at: Date): string {
  return `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;
}

function said(days: readonly Day[]): string[] {
  return days.map(({ date, spans }) => `${date.getDate()}: ${spans.map(({ from, until, whole }) => (whole ? 'all day' : `${clock(from)}-${clock(until)}`)).join(' ') || 'closed'}`);
}

describe('[WID-10] business hours by the visitor’s calendar', () => {
  const live = (where: string): void => void (process.env['TZ'] = where);
  beforeEach(() => live('Europe/Berlin'));
  afterEach(() => {
    if (zone === undefined) delete process.env['TZ'];
    else live(zone);
  });

  it('are those of the company where both live in one zone', () => {
    expect(said(week(inBerlin('11-30', '12-01', '12-04'), new Date('2026-11-30T12:00:00Z')))).toEqual([
      '30: 09:00-18:00',
      '1: 09:00-18:00',
      '2: closed',
      '3: closed',
      '4: 09:00-18:00',
      '5: closed',
      '6: closed',
    ]);
  });

  it('go past midnight on the day on which they begin', () => {
    live('Asia/Tokyo');
    const now = new Date('2026-11-30T16:30:00Z');
    expect(said(week(inBerlin('11-30', '12-01'), now)).slice(0, 2)).toEqual(['1: 17:00-02:00', '2: closed']);
    expect(stateAt(inBerlin('11-30', '12-01'), now)).toEqual({ open: true, next: new Date('2026-11-30T17:00:00Z') });
  });

  it('are on another day where the visitor is far enough away', () => {
    live('Pacific/Auckland');
    expect(said(week(hours(['2026-11-30T22:00:00Z', '2026-12-01T02:00:00Z']), new Date('2026-11-30T12:00:00Z')))[0]).toBe('1: 11:00-15:00');
    live('Pacific/Honolulu');
    expect(said(week(hours(['2026-12-01T08:00:00Z', '2026-12-01T17:00:00Z']), new Date('2026-11-30T20:00:00Z'))).slice(0, 2)).toEqual(['30: 22:00-07:00', '1: closed']);
  });

  it('have several spans a day, and whole days', () => {
    const open = hours(['2026-11-30T08:00:00Z', '2026-11-30T11:00:00Z'], ['2026-11-30T12:00:00Z', '2026-11-30T16:00:00Z'], ['2026-12-01T17:00:00Z', '2026-12-03T23:00:00Z']);
    expect(said(week(open, new Date('2026-11-30T12:00:00Z'))).slice(0, 5)).toEqual(['30: 09:00-12:00 13:00-17:00', '1: 18:00-00:00', '2: all day', '3: all day', '4: closed']);
  });

  it('follow the visitor’s clock where it is changed', () => {
    const spring: Hours = { from: '2026-03-27T00:00:00Z', until: '2026-04-06T00:00:00Z', open: ['28', '29', '30'].map((day) => ({ from: `2026-03-${day}T08:00:00Z`, until: `2026-03-${day}T16:00:00Z` })) };
    expect(said(week(spring, new Date('2026-03-28T10:00:00Z'))).slice(0, 3)).toEqual(['28: 09:00-17:00', '29: 10:00-18:00', '30: 10:00-18:00']);
    const always = { ...spring, open: [{ from: spring.from, until: spring.until }] };
    expect(said(week(always, new Date('2026-03-28T10:00:00Z')))).toEqual(['28', '29', '30', '31', '1', '2', '3'].map((day) => `${day}: all day`));
    const autumn: Hours = { from: '2026-10-24T00:00:00Z', until: '2026-11-03T00:00:00Z', open: [{ from: '2026-10-24T22:00:00Z', until: '2026-10-25T23:00:00Z' }] };
    expect(said(week(autumn, new Date('2026-10-25T10:00:00Z'))).slice(0, 2)).toEqual(['25: all day', '26: closed']);
  });

  it('say until when it is open, or when it opens', () => {
    const open = inBerlin('11-30', '12-02');
    expect(stateAt(open, new Date('2026-11-30T07:59:59Z'))).toEqual({ open: false, next: new Date('2026-11-30T08:00:00Z') });
    expect(stateAt(open, new Date('2026-11-30T08:00:00Z'))).toEqual({ open: true, next: new Date('2026-11-30T17:00:00Z') });
    expect(stateAt(open, new Date('2026-11-30T17:00:00Z'))).toEqual({ open: false, next: new Date('2026-12-02T08:00:00Z') });
    expect(stateAt(open, new Date('2026-12-03T17:00:00Z'))).toEqual({ open: false, next: undefined });
    expect(stateAt(hours([FROM, UNTIL]), new Date('2026-12-01T08:00:00Z'))).toEqual({ open: true, next: undefined });
  });
});
