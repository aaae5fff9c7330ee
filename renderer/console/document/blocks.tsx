import type { Block, Heading, Paragraph } from '#core/report/document.ts';
import { CardView, FormView, StripView, TableView, TilesView } from './block-tables.tsx';
import { type Look, useLook } from './look.ts';
import { BandView, MonoView, SaidView } from './sheet-blocks.tsx';
import { TrackedView } from './tracked-view.tsx';
import { inOrder, WordsView } from './words.tsx';

/** The blocks of a document as text; what people wrote stays text. */
export function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return inOrder(blocks).map(({ item, place }) => <BlockView key={place} block={item} />);
}

function BlockView({ block }: { readonly block: Block }) {
  const look = useLook();
  switch (block.is) {
    case 'title':
    case 'section':
    case 'subhead':
    case 'block_head':
    case 'page_head':
    case 'headline':
    case 'appendix':
      return <HeadingView block={block} />;
    case 'lead':
      return <LeadView text={block.text} by={block.by} />;
    case 'meta':
    case 'note':
    case 'page_note':
    case 'paragraph':
    case 'statement':
    case 'point':
    case 'text':
      return (
        <p className={classOf(look, block.is)} dir={block.is === 'text' ? 'auto' : undefined}>
          <WordsView words={block.words} />
        </p>
      );
    case 'card':
      return <CardView card={block} />;
    case 'strip':
      return <StripView items={block.items} />;
    case 'form':
      return <FormView form={block} />;
    case 'band':
      return <BandView words={block.words} aside={block.aside} />;
    case 'mono':
      return <MonoView mono={block} />;
    case 'said':
      return <SaidView said={block} />;
    case 'sheet':
      return null; // where a page begins
    case 'tracked':
      return <TrackedView tracked={block} />;
    case 'contents':
      return null; // pages of the Word file
    case 'tiles':
      return <TilesView tiles={block.tiles} />;
    case 'day_strip':
    case 'bar_chart':
    case 'swim_lanes':
      return (
        <p className={look.figure}>
          Figure: {block.caption}. {block.description}
        </p>
      );
    case 'table':
      return <TableView table={block} />;
  }
}

function LeadView({ text, by }: { readonly text: string; readonly by: string | null }) {
  const look = useLook();
  return (
    <blockquote className={look.lead}>
      <bdi>{text}</bdi>
      {by !== null && <footer className="small quiet">{by}</footer>}
    </blockquote>
  );
}

function HeadingView({ block }: { readonly block: Heading }) {
  const look = useLook();
  const onNewPage = 'startsPage' in block && block.startsPage ? look.startsPage : '';
  switch (block.is) {
    case 'title':
      return <p className={look.title}>{block.text}</p>;
    case 'section':
      return (
        <h3 className={`${look.section} ${onNewPage}`} id={`section-${block.number}`} tabIndex={-1}>
          {block.number}. {block.text}
        </h3>
      );
    case 'appendix':
      return (
        <h3 className={`${look.section} ${onNewPage}`}>
          Appendix {block.letter}. {block.text}
        </h3>
      );
    case 'headline':
      return <h3 className={look.headline}>{block.text}</h3>;
    case 'subhead':
    case 'block_head':
    case 'page_head':
      return <h3 className={`${look.subhead} ${onNewPage}`}>{block.text}</h3>;
  }
}

function classOf(look: Look, is: Paragraph['is']): string {
  const quiet = is === 'meta' || is === 'note' || is === 'page_note' ? 'small quiet ' : '';
  return `${quiet}${look[is] ?? ''}`;
}
