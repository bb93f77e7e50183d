import { useEffect } from 'preact/hooks';
import { useSignal } from './use-signal';

/** The time, told every so many milliseconds. */
export function useNow(every: number): number {
  const now = useSignal(Date.now());
  useEffect(() => {
    const timer = setInterval(() => (now.value = Date.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now.value;
}
