import { describe, expect, it } from 'vitest';
import type { Field } from '../src/panel/arrival/fields';
import { given, trouble } from '../src/panel/arrival/fields';

const field = (of: Partial<Field>): Field => ({ name: 'it', kind: 'text', label: 'It', ...of });
const wrong = (of: Partial<Field>, it: string): string | undefined => trouble(field(of), { it });

describe('[CHAT-22] what is filled in before the first message', () => {
  it('may be left empty only where it is not required', () => {
    expect(wrong({}, ' ')).toBeUndefined();
    expect(wrong({ required: true }, ' ')).toBe('arrival.missing');
    expect(wrong({ kind: 'choice', required: true, choices: ['a'] }, '')).toBe('arrival.choose');
    expect(wrong({ kind: 'checkbox', required: true }, '')).toBe('arrival.missing');
  });

  it.each([
    ['lena@example.com', true],
    ['lena.hoff@shop.example.co.uk', true],
    ['lena.hoff@example', false],
    ['lena@', false],
    ['lena@example.', false],
    ['two words@example.com', false],
  ])('takes %s for an address: %s', (said, fits) => expect(!wrong({ kind: 'email' }, said)).toBe(fits));

  it.each([
    ['+49 (0) 30 / 123-456', true],
    ['112', true],
    ['call me', false],
    ['++1', false],
  ])('takes %s for a phone number: %s', (said, fits) => expect(!wrong({ kind: 'phone' }, said)).toBe(fits));

  it('fits its pattern as a whole; a pattern that only the server understands is left to it', () => {
    expect(wrong({ pattern: '\\d{5}' }, '48210')).toBeUndefined();
    expect(wrong({ pattern: '\\d{5}' }, 'order 48210')).toBe('arrival.notFitting');
    expect(wrong({ pattern: '(?i)x' }, 'anything')).toBeUndefined();
  });

  it('is one of the choices', () => {
    expect(wrong({ kind: 'choice', choices: ['Tents'] }, 'Tents')).toBeUndefined();
    expect(wrong({ kind: 'choice', choices: ['Tents'] }, 'Boats')).toBe('arrival.choose');
  });

  it('goes along without what is empty or not asked', () => {
    expect(given([field({}), field({ name: 'empty' })], { it: ' yes ', empty: ' ', other: 'kept from before' })).toEqual({ it: 'yes' });
  });
});
