import { useCallback } from 'react';
import { useHashLocation } from 'wouter/use-hash-location';
import { useBackup, useBridge } from '../../state/use-application.tsx';
import { useRequest } from '../../state/use-request.ts';
import { toggleTheme } from '../toggle-theme.ts';
import { FindDialog } from './find-dialog.tsx';
import type { Item } from './item.ts';
import { listPlaces } from './list-places.ts';

type Props = { readonly onClose: () => void; readonly onKeys: () => void };

const none = { scripts: [], exercises: [] };

/** Every place of Muster by a few letters, on every screen but the live console, which has a palette of its own. */
export function FindPlace({ onClose, onKeys }: Props) {
  const bridge = useBridge();
  const backup = useBackup();
  const [, go] = useHashLocation();
  const programme = useRequest(useCallback(() => bridge.load_programme({}), [bridge]));
  const known = programme.at === 'there' ? programme.value : none;
  const backUp = { id: 'back-up', name: 'Back up…', hint: 'Workspace', words: 'backup zip copy save' };
  const restore = { id: 'restore', name: 'Restore a backup…', hint: 'Workspace', words: 'backup zip' };
  const theme = { id: 'theme', name: 'Light or dark', hint: 'This screen', words: 'theme colours mode night' };
  const keys = { id: 'keys', name: 'Keys: what they do here', hint: '?', words: 'help shortcuts keyboard ?' };
  const items: readonly Item[] = [
    ...listPlaces(known, go),
    { ...backUp, run: () => backup.open('back_up') },
    { ...restore, run: () => backup.open('restore') },
    { ...theme, run: () => toggleTheme(bridge) },
    { ...keys, run: onKeys },
  ];
  return (
    <FindDialog
      label="Find a place: a screen, a script, a plan, an exercise"
      items={items}
      onClose={onClose}
      isLoading={programme.at === 'loading'}
    >
      {programme.at === 'loading' && (
        <p className="tiny quiet" role="status">
          Reading the programme…
        </p>
      )}
      {programme.at === 'failed' && (
        <p className="bad" role="alert">
          Scripts and exercises are missing here: {programme.problem.message} {programme.problem.hint}
        </p>
      )}
    </FindDialog>
  );
}
