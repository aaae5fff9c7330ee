import { hash } from 'node:crypto';
import type { ConsoleAnswers } from '#contract/console.ts';
import type { ScriptCheck } from '#contract/programme.ts';
import { localTimeOf } from '#core/local-time.ts';
import { fail, succeed } from '#core/outcome.ts';
import { cutExcerpt } from '#core/scenario/cut-excerpt.ts';
import { ownZone } from '../own-zone.ts';
import type { Workspace } from '../saving/workspace.ts';
import { copyScript } from './copy-script.ts';
import type { FoundScript, Library } from './library.ts';
import type { Clock, Shell } from './shell.ts';

type Needs = {
  readonly workspace: Workspace;
  readonly shell: Shell;
  readonly library: Library;
  readonly clock: Clock;
};

/** A script as its author sees it: what the check finds, and the way to the file. */
export function answerScript({
  workspace,
  shell,
  library,
  clock,
}: Needs): Pick<ConsoleAnswers, 'check_script' | 'copy_script' | 'open_script'> {
  return {
    check_script: async ({ script, known }) => {
      const found = await library.find(script);
      if (!found.ok) return found;
      const checkedAt = localTimeOf(new Date(clock.wallMs()).toISOString(), ownZone()).slice(11, 19);
      const stamp = stampOf(found.value);
      return succeed({ checkedAt, check: stamp === known ? null : describeCheck(found.value, stamp) });
    },
    copy_script: async ({ script }) => {
      const found = await library.find(script);
      return found.ok ? copyScript(workspace, found.value) : found;
    },
    open_script: async ({ script }) => {
      const found = await library.find(script);
      if (!found.ok) return found;
      const { file, isOwn } = found.value;
      return isOwn ? succeed({ file, opened: await shell.openFile(file) }) : fail(copyFirst(script));
    },
  };
}

/** Findings too: a file beside a script may come or go without it. */
function stampOf({ file, sha256, diagnostics }: FoundScript): string {
  return hash('sha256', JSON.stringify([file, sha256, diagnostics]));
}

function describeCheck(found: FoundScript, stamp: string): ScriptCheck {
  const { file, isOwn, readable, scenario, diagnostics, bytes } = found;
  // Split as the parser counts lines. Where the bytes are no UTF-8, what can be read of them is shown.
  const lines = bytes.length === 0 ? [] : new TextDecoder().decode(bytes).replaceAll('\r\n', '\n').split('\n');
  const findings = diagnostics.map(({ line, column, level, message, about }) => {
    return { line, column, level, message, about, excerpt: cutExcerpt(lines, line, column) };
  });
  return { stamp, file, isOwn, scenario: readable, isPlayable: scenario !== null, findings };
}

function copyFirst(script: string) {
  return {
    code: 'bundled_script',
    message: `The script ${script} came with Muster, and its file is not to be changed.`,
    hint: 'Copy it into your scripts first; the copy is yours to change.',
  };
}
