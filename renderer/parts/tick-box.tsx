import type { ReactNode } from 'react';
import styles from './fields.module.css';

type Props = {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly children: ReactNode;
};

export function TickBox({ isOn, onChange, children }: Props) {
  return (
    <label className={`small ${styles.choice} ${styles.tick}`}>
      <input type="checkbox" checked={isOn} onChange={({ target }) => onChange(target.checked)} />
      <span>{children}</span>
    </label>
  );
}
