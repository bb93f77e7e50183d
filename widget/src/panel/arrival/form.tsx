import type { JSX } from 'preact';
import { Icon, t } from '../late/kit';
import type { Field } from './fields';
import { complaint, put, said } from './sheet';

/** Fields one below the other, each with its label above, help and what is wrong below. */
export function Form({ fields }: { readonly fields: readonly Field[] }): JSX.Element {
  return (
    <>
      {fields.map((field) => (
        <Asked key={field.name} field={field} />
      ))}
    </>
  );
}

const TYPES = { email: 'email', phone: 'tel', text: 'text' } as const;
/** An address as the server keeps it; what else is too long it says itself. */
const LONGEST = { email: 254, phone: 40, text: 500 } as const;
const KNOWN_AS = { email: 'email', phone: 'tel', text: 'on' } as const;

function Asked({ field }: { readonly field: Field }): JSX.Element {
  const { name, kind, label, help, required } = field;
  const wrong = complaint(field);
  const id = `f-${name}`;
  const told = wrong ? `${id}-e` : help && `${id}-h`;
  const words = required || kind === 'checkbox' ? label : t('arrival.optional', { label });
  const common = { id, name, required: !!required, 'aria-invalid': !!wrong, ...(told && { 'aria-describedby': told }) };
  const onInput = (event: JSX.TargetedEvent<HTMLInputElement | HTMLSelectElement>): void => put(name, event.currentTarget.value);
  const choice = kind === 'choice';
  return (
    <div class={`ask ${wrong ? 'bad' : ''}`}>
      {kind === 'checkbox' ? (
        <label class="tick">
          <input {...common} type="checkbox" checked={said(name) === 'true'} onInput={(event) => put(name, event.currentTarget.checked ? 'true' : '')} />
          <span>{words}</span>
        </label>
      ) : (
        <>
          <label for={id}>{words}</label>
          {choice ? (
            <select {...common} value={said(name)} onInput={onInput}>
              <option value="" />
              {field.choices?.map((one) => (
                <option key={one} selected={said(name) === one}>
                  {one}
                </option>
              ))}
            </select>
          ) : (
            <input {...common} type={TYPES[kind]} autocomplete={KNOWN_AS[kind]} dir={kind === 'text' ? 'auto' : 'ltr'} maxLength={LONGEST[kind]} value={said(name)} onInput={onInput} />
          )}
        </>
      )}
      {wrong ? (
        <p class="wrong" id={`${id}-e`} role="alert">
          <Icon name="alert" small />
          {wrong}
        </p>
      ) : (
        help && <small id={`${id}-h`}>{help}</small>
      )}
    </div>
  );
}
