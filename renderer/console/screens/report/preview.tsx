import type { Block } from '#core/report/document.ts';
import { Blocks } from '../../document/blocks.tsx';
import { LookProvider } from '../../document/look.ts';
import css from './report.module.css';

/** The document on the screen; its pages are those of the Word file. */
export function Preview({ blocks }: { readonly blocks: readonly Block[] }) {
  return (
    <LookProvider value={css}>
      <div className={css.paper}>
        <Blocks blocks={blocks} />
      </div>
    </LookProvider>
  );
}
