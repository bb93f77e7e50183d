import { describe, expect, it } from 'vitest';
import { Drafts } from '../src/console/drafts';
import { memoryStore } from './support/store';

describe('drafts', () => {
  it('[CON-4] outlive a reload, note or reply', () => {
    const store = memoryStore();
    new Drafts(store, 'anna').change('c1', { text: 'Ask the workshop', mode: 'note' });
    expect(new Drafts(store, 'anna').of('c1')).toEqual({ text: 'Ask the workshop', mode: 'note' });
  });

  it('[CON-4] are nobody else’s, and leave nothing behind when sent', () => {
    const store = memoryStore();
    const drafts = new Drafts(store, 'anna');
    drafts.change('c1', { text: 'Hello' });
    expect(new Drafts(store, 'ben').of('c1').text).toBe('');
    drafts.change('c1', { text: '' });
    expect(store.keys('parley:draft:')).toEqual([]);
  });

  it('[CON-4] [CHAT-16] keep the quote of a reply, also before there is a word', () => {
    const store = memoryStore();
    const drafts = new Drafts(store, 'anna');
    drafts.change('c1', { quote: 'c1-4' });
    expect(new Drafts(store, 'anna').of('c1')).toEqual({ text: '', mode: 'reply', quote: 'c1-4' });
    drafts.change('c1', { quote: undefined });
    expect(store.keys('parley:draft:')).toEqual([]);
  });

  it('[CON-9] know after a reload where they were begun, and do not ask again by themselves', () => {
    const store = memoryStore();
    new Drafts(store, 'anna').change('c1', { text: 'Yes', since: 4, answered: 'Ben' });
    expect(new Drafts(store, 'anna').of('c1')).toEqual({ text: 'Yes', mode: 'reply', since: 4 });
  });

  it('[CON-4] do without what somebody has broken', () => {
    const store = memoryStore();
    store.set('parley:draft:anna:c1', '{"text":');
    store.set('parley:draft:anna:c2', '{"text":7,"mode":"note"}');
    store.set('parley:draft:anna:c3', '{"text":"Hello","quote":{}}');
    const drafts = new Drafts(store, 'anna');
    expect(drafts.of('c1')).toEqual({ text: '', mode: 'reply' });
    expect(drafts.of('c2')).toEqual({ text: '', mode: 'reply' });
    expect(drafts.of('c3')).toEqual({ text: 'Hello', mode: 'reply' });
  });
});
