// @vitest-environment jsdom
import { render } from 'preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ContactForm } from '../src/console/contact-form';
import type { Surroundings } from '../src/console/context';
import { Around } from '../src/console/context';
import type { VisitorFacts } from '../src/console/visitors';
import { Refusal } from '../src/shared/transport';

const FACTS = { id: 'v1', name: 'Uma', email: 'uma@visitor.example', pages: [], notes: [], answers: [], attributes: {} } satisfies VisitorFacts;

describe('[CON-7] an agent writes down who the visitor is', () => {
  const place = document.body.appendChild(document.createElement('div'));
  const nameVisitor = vi.fn();
  const t = Object.assign((key: string) => key, { knows: () => true });
  const around = { desk: { nameVisitor }, t } as unknown as Surroundings;

  const show = (facts: VisitorFacts): void =>
    render(
      <Around.Provider value={around}>
        <ContactForm id="c1" facts={facts} onClose={() => undefined} />
      </Around.Provider>,
      place,
    );
  const field = (name: string): HTMLInputElement => place.querySelector(`[name=${name}]`) as HTMLInputElement;
  const type = (name: string, value: string): void => {
    field(name).value = value;
    field(name).dispatchEvent(new InputEvent('input', { bubbles: true }));
  };

  afterEach(() => {
    render(null, place);
    nameVisitor.mockReset();
  });

  it('news of the visitor take nothing away that is being typed, and fill in what nobody touched', () => {
    show(FACTS);
    type('name', 'Uma Park');

    show({ ...FACTS, email: 'park@visitor.example', page: { url: 'https://acme.example/pumps' } });

    expect([field('name').value, field('email').value]).toEqual(['Uma Park', 'park@visitor.example']);
  });

  it('what is refused stays in the form', async () => {
    nameVisitor.mockRejectedValue(new Refusal('invalid', false));
    show(FACTS);
    type('name', 'Uma Park');

    place.querySelector('form')?.requestSubmit();
    await vi.waitFor(() => expect(place.querySelector('[role=alert]')?.textContent).toBeTruthy());

    expect(field('name').value).toBe('Uma Park');
  });
});
