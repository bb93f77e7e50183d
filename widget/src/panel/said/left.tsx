import type { JSX } from 'preact';
import type { Signal } from '../../shared/signals';
import type { Kit } from '../late/kit';
import { Icon, signal, t, visit } from '../late/kit';
import type { Arriving } from '../arrival/arrival';
import { CHECK } from '../../shared/ui/paths';

let failed: Signal<boolean>;
let until: Kit['until'];

export function beginLeft(kit: Kit): void {
  until = kit.until;
  failed = signal(false);
}

/** Says that the message is there, when somebody will read it and where the answer comes; and takes an address that was not given. */
export function Left(): JSX.Element | null {
  const arrival = visit.arrival.code.value;
  if (!arrival) {
    void visit.arrival.need();
    return null;
  }
  const email = arrival.knownAddress();
  const { open, nextChange: next } = visit.desk.value;
  const when = open
    ? t('arrival.answerSoon')
    : next
      ? t('arrival.answerOn', { day: until(next, t, visit.panel.config.language), time: t.time(next) })
      : t('arrival.answerBack');
  return (
    <div class="card left">
      <div class="done" role="status">
        <span class="place" aria-hidden="true">
          <Icon name={CHECK} />
        </span>
        <p>
          <b>{t('arrival.left')}</b>
          <small>{when}</small>
          {/* isolated: an address is written from left to right everywhere */}
          <small>{email ? t('arrival.comesTo', { email: `\u2068${email}\u2069` }) : t('arrival.comesHere')}</small>
        </p>
      </div>
      {!email && <Address by={arrival} />}
    </div>
  );
}

function Address({ by }: { readonly by: Arriving }): JSX.Element {
  const { address, Form, learn, ready, said } = by;
  const save = async (): Promise<void> => {
    if (!said('email').trim() || !ready([address()])) return;
    failed.value = false;
    const email = said('email').trim();
    try {
      await visit.session.introduce({ email });
      learn(email);
    } catch {
      failed.value = true;
    }
  };
  return (
    <form
      class="asks"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Form fields={[address()]} />
      {failed.value && (
        <p class="wrong" role="alert">
          {t('arrival.notSaved')}
        </p>
      )}
      <button class="btn" type="submit">
        {t('arrival.save')}
      </button>
    </form>
  );
}
