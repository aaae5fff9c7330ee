import type { ContingencyInject, Inject } from '#core/scenario/schema.ts';
import styles from './script.module.css';

/** Channels whose text is read as a machine wrote it: columns stay under one another. */
const machine: ReadonlySet<string> = new Set([
  'siem_alert',
  'log_extract',
  'dashboard',
  'ransom_note',
  'customer_ticket',
]);

/** The words the room gets, unfilled names included. */
export function Artefact({ inject }: { readonly inject: Inject | ContingencyInject }) {
  const { from, to, subject, body, channel, title } = inject;
  const attachments = 'attachments' in inject ? inject.attachments : [];
  const already = 'if_already' in inject ? inject.if_already : undefined;
  return (
    <details className={styles.artefact}>
      <summary>
        What the room gets<span className="sr">: {title}</span>
      </summary>
      <div className={styles.sheet}>
        <dl>
          <dt>From</dt>
          <dd>
            <bdi>{from}</bdi>
          </dd>
          <dt>To</dt>
          <dd>
            <bdi>{to}</bdi>
          </dd>
        </dl>
        {subject && (
          <p className="strong">
            <bdi>{subject}</bdi>
          </p>
        )}
        <p dir="auto" className={machine.has(channel) ? styles.machine : styles.words}>
          {body}
        </p>
        {attachments.map(({ name, text, file }) => (
          <div key={name} className={styles.attachment}>
            <p className="label">
              Attached: <bdi>{name}</bdi>
            </p>
            <p className={styles.machine}>{text ?? file}</p>
          </div>
        ))}
        {already && (
          <div className={styles.attachment}>
            <p className="label">
              Instead, if <bdi>{already.when}</bdi>
            </p>
            <p dir="auto" className={machine.has(channel) ? styles.machine : styles.words}>
              {already.body}
            </p>
          </div>
        )}
      </div>
    </details>
  );
}
