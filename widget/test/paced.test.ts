import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { paced } from '../src/console/paced';
import { signal } from '../src/shared/signals';

let visibility: string;

beforeEach(() => {
  vi.useFakeTimers();
  visibility = 'visible';
  vi.stubGlobal('document', {
    get visibilityState() {
      return visibility;
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('[CON-16] what changes all the time is worked out so often and no more, and the last change is never lost', async () => {
  const source = signal(0);
  let worked = 0;
  const made = paced(() => (worked++, source.value), 200);
  expect(made.value).toBe(0);
  for (let i = 1; i <= 100; i++) {
    source.value = i;
    await vi.advanceTimersByTimeAsync(20);
  }
  await vi.advanceTimersByTimeAsync(200);
  expect(made.value).toBe(100);
  expect(worked).toBeLessThanOrEqual(12);
});

test('[CON-16] after a pause a change is there at once', async () => {
  const source = signal(0);
  const made = paced(() => source.value, 200);
  await vi.advanceTimersByTimeAsync(300);
  source.value = 1;
  await vi.advanceTimersByTimeAsync(0);
  expect(made.value).toBe(1);
});

test('[CON-16] a hidden page, whose timers sleep, follows at once', async () => {
  const source = signal(0);
  const made = paced(() => source.value, 200);
  visibility = 'hidden';
  source.value = 1;
  await vi.advanceTimersByTimeAsync(0);
  expect(made.value).toBe(1);
});
