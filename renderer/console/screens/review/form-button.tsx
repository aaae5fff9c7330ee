import type { useOpenedForm } from './use-opened-form.ts';

type Opened = ReturnType<typeof useOpenedForm>;
type Props = {
  readonly form: NonNullable<Opened['open']>;
  readonly opened: Pick<Opened, 'open' | 'toggle'>;
  readonly label: string;
  /** Heard behind the label: which of many. */
  readonly about: string;
};

/** Opens and closes one form below an entry; the focus comes back to it. */
export function FormButton({ form, opened: { open, toggle }, label, about }: Props) {
  return (
    <button type="button" className="link" data-form={form} aria-expanded={open === form} onClick={() => toggle(form)}>
      {label}
      <span className="sr"> {about}</span>
    </button>
  );
}
