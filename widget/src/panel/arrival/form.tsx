import type { JSX } from 'preact';
import { ALERT } from '../../shared/ui/paths';
import { Icon, t, visit } from '../late/kit';
import type { Field } from './fields';
import { complaint, departments, put, said } from './sheet';

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

/** What can be chosen: an answer as it is, or a department and whether somebody is there. */
function options({ kind, choices = [] }: Field): readonly (readonly [value: string, shown: string])[] {
  if (kind !== 'department') return choices.map((one) => [one, one] as const);
  return departments().map(({ id, name, open }) => [id, open ? name : t('arrival.departmentAway', { name })] as const);
}

/** With links where it holds addresses, as soon as what makes them is there. */
function Terms({ text }: { readonly text: string }): JSX.Element {
  const late = visit.later.code.value;
  if (!late && /[@/]/.test(text)) void visit.later.need();
  return <span>{late ? late.markdown(text) : text}</span>;
}

/** An address as the server keeps it; what else is too long it says itself. */
const LONGEST = { email: 254, phone: 40, text: 500 } as const;

function Asked({ field }: { readonly field: Field }): JSX.Element {
  const { name, kind, help, required } = field;
  const label = field.label ?? t('arrival.department');
  const wrong = complaint(field);
  const id = `f-${name}`;
  const told = wrong ? `${id}-e` : help && `${id}-h`;
  const words = required || kind === 'checkbox' ? label : t('arrival.optional', { label });
  const common = { id, name, required: !!required, 'aria-invalid': !!wrong, ...(told && { 'aria-describedby': told }) };
  const onInput = (event: JSX.TargetedEvent<HTMLInputElement | HTMLSelectElement>): void => put(name, event.currentTarget.value);
  const type = kind === 'phone' ? 'tel' : kind;
  const choice = kind === 'choice' || kind === 'department';
  return (
    <div class={`ask ${wrong ? 'bad' : ''}`}>
      {kind === 'checkbox' ? (
        <label class="tick">
          <input {...common} type="checkbox" checked={said(name) === 'true'} onInput={(event) => put(name, event.currentTarget.checked ? 'true' : '')} />
          <Terms text={words} />
        </label>
      ) : (
        <>
          <label for={id}>{words}</label>
          {choice ? (
            <select {...common} value={said(name)} onInput={onInput}>
              <option value="" />
              {options(field).map(([one, shown]) => (
                <option key={one} value={one} selected={said(name) === one}>
                  {shown}
                </option>
              ))}
            </select>
          ) : (
            <input {...common} type={type} autocomplete={type === 'text' ? 'on' : (type as 'tel')} dir={kind === 'text' ? 'auto' : 'ltr'} maxLength={LONGEST[kind]} value={said(name)} onInput={onInput} />
          )}
        </>
      )}
      {wrong ? (
        <p class="wrong" id={`${id}-e`} role="alert">
          <Icon name={ALERT} small />
          {wrong}
        </p>
      ) : (
        help && <small id={`${id}-h`}>{help}</small>
      )}
    </div>
  );
}
