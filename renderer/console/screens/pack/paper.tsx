import { useEffect } from 'react';
import type { Block, ReportDocument } from '#core/report/document.ts';
import type { TlpLabel } from '#core/scenario/vocabulary.ts';
import { Blocks } from '../../document/blocks.tsx';
import { LookProvider } from '../../document/look.ts';
import { inOrder } from '../../document/words.tsx';
import css from './paper.module.css';

type Props = { readonly title: string; readonly document: ReportDocument };
type Group = { readonly mark: string | null; readonly tlp: TlpLabel; readonly blocks: readonly Block[] };

/** A document on white paper whatever the theme, page by page where it begins new ones. */
export function Paper({ title, document: { id, version, tlp, blocks } }: Props) {
  usePageMarks(`${id} · ${version}`, tlp);
  return (
    <LookProvider value={css}>
      <div className={css.paper}>
        <h2 className="sr">{title}</h2>
        {inOrder(splitIntoSheets(blocks, tlp)).map(({ item, place }) => (
          <section key={place} className={`${css.sheet} ${item.mark === null ? css.running : css[pageOf[item.tlp]]}`}>
            {item.mark !== null && (
              <p className={css.mark}>
                <b>{item.mark}</b> <span className={css.tlp}>{item.tlp}</span>
              </p>
            )}
            <Blocks blocks={item.blocks} />
          </section>
        ))}
      </div>
    </LookProvider>
  );
}

const pageOf: Readonly<Record<TlpLabel, string>> = {
  'TLP:RED': 'red',
  'TLP:AMBER+STRICT': 'amberStrict',
  'TLP:AMBER': 'amber',
  'TLP:GREEN': 'green',
  'TLP:CLEAR': 'clear',
};

/** On black. Source: TLP 2.0. */
const inkOf: Readonly<Record<TlpLabel, string>> = {
  'TLP:RED': '#ff2b2b',
  'TLP:AMBER+STRICT': '#ffc000',
  'TLP:AMBER': '#ffc000',
  'TLP:GREEN': '#33ff00',
  'TLP:CLEAR': '#ffffff',
};

function splitIntoSheets(blocks: readonly Block[], tlp: TlpLabel): readonly Group[] {
  const starts = blocks.flatMap(({ is }, at) => (is === 'sheet' || at === 0 ? [at] : []));
  return starts.map((start, at) => {
    const first = blocks[start];
    const mark = first?.is === 'sheet' ? first.mark : null;
    return { mark, tlp: first?.is === 'sheet' ? first.tlp : tlp, blocks: blocks.slice(start, starts[at + 1]) };
  });
}

/** Head and foot of a printed page are not part of the page's elements: its style sheet takes their words from the root. */
function usePageMarks(foot: string, tlp: TlpLabel): void {
  useEffect(() => {
    const { style } = document.documentElement;
    style.setProperty('--page-foot', JSON.stringify(foot));
    style.setProperty('--page-tlp', JSON.stringify(tlp));
    style.setProperty('--page-tlp-ink', inkOf[tlp]);
    return () => {
      for (const name of ['--page-foot', '--page-tlp', '--page-tlp-ink']) style.removeProperty(name);
    };
  }, [foot, tlp]);
}
