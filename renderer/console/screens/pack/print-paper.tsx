import { useState } from 'react';
import type { PackDocument } from '#core/pack/pack-documents.ts';
import { packWords } from '#core/pack/pack-names.ts';
import { useBridge, useRoom } from '../../../state/use-application.tsx';
import css from './pack.module.css';

type Props = { readonly script: string; readonly paper: PackDocument };

/** In a browser its own dialogue prints, or saves as PDF; the desktop saves a PDF beside the Word files. */
export function PrintPaper({ script, paper: { name } }: Props) {
  const bridge = useBridge();
  const { status } = useRoom();
  const [said, setSaid] = useState('');
  const isDesktop = status?.shell === 'desktop';
  const what = packWords[name].toLowerCase();

  async function save() {
    setSaid('Saving…');
    const saved = await bridge.save_pack_pdf({ script, paper: name }).catch(() => null);
    if (saved === null) setSaid('Muster does not answer. Wait a moment and try again.');
    else setSaid(saved.ok ? `Saved as ${saved.value.file}` : `${saved.problem.message} ${saved.problem.hint}`);
  }

  return (
    <>
      <span className={`small ${css.said}`} role="status">
        <bdi>{said}</bdi>
      </span>
      <button type="button" className="button primary" onClick={() => (isDesktop ? void save() : window.print())}>
        {isDesktop ? `Save the ${what} as PDF` : `Print the ${what}, or save as PDF`}
      </button>
    </>
  );
}
