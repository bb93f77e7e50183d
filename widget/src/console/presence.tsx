import type { JSX } from 'preact';
import type { Presence } from '../shared/frames';
import type { Surroundings } from './context';
import { useAround } from './context';
import { useSignal } from './use-signal';

export const PRESENCES: readonly Presence[] = ['available', 'busy', 'away', 'offline'];

/** "Away: Lunch"; the reasons of Parley itself in the agent's language. */
export function presenceOf({ status, reason }: { readonly status: Presence; readonly reason?: string | undefined }, t: Surroundings['t']): string {
  if (!reason) return t(status);
  const own = `away.${reason}`;
  return `${t(status)}: ${t.knows(own) ? t(own) : reason}`;
}

/** The agent's own presence, with the company's reasons for being away. */
export function PresenceSwitch(): JSX.Element {
  const { desk, t } = useAround();
  const status = desk.presence.value;
  const reason = desk.reason.value;
  const limit = desk.live.me.value?.capacity;
  const reasons = desk.labels.awayReasons.value.map(({ name }) => name);
  const listed = status === 'away' && !!reason && reasons.includes(reason);
  // What is chosen stands there until the server has answered: a redraw in between must not show the old one again.
  const chosen = useSignal<string | undefined>(undefined);
  const choose = async (value: string): Promise<void> => {
    const [next, why] = value.split(/:(.*)/s);
    chosen.value = value;
    await desk.setPresence(next as Presence, why);
    chosen.value = undefined;
  };
  return (
    <label class="pw-presence">
      <i class={`pw-pres ${status}`} aria-hidden="true" />
      <span class="pw-sr">{t('presence')}</span>
      <select
        value={chosen.value ?? (listed ? `away:${reason}` : status)}
        disabled={desk.live.connection.value !== 'online'}
        onChange={(event) => void choose(event.currentTarget.value)}
      >
        {PRESENCES.flatMap((each) => [
          <option key={each} value={each}>
            {each === status && !listed ? presenceOf({ status, reason }, t) : t(each)}
          </option>,
          ...(each === 'away'
            ? reasons.map((why) => (
                <option key={why} value={`away:${why}`}>
                  {presenceOf({ status: each, reason: why }, t)}
                </option>
              ))
            : []),
        ])}
      </select>
      {limit && status === 'available' && <small>{t('load', { count: desk.lists.mine.value.length, limit })}</small>}
    </label>
  );
}
