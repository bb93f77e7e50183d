import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../src/shared/frames';

const message = { type: 'message', conversation: 'c', id: 'm', seq: 1, at: '2026-01-01T00:00:00Z', kind: 'text', author: { kind: 'visitor', id: 'v', name: '' } };

describe('decode', () => {
  it('[CHAT-1] reads a frame of the protocol', () => {
    expect(decode(JSON.stringify(message))).toEqual(message);
    expect(decode('{"type":"beat"}')).toEqual({ type: 'beat' });
  });

  it('takes what is no frame for unknown and never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.json(), fc.string()), (data) => decode(data).type.length > 0));
    fc.assert(fc.property(fc.anything(), (data) => decode(data).type === 'unknown'));
    for (const data of ['', '{', 'null', '[]', '5', '{}', '{"type":7}']) expect(decode(data).type).toBe('unknown');
  });

  it.each(['conversation', 'id', 'seq', 'at', 'kind', 'author'])('takes a message without %s for unknown', (field) => {
    expect(decode(JSON.stringify({ ...message, [field]: undefined })).type).toBe('unknown');
  });

  it('keeps a note only with its place', () => {
    const note = { ...message, kind: 'note', seq: undefined };
    expect(decode(JSON.stringify(note)).type).toBe('unknown');
    expect(decode(JSON.stringify({ ...note, after: 0 })).type).toBe('message');
  });
});
