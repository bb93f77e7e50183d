import { describe, expect, it, vi } from 'vitest';
import type { Emoji } from '../src/console/emoji';
import { EmojiBook, findEmoji } from '../src/console/emoji';
import { memoryStore } from './support/store';

const GROUPS: readonly (readonly Emoji[])[] = [
  [
    ['😀', 'grinning face', 'happy smile'],
    ['🙂', 'slightly smiling face', 'happy'],
  ],
  [['👍', 'thumbs up', 'yes good smiley']],
];

describe('emoji', () => {
  it('[CON-4] are found by every word, in the name before elsewhere', () => {
    expect(findEmoji(GROUPS, 'smil', 9).map(([sign]) => sign)).toEqual(['🙂', '😀', '👍']);
    expect(findEmoji(GROUPS, 'Happy gr', 9).map(([sign]) => sign)).toEqual(['😀']);
    expect(findEmoji(GROUPS, 'smil', 1)).toHaveLength(1);
    expect(findEmoji(GROUPS, 'tent', 9)).toEqual([]);
  });

  it('[CON-4] used last come first, each once and bounded', () => {
    const book = new EmojiBook(memoryStore(), 'en');
    [...'abcdefghijklmnopqrstuvwxyz'].forEach((sign) => book.used(sign));
    book.used('y');
    expect(book.recent().slice(0, 3)).toEqual(['y', 'z', 'x']);
    expect(book.recent()).toHaveLength(18);
  });

  it('[CON-4] are asked for again after they could not be had', async () => {
    const answers = [Promise.reject(new Error('no line')), Promise.resolve(new Response(JSON.stringify(GROUPS)))];
    vi.stubGlobal('fetch', () => answers.shift());
    const book = new EmojiBook(memoryStore(), 'fr');
    expect(await book.groups()).toEqual([]);
    expect(await book.groups()).toEqual(GROUPS);
    vi.unstubAllGlobals();
  });
});
