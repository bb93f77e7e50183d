/** The day of a moment to come, as it stands in "Back … at 09:00": in the visitor's own words and zone. */
export function until(at: string, say: (key: 'on.today' | 'on.tomorrow' | 'on.day', values?: { day: string }) => string, language: string, now = new Date()): string {
  const then = new Date(at);
  const days = Math.round((midnight(then) - midnight(now)) / 86_400_000);
  if (days < 2) return say(days > 0 ? 'on.tomorrow' : 'on.today');
  // The same weekday of next week would be taken for today.
  const day = days < 7 ? { weekday: 'long' as const } : { dateStyle: 'long' as const };
  return say('on.day', { day: then.toLocaleDateString(`${language}-u-nu-latn`, day) });
}

function midnight(at: Date): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
