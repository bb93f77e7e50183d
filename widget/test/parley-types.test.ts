import { describe, expect, it } from 'vitest';
import type { Parley, ParleyEvents } from '../src/loader/parley';

/** The compiler is the test: a wrong call that it takes is an unused `@ts-expect-error`, which fails the check. */
describe('the published types', () => {
  const calls: unknown[][] = [];
  const parley: Parley = (...call: unknown[]) => void calls.push(call);

  it('[WID-9] [CON-7] take what the widget takes', () => {
    parley('open');
    parley('update', { name: 'Nora', plan: 'gold', orders: 3, trial: false, coupon: null });
    parley('on', 'unread', (count) => count.toFixed());
    parley('on', 'error', ({ code, message }) => `${code} ${message}`);
    parley('off', 'error');
    expect(calls).toHaveLength(5);
  });

  it('[WID-9] [CON-7] refuse what it does not take', () => {
    // @ts-expect-error an attribute is no list
    parley('update', { orders: [1, 2] });
    // @ts-expect-error a name is text
    parley('update', { name: 5 });
    // @ts-expect-error there is no such command
    parley('dance');
    const never: (event: keyof ParleyEvents) => void = () => undefined;
    // @ts-expect-error there is no such event
    never('dance');
  });
});
