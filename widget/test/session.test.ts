import { afterEach, describe, expect, it, vi } from 'vitest';
import { VisitorSession } from '../src/panel/session';
import { SignedOut } from '../src/shared/transport';

const PAGE = { url: 'https://shop.example/', title: 'Shop', referrer: '' };

const answering = (status: number, body: string): void => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, { status })));
};

describe('a session of a site that lets nobody in', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('ends and says that the site is away', async () => {
    answering(403, JSON.stringify({ type: 'access-suspended', status: 403, code: 'forbidden' }));
    const away = vi.fn();

    await expect(new VisitorSession('shop', () => PAGE, away).token()).rejects.toBeInstanceOf(SignedOut);
    expect(away).toHaveBeenCalledTimes(1);
  });

  it.each([
    [403, '<html>a proxy says no</html>'],
    [404, JSON.stringify({ type: 'about:blank', code: 'not-found' })],
  ])('is away too where only this page is refused, whoever says it: %i %s', async (status, body) => {
    answering(status, body);
    const away = vi.fn();

    await expect(new VisitorSession('shop', () => PAGE, away).token()).rejects.toBeInstanceOf(SignedOut);
    expect(away).toHaveBeenCalledTimes(1);
  });

  it('is not away where the server has a problem of its own', async () => {
    answering(503, JSON.stringify({ type: 'about:blank', code: 'unavailable' }));
    const away = vi.fn();

    await expect(new VisitorSession('shop', () => PAGE, away).token()).rejects.not.toBeInstanceOf(SignedOut);
    expect(away).not.toHaveBeenCalled();
  });

  it('is let in again later', async () => {
    answering(403, JSON.stringify({ type: 'access-suspended' }));
    const session = new VisitorSession('shop', () => PAGE, vi.fn());
    await expect(session.token()).rejects.toBeInstanceOf(SignedOut);

    answering(201, JSON.stringify({ token: 'pv_x' }));
    expect(await session.token()).toBe('pv_x');
  });
});
