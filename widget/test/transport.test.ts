// @vitest-environment jsdom
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { backoff, LONGEST, SHORTEST } from '../src/shared/backoff';
import type { ConnectionState } from '../src/shared/transport';
import { Refusal, SignedOut, Transport } from '../src/shared/transport';
import { FakeSocket, settle, useFakeLine } from './support/line';

const WELCOME = { type: 'welcome', conversations: [] };
let running: Transport | undefined;

function connect(token: (renew: boolean) => Promise<string> = async () => 'token') {
  const states: ConnectionState[] = [];
  const tokens = vi.fn(token);
  const transport = new Transport({
    url: 'ws://here/ws/visitor',
    token: tokens,
    resume: () => ({ c1: 7 }),
    onFrame: () => undefined,
    onState: (state) => states.push(state),
    socket: FakeSocket.open,
  });
  running = transport;
  transport.start();
  return { transport, states, tokens };
}

async function online(token?: (renew: boolean) => Promise<string>) {
  const line = connect(token);
  await settle();
  FakeSocket.last.accept();
  FakeSocket.last.say(WELCOME);
  return line;
}

describe('the connection', () => {
  useFakeLine();
  afterEach(() => running?.stop());

  it('[CHAT-4] says hello with the token and what it has', async () => {
    const { states } = await online();
    expect(FakeSocket.last.sent).toEqual([{ type: 'hello', token: 'token', resume: { c1: 7 } }]);
    expect(states).toEqual(['online']);
  });

  it('[CHAT-6] answers a beat with a ping at once, without a timer', async () => {
    await online();
    FakeSocket.last.say({ type: 'beat' });
    expect(FakeSocket.last.of('ping')).toHaveLength(1);
  });

  it('[CHAT-6] replaces a line on which nothing was heard for 45 seconds, and not one that beats', async () => {
    await online();
    for (let second = 0; second < 200; second += 20) {
      await vi.advanceTimersByTimeAsync(20_000);
      FakeSocket.last.say({ type: 'beat' });
    }
    expect(FakeSocket.all).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(45_000 + 5_000 + LONGEST);
    expect(FakeSocket.all.length).toBeGreaterThan(1);
    expect(FakeSocket.all[0]?.closedWith).toBe(4000);
  });

  it('[CHAT-6] notices a server that never welcomes', async () => {
    connect();
    await settle();
    FakeSocket.last.accept();
    await vi.advanceTimersByTimeAsync(55_000);
    expect(FakeSocket.all.length).toBeGreaterThan(1);
  });

  it('[CHAT-6] waits between half a second and thirty, doubling, spread by chance', () => {
    fc.assert(
      fc.property(fc.nat(1_000), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempt, chance) => {
        const delay = backoff(attempt, () => chance);
        expect(delay).toBeGreaterThanOrEqual(SHORTEST);
        expect(delay).toBeLessThanOrEqual(Math.min(LONGEST, SHORTEST * 2 ** Math.min(attempt, 10)));
      }),
    );
    expect(backoff(50, () => 0.999)).toBeGreaterThan(29_000);
  });

  it('[CHAT-6] tries again after a loss, and goes on trying', async () => {
    const { states } = await online();
    for (let round = 1; round < 8; round++) {
      FakeSocket.last.lose();
      await vi.advanceTimersByTimeAsync(LONGEST);
      expect(FakeSocket.all).toHaveLength(round + 1);
    }
    expect(states).toEqual(['online', 'offline']);
  });

  it('[CHAT-6] comes back at once when the browser says that it is online', async () => {
    await online();
    for (let round = 0; round < 8; round++) {
      FakeSocket.last.lose();
      await vi.advanceTimersByTimeAsync(LONGEST);
    }
    FakeSocket.last.lose();
    const before = FakeSocket.all.length;
    window.dispatchEvent(new Event('online'));
    await settle();
    expect(FakeSocket.all).toHaveLength(before + 1);
  });

  it('hears nothing more from a line it has given up', async () => {
    const { states } = await online();
    const old = FakeSocket.last;
    window.dispatchEvent(new Event('online'));
    await settle();
    FakeSocket.last.accept();
    FakeSocket.last.say(WELCOME);
    old.lose();
    expect(states.at(-1)).toBe('online');
  });

  it('[CHAT-7] reconnects half a second after 4008', async () => {
    await online();
    FakeSocket.last.lose(4008);
    await vi.advanceTimersByTimeAsync(SHORTEST);
    expect(FakeSocket.all).toHaveLength(2);
  });

  it('waits long after 4029, so that it does not make too many more', async () => {
    await online();
    FakeSocket.last.lose(4029);
    await vi.advanceTimersByTimeAsync(14_000);
    expect(FakeSocket.all).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(LONGEST);
    expect(FakeSocket.all).toHaveLength(2);
  });

  it('takes a fresh token after 4001, and does not hammer when that is refused too', async () => {
    const { tokens } = await online();
    FakeSocket.last.lose(4001);
    await settle();
    expect(tokens).toHaveBeenLastCalledWith(true);
    expect(FakeSocket.all).toHaveLength(2);
    FakeSocket.last.lose(4001);
    await vi.advanceTimersByTimeAsync(SHORTEST - 1);
    expect(FakeSocket.all).toHaveLength(2);
  });

  it('ends when signed out, by the server or by the token source, and stays ended', async () => {
    const { states } = await online();
    FakeSocket.last.lose(4003);
    await vi.advanceTimersByTimeAsync(120_000);
    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(120_000);
    expect(FakeSocket.all).toHaveLength(1);
    expect(states.at(-1)).toBe('ended');

    const refused = connect(() => Promise.reject(new SignedOut()));
    await settle();
    expect(refused.states).toEqual(['ended']);
  });

  it('keeps trying while tokens cannot be fetched', async () => {
    const { tokens, states } = connect(() => Promise.reject(new Error('no network')));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(tokens.mock.calls.length).toBeGreaterThan(2);
    expect(states).toEqual(['offline']);
  });

  it('survives frames it does not know', async () => {
    const { states } = await online();
    for (const data of ['', '{', 'null', '[]', '{"type":"sparkle"}', '{"type":"message"}', 5]) FakeSocket.last.onmessage?.({ data });
    expect(states).toEqual(['online']);
  });

  it('gives each question its answer, and a refusal as such', async () => {
    const { transport } = await online();
    const good = transport.request({ type: 'close', conversation: 'a' });
    const bad = transport.request({ type: 'close', conversation: 'b' });
    const [first, second] = FakeSocket.last.of('close');
    FakeSocket.last.say({ type: 'error', ref: second?.ref, code: 'not-found', retry: false });
    FakeSocket.last.say({ type: 'ok', ref: first?.ref });
    await expect(good).resolves.toMatchObject({ type: 'ok' });
    await expect(bad).rejects.toEqual(new Refusal('not-found', false));
  });

  it('answers what was asked with "unavailable" when the line is lost, or nothing comes', async () => {
    const { transport } = await online();
    const lost = expect(transport.request({ type: 'close', conversation: 'a' })).rejects.toMatchObject({ code: 'unavailable', retry: true });
    FakeSocket.last.lose();
    await lost;
    await expect(transport.request({ type: 'close', conversation: 'a' })).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('[WID-7] closes its line when the page is put away, and comes back with it', async () => {
    await online();
    window.dispatchEvent(new Event('pagehide'));
    expect(FakeSocket.last.closedWith).toBe(1000);
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    await settle();
    expect(FakeSocket.all).toHaveLength(2);
  });
});
