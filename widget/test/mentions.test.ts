import { describe, expect, it } from 'vitest';
import type { Colleague } from '../src/console/colleagues';
import { begunName, fitting } from '../src/console/late/naming';

const team: readonly Colleague[] = ['Anna Agent', 'Ben Agent', 'Zoë van Dyk', 'Sven Supervisor', 'منى علي'].map((name, at) => ({ id: `${at}`, name, status: 'available', connected: true }));
const names = (words: string, me?: string): readonly string[] => fitting(team, words, me).map(({ name }) => name);

describe('[CON-5] a colleague named in a note', () => {
  it.each([
    ['Ask @be', 7, { from: 4, words: 'be' }],
    ['@', 1, { from: 0, words: '' }],
    ['(@Anna Ag', 9, { from: 1, words: 'anna ag' }],
    ['Ask @ben about it', 8, { from: 4, words: 'ben' }],
    ['mail to anna@acme', 17, undefined],
    ['no name here', 12, undefined],
    ['@Anna\nnext line', 15, undefined],
  ])('is found before the caret: %s', (text, caret, begun) => {
    expect(begunName(text, caret)).toEqual(begun);
  });

  it('is offered by the beginning of any word of the name, and never oneself', () => {
    expect(names('')).toHaveLength(5);
    expect(names('ag')).toEqual(['Anna Agent', 'Ben Agent']);
    expect(names('van')).toEqual(['Zoë van Dyk']);
    expect(names('من')).toEqual(['منى علي']);
    expect(names('nna')).toEqual([]);
    expect(names('', '0')).not.toContain('Anna Agent');
  });

  it('is offered no longer when the whole name stands there', () => {
    expect(names('ben agent')).toEqual([]);
    expect(names('ben agent ')).toEqual([]);
  });

  it('is one of a few', () => {
    const many = Array.from({ length: 40 }, (_, at): Colleague => ({ id: `${at}`, name: `Ann ${at}`, status: 'away', connected: false }));
    expect(fitting(many, 'ann', undefined)).toHaveLength(6);
  });
});
