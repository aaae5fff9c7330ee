import { type FormEvent, useCallback, useState } from 'react';
import type { SettingsShown } from '#contract/scorecard.ts';
import { longDate } from '#core/local-time.ts';
import { fail, type Problem } from '#core/outcome.ts';
import type { Settings } from '#core/scorecard/settings.ts';
import { ProblemNotice } from '../../../parts/problem-notice.tsx';
import { useBridge } from '../../../state/use-application.tsx';
import { unreachable, useRequest } from '../../../state/use-request.ts';
import { closeOnEscape, PanelTitle } from './panel-title.tsx';
import css from './scorecard.module.css';
import { readSettings, type SettingsTyped, typeSettings } from './settings-fields.ts';
import { SettingsGroups } from './settings-groups.tsx';

type Props = { readonly onClose: () => void; readonly onSaved: () => void };

/** What every month is counted by from now on; published months keep what they were counted by. */
export function SettingsForm(props: Props) {
  const bridge = useBridge();
  const asked = useRequest(useCallback(() => bridge.load_scorecard_settings({}), [bridge]));
  if (asked.at === 'loading') return <p role="status">Reading the settings…</p>;
  if (asked.at === 'failed') return <ProblemNotice problem={asked.problem} takesFocus />;
  return <Fields {...props} loaded={asked.value} />;
}

function Fields({ loaded, onClose, onSaved }: Props & { readonly loaded: SettingsShown }) {
  const bridge = useBridge();
  const [kept, setKept] = useState(loaded);
  const [typed, setTyped] = useState<SettingsTyped>(() => typeSettings(loaded.settings));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [said, setSaid] = useState('');
  async function save(event: FormEvent) {
    event.preventDefault();
    setSaid('');
    const read = readSettings(typed, kept.settings);
    if (!('settings' in read)) return setProblem(notFilledIn(read.wrong));
    const outcome = await bridge.save_scorecard_settings({ settings: read.settings }).catch(() => fail(unreachable));
    setProblem(outcome.ok ? null : outcome.problem);
    if (!outcome.ok) return;
    setSaid(tellSaved(kept.settings, outcome.value.settings));
    setKept(outcome.value);
    onSaved();
  }
  return (
    <form
      className={css.panel}
      aria-label="Settings of the scorecard"
      onSubmit={(event) => void save(event)}
      onKeyDown={closeOnEscape(onClose)}
    >
      <PanelTitle>Settings, version {kept.settings.version}</PanelTitle>
      <p className="small quiet">
        Starting points, not industry truths. A change is the next version, printed in the footnote; months that were
        published keep theirs.
      </p>
      <SettingsGroups typed={typed} onChange={(part) => setTyped((before) => ({ ...before, ...part }))} />
      {problem && <ProblemNotice problem={problem} takesFocus />}
      <div className={css.buttons}>
        <button type="submit" className="button primary">
          Save the settings
        </button>
        <button type="button" className="button plain" onClick={onClose}>
          Close
        </button>
        <span role="status" className="small good">
          {said}
        </span>
      </div>
      {kept.earlier.length > 0 && (
        <p className="tiny quiet">
          Earlier:{' '}
          {kept.earlier
            .map(({ version, changedAt }) => `version ${version} of ${longDate(changedAt.slice(0, 10))}`)
            .join(', ')}
          .
        </p>
      )}
    </form>
  );
}

const tellSaved = (before: Settings, after: Settings) =>
  before.version === after.version ? 'Nothing was changed.' : `Saved as version ${after.version}.`;

function notFilledIn(wrong: string): Problem {
  return { code: 'not_filled_in', message: wrong, hint: 'Nothing was saved. What you typed is kept.' };
}
