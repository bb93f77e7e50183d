import { useState } from 'preact/hooks';
import type { Signal } from '../shared/signals';
import { signal } from '../shared/signals';

/** A signal that lives as long as the component. */
export function useSignal<T>(first: T): Signal<T> {
  return useState(() => signal(first))[0];
}
