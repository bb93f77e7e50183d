import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Following } from '../src/shared/following';
import { signal } from '../src/shared/signals';

/** A log of 2,000 px whose height the test changes, as a turned phone or a growing composer does. */
class FakeLog {
  scrollHeight = 2_000;
  clientHeight = 500;
  scrollTop = 0;

  scrollTo(_left: number, top: number): void {
    this.scrollTop = Math.min(top, this.scrollHeight - this.clientHeight);
  }

  get element(): HTMLElement {
    return this as unknown as HTMLElement;
  }
}

let resized: () => unknown;
let log: FakeLog;
let following: Following;

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(told: () => unknown) {
        resized = told;
      }
      observe(): void {}
    },
  );
  log = new FakeLog();
  following = new Following(signal(0));
  following.drawn(log.element, 'c1', 20, 0);
});
afterEach(() => vi.unstubAllGlobals());

test('[CON-1] [WID-15] the end stays in view when the log gets another height, even where the browser scrolls first', () => {
  expect(log.scrollTop).toBe(1_500);
  log.clientHeight = 200;
  log.scrollTop = 1_400;
  scroll();
  resized();
  expect(log.scrollTop).toBe(1_800);

  scroll();
  log.clientHeight = 300;
  resized();
  expect(log.scrollTop).toBe(1_700);
});

test('[CON-1] [WID-15] who reads further up stays there when the log gets another height', () => {
  log.scrollTop = 300;
  scroll();
  log.clientHeight = 200;
  scroll();
  resized();
  following.drawn(log.element, 'c1', 21, 0);
  expect(log.scrollTop).toBe(300);
  expect(following.missed.value).toBe(1);
});

test('[CON-1] [WID-15] a reader who scrolls up right after the log got another height stays where they went', () => {
  log.clientHeight = 200;
  resized();
  log.scrollTop = 900;
  scroll();
  following.drawn(log.element, 'c1', 21, 0);
  expect(log.scrollTop).toBe(900);
});

function scroll(): void {
  following.scrolled({ currentTarget: log.element });
}
