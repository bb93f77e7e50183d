import { describe, expect, it } from 'vitest';
import type { Canned } from '../src/console/late/canned';
import { callable, called, filled, marks, textIn } from '../src/console/late/canned';
import { tables } from '../src/console/late/words';

const all: readonly Canned[] = [
  { id: '1', shortcut: 'hello', text: 'Hello {{visitor.name|there}}', texts: [{ language: 'de', text: 'Guten Tag' }, { language: 'pt-BR', text: 'Olá' }] },
  { id: '2', shortcut: 'returns', department: 'sales', text: 'You can send it back within 30 days.' },
  { id: '3', shortcut: 'delivery', text: 'Hello again: it left our house today.' },
];
const names = (words: string, department?: string, language = 'en'): readonly string[] =>
  callable(all, words, department ? { department: { id: department, name: department } } : {}, language).map(({ shortcut }) => shortcut);

describe('[CON-4] a canned response called by its shortcut', () => {
  it.each([
    ['/', 1, { from: 0, words: '' }],
    ['Good day, /he', 13, { from: 10, words: 'he' }],
    ['One\n/Send it', 12, { from: 4, words: 'send it' }],
    ['/hello there', 3, { from: 0, words: 'he' }],
    ['and/or', 6, undefined],
    ['https://acme.example', 20, undefined],
    ['1 / 2', 5, undefined],
    ['/one\ntwo', 8, undefined],
  ])('is found before the caret: %s', (text, caret, found) => {
    expect(called(text, caret)).toEqual(found);
  });

  it('is found by the beginning of the shortcut first, then by words of its text', () => {
    expect(names('')).toEqual(['hello', 'delivery']);
    expect(names('hello')).toEqual(['hello', 'delivery']);
    expect(names('left house')).toEqual(['delivery']);
    expect(names('nothing like that')).toEqual([]);
  });

  it('is offered in the conversations of its department only', () => {
    expect(names('ret')).toEqual([]);
    expect(names('ret', 'support')).toEqual([]);
    expect(names('ret', 'sales')).toEqual(['returns']);
  });

  it('is searched and put in in the language of the visitor', () => {
    expect(names('tag', undefined, 'de-AT')).toEqual(['hello']);
    expect(textIn(all[0] as Canned, 'de-AT')).toBe('Guten Tag');
    expect(textIn(all[0] as Canned, 'pt-PT')).toBe('Olá');
    expect(textIn(all[0] as Canned, 'fr')).toBe('Hello {{visitor.name|there}}');
    expect(textIn(all[1] as Canned, '')).toBe('You can send it back within 30 days.');
  });

  it('is one of a few', () => {
    const many = Array.from({ length: 40 }, (_, at): Canned => ({ id: `${at}`, shortcut: `a${at}`, text: 'x' }));
    expect(callable(many, 'a', {}, 'en')).toHaveLength(7);
  });
});

describe('[CON-4] the variables of a canned response', () => {
  it('are filled with what is known, else with the other word', () => {
    expect(filled('Hello {{visitor.name}}, {{ agent.name }} of {{company.name}} here', { 'visitor.name': 'Lena', 'agent.name': 'Mia', 'company.name': 'Acme' })).toBe('Hello Lena, Mia of Acme here');
    expect(filled('Hello {{visitor.name|there}}', {})).toBe('Hello there');
    expect(filled('Hello {{visitor.name|there}}', { 'visitor.name': '  ' })).toBe('Hello there');
  });

  it('stay as a mark where nothing is known', () => {
    const text = filled('Dear {{visitor.name}}, {{visitor.name}} and {{department.name|us}}', {});
    expect(text).toBe('Dear {{visitor.name}}, {{visitor.name}} and us');
    expect(marks(text)).toEqual(['{{visitor.name}}']);
    expect(marks('All is known')).toEqual([]);
  });

  it('take no name for a pattern, and no name for another variable', () => {
    expect(filled('{{visitor.name}}', { 'visitor.name': '$& $1' })).toBe('$& $1');
    expect(filled('{{visitor.name}}', { 'visitor.name': '{{agent.name}}', 'agent.name': 'Mia' })).toBe('{{agent.name}}');
  });
});

describe('[CON-15] the words that come late', () => {
  it('have the same places in every language', () => {
    const places = (text: string): readonly string[] => (text.match(/\{\w+\}/g) ?? []).sort();
    for (const table of Object.values(tables)) for (const [key, text] of Object.entries(table)) expect(places(text)).toEqual(places(tables.en[key as keyof typeof tables.en]));
  });
});
