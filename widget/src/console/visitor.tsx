import Bowser from 'bowser';
import type { ComponentChild, JSX } from 'preact';
import type { ConversationView } from '../shared/frames';
import { Icon } from '../shared/ui/icon';
import { clocks } from './clocks';
import { ContactForm } from './contact-form';
import { departmentOf, faceOf, nameOf, useAround } from './context';
import { Face } from './face';
import { ConsoleIcon } from './icons';
import { language } from './language';
import { PersonNotes } from './person-notes';
import { PageLink, Trail } from './trail';
import { useNow } from './use-now';
import { useSignal } from './use-signal';
import { useView } from './use-view';
import type { Known, VisitorFacts } from './visitors';

/** Who is on the other side, as far as we know; what a visitor only says of itself is called claimed. */
export function VisitorPane({ id, onClose }: { readonly id: string; onClose(): void }): JSX.Element {
  const { desk, t } = useAround();
  const view = useView(id);
  const known = desk.visitors.of(id).value;
  return (
    <aside class="pw-visitor" aria-label={t('visitor')}>
      <header class="pw-vhead">
        <h2>{t('visitor')}</h2>
        <button type="button" class="pw-ib pw-more" aria-label={t('cancel')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <Identity key={id} id={id} facts={known?.facts} />
      {known ? <Where facts={known.facts} /> : <div class="pw-sec" aria-busy="true" />}
      {known && <Facts title={t('fromSite')} facts={Object.entries(known.facts.attributes).map(([name, value]) => [name, `${value}`])} />}
      {known && <Trail pages={known.facts.pages} />}
      <Facts
        title={t('about')}
        facts={[
          [t('status'), view && t(`status.${view.status}`)],
          [t('origin'), view?.origin === 'message' && t('leftAway')],
          [t('department'), view && departmentOf(view)],
          [t('agent'), view?.agent?.name],
          [t('outcome'), view?.outcome?.name],
          ...(known?.facts.answers ?? []).map(({ label, answer }) => [label, answer] as const),
          [t('since'), view?.waitingSince && `${t.day(view.waitingSince)}, ${t.time(view.waitingSince)}`],
        ]}
      />
      {view && <Tags view={view} />}
      {view && view.status !== 'closed' && (
        <pw-priority
          key={id}
          ref={clocks}
          class="pw-sec"
          level={view.priority}
          onChange={({ target }) => {
            const choice = target as HTMLSelectElement;
            desk.session.put(`conversations/${id}/priority`, { priority: choice.value }).catch(() => (choice.value = view.priority ?? ''));
          }}
        />
      )}
      {known && <PersonNotes key={id} id={id} notes={known.facts.notes} />}
      {known && <Earlier known={known} />}
    </aside>
  );
}

function Identity({ id, facts }: { readonly id: string; readonly facts: VisitorFacts | undefined }): JSX.Element {
  const { t } = useAround();
  const editing = useSignal(false);
  const visitor = useView(id)?.visitor;
  const email = facts?.email ?? visitor?.email;
  return (
    <section class="pw-sec" aria-label={t('contactData')}>
      <div class="pw-line">
        <Face name={faceOf(visitor)} id={visitor?.id} size="l" />
        <div class="grow">
          <b class="cut" title={nameOf(visitor, t)}>
            {nameOf(visitor, t)}
          </b>
          {visitor?.name && <span class="muted">{t('claimed')}</span>}
        </div>
        {facts && !editing.value && (
          <button type="button" class="pw-ib" aria-label={t('edit')} title={t('edit')} onClick={() => (editing.value = true)}>
            <ConsoleIcon name="pencil" />
          </button>
        )}
      </div>
      {facts && editing.value ? (
        <ContactForm id={id} facts={facts} onClose={() => (editing.value = false)} />
      ) : (
        email && (
          <dl class="pw-kv">
            <div>
              <dt>{t('email')}</dt>
              <dd>
                <a href={`mailto:${email}`}>{email}</a> <span class="muted">{t('claimed')}</span>
              </dd>
            </div>
          </dl>
        )
      )}
    </section>
  );
}

/** Where the visitor is: on which page, with which browser, at what time of the day. */
function Where({ facts: { page, browser, language, timeZone, firstSeenAt, address } }: { readonly facts: VisitorFacts }): JSX.Element {
  const { t } = useAround();
  const now = useNow(10_000);
  const machine = browser ? Bowser.parse(browser) : undefined;
  const system = machine && [machine.os.name, machine.os.versionName ?? machine.os.version].filter(Boolean).join(' ');
  const program = machine && [machine.browser.name, machine.browser.version?.split('.')[0]].filter(Boolean).join(' ');
  return (
    <Facts
      title={t('where')}
      facts={[
        [t('page'), page?.url && <PageLink url={page.url} title={page.title} />],
        [t('cameFrom'), page?.referrer && <PageLink url={page.referrer} title={undefined} />],
        [t('browser'), [program, system].filter(Boolean).join(', ')],
        [t('language'), language && languageName(language)],
        [t('localTime'), timeZone && `${localTime(now, timeZone)} (${timeZone.replace(/_/g, ' ')})`],
        [t('address'), address],
        [t('firstSeen'), firstSeenAt && `${t.day(firstSeenAt)}, ${t.time(firstSeenAt)}`],
      ]}
    />
  );
}

/** What the conversation is about. */
function Tags({ view: { tags = [] } }: { readonly view: ConversationView }): JSX.Element {
  const { desk, t } = useAround();
  return (
    <section class="pw-sec" aria-label={t('tags')}>
      <h3>{t('tags')}</h3>
      <div class="pw-chips">
        {tags.map(({ id, name }) => (
          <span key={id} class="pw-chip cut">
            {name}
          </span>
        ))}
        <button type="button" class="pw-btn" title={t('tagTitle')} onClick={() => (desk.dialog.value = 'tags')}>
          {t('tag')} <kbd aria-hidden="true">T</kbd>
        </button>
      </div>
    </section>
  );
}

function Earlier({ known: { earlier } }: { readonly known: Known }): JSX.Element {
  const { desk, t } = useAround();
  return (
    <section class="pw-sec" aria-label={t('earlier')}>
      <h3>
        {t('earlier')} {earlier.length || ''}
      </h3>
      {!earlier.length && <p class="muted">{t('noneEarlier')}</p>}
      {earlier.map((view) => (
        <button key={view.id} type="button" class="pw-past" onClick={() => desk.visit(view)}>
          <span class="cut">{view.preview || t(`status.${view.status}`)}</span>
          <span class="muted cut">{[view.lastAt && t.day(view.lastAt), t(`status.${view.status}`), view.agent?.name].filter(Boolean).join(' · ')}</span>
        </button>
      ))}
    </section>
  );
}

interface FactsProps {
  readonly title: string;
  readonly facts: readonly (readonly [string, ComponentChild])[];
}

function Facts({ title, facts }: FactsProps): JSX.Element | null {
  const known = facts.filter(([, value]) => value);
  if (!known.length) return null;
  return (
    <section class="pw-sec" aria-label={title}>
      <h3>{title}</h3>
      <dl class="pw-kv">
        {known.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value === true ? '✓' : value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([language()], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

function localTime(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat(`${language()}-u-nu-latn`, { timeZone, timeStyle: 'short' }).format(at);
}
