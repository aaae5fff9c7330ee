import { eventAt } from '#core/exercise/log.ts';
import { isCapture } from '#core/exercise/topics.ts';
import { labelOf } from '#core/review/forms/field-words.ts';
import { blankRule } from '#core/review/wording/check-text.ts';
import { type FoundWording, listWording } from '#core/review/wording/list-wording.ts';
import { sentenceAround } from '#core/review/wording/rewrite-text.ts';
import { levelWords } from '#core/review/wording/wording-words.ts';
import { AmendForm } from '../amend-form.tsx';
import { FormButton } from '../form-button.tsx';
import { NewForm } from '../new-form.tsx';
import css from '../review.module.css';
import { useReviewed } from '../review-context.tsx';
import { useOpenedForm } from '../use-opened-form.ts';
import { usePassedOnFocus } from '../use-passed-on-focus.ts';
import { WithdrawForm } from '../withdraw-form.tsx';

const ranks = ['error', 'warn', 'info'] as const;

/** Everything that could be said differently, gravest first: rewritten, or kept with a reason that whoever approves reads. */
export function WordingStep() {
  const { state } = useReviewed();
  const found = listWording(state);
  const open = found
    .filter(({ kept }) => kept === null)
    .toSorted((one, other) => ranks.indexOf(one.finding.level) - ranks.indexOf(other.finding.level));
  const kept = found.filter((one) => one.kept !== null);
  return (
    <>
      <section className={css.sec}>
        <p className="small quiet">
          A report says what happened and what made it likely, and judges nobody. What blocks FINAL is written
          differently, or stays with a reason.
        </p>
        {open.length === 0 ? <p className="small">Nothing is left to say differently.</p> : null}
        <ul>
          {open.map((one) => (
            <Found key={keyOf(one)} one={one} />
          ))}
        </ul>
      </section>
      <section className={css.sec}>
        <h3 className="row-title">Kept as written</h3>
        <KeptWording kept={kept} canTakeBack />
      </section>
    </>
  );
}

type KeptProps = { readonly kept: readonly FoundWording[]; readonly canTakeBack?: boolean };

/** For whoever approves the report, each in its sentence; it is not printed. */
export function KeptWording({ kept, canTakeBack = false }: KeptProps) {
  if (kept.length === 0) return <p className="small quiet">No words were kept against a rule.</p>;
  return (
    <ul>
      {kept.map((one) => (
        <Kept key={keyOf(one)} one={one} canTakeBack={canTakeBack} />
      ))}
    </ul>
  );
}

function Kept({ one, canTakeBack }: { readonly one: FoundWording; readonly canTakeBack: boolean }) {
  const { drafts } = useReviewed();
  const { where, mark, keptSeq, kept, finding } = one;
  const opened = useOpenedForm(drafts.read(`withdraw_entry/${keptSeq}`) ? 'withdraw' : null);
  usePassedOnFocus(opened.place);
  return (
    <li ref={opened.place} className={css.entry} tabIndex={-1} onKeyDown={opened.onKeyDown}>
      <div className={css.entryLine}>
        <span className={css.dot} />
        <span className="tiny faint num">{mark}</span>
        <div className={css.entryText}>
          <b className="strong">{where}</b> <InContext one={one} />
          <p className="small quiet">
            Kept, because: <bdi>{kept}</bdi>
          </p>
        </div>
        {canTakeBack && keptSeq !== null ? (
          <span className={css.entryButtons}>
            <FormButton form="withdraw" opened={opened} label="Take it back" about={`${where}, ${finding.rule}`} />
          </span>
        ) : null}
      </div>
      {opened.open === 'withdraw' && keptSeq !== null ? <WithdrawForm seq={keptSeq} /> : null}
    </li>
  );
}

const keyOf = ({ seq, field, finding }: FoundWording) => `${seq} ${field} ${finding.rule} ${finding.from}`;

function Found({ one }: { readonly one: FoundWording }) {
  const { state, drafts } = useReviewed();
  const { seq, where, field, mark, finding } = one;
  const about = `${where}, ${finding.rule}, entry ${seq}`;
  const drafted = drafts.read(`amend/${seq}`) ? 'change' : drafts.read(`acknowledge_wording/${about}`) ? 'keep' : null;
  const opened = useOpenedForm(drafted);
  const { place, open, show, onKeyDown } = opened;
  usePassedOnFocus(place);
  const entry = eventAt(state.log, seq);
  const canChange = entry !== undefined && isCapture(entry.type);
  return (
    <li ref={place} className={css.entry} id={`at-${where}`} tabIndex={-1} onKeyDown={onKeyDown}>
      <div className={css.entryLine}>
        <span className={css.dot} />
        <span className="tiny faint num">{mark}</span>
        <div className={css.entryText}>
          <b className="strong">{where}</b> <span className="quiet">{labelOf(entry?.type ?? '', field)}:</span>{' '}
          <InContext one={one} />
          <p className="small quiet">
            <span className={`strong ${stateOf[finding.level]}`}>{levelWords[finding.level]}</span> {finding.why}{' '}
            {finding.rewrite} {finding.rule === blankRule ? null : <span className="faint">{finding.rule}</span>}
          </p>
        </div>
        <span className={css.entryButtons}>
          {canChange ? <FormButton form="change" opened={opened} label="Rewrite" about={about} /> : null}
          {finding.rule === blankRule ? null : <FormButton form="keep" opened={opened} label="Keep it" about={about} />}
        </span>
      </div>
      {open === 'change' ? (
        <AmendForm seq={seq} layout={(draw) => draw.field(field)} onSaved={() => show(null)} />
      ) : null}
      {open === 'keep' ? (
        <NewForm
          verb="acknowledge_wording"
          about={about}
          fixed={{ of: seq, rule: finding.rule }}
          saveLabel="Keep it, for this reason"
        />
      ) : null}
    </li>
  );
}

const stateOf = { error: 'bad', warn: 'warn', info: '' } as const;

/** The sentence, with the words that were found marked. */
function InContext({ one: { written, finding } }: { readonly one: FoundWording }) {
  const [from, to] = sentenceAround(written, finding);
  return (
    <bdi>
      {written.slice(from, finding.from)}
      <mark className={css.found}>{written.slice(finding.from, finding.to)}</mark>
      {written.slice(finding.to, to)}
    </bdi>
  );
}
