import { useState } from 'react';
import type { RoomArtefact, RoomEnlarged } from '#core/exercise/views/room-view.ts';
import type { AttachmentContent } from '#core/scenario/attachment-content.ts';
import { readProse } from '#core/scenario/read-body.ts';
import { endlessClass } from '../endless.ts';
import { Mark } from './artefact-parts.tsx';
import { Blocks, keyed } from './blocks.tsx';
import classes from './enlarged.module.css';
import { Paged } from './paged.tsx';
import { useImageUrl } from './room-image.ts';
import { pieceName } from './room-words.ts';
import { Table } from './table.tsx';

type Props = { readonly enlarged: RoomEnlarged; readonly artefact: RoomArtefact };

/** One attachment in the place of the artefact it came with. */
export function Enlarged({ enlarged: { name, content }, artefact }: Props) {
  return (
    <div className={classes.enlarged}>
      <p className={classes.bar}>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <Mark />
        <span>Attached to: {pieceName(artefact.channel).toLowerCase()}</span>
      </p>
      {content && <Content content={content} name={name} />}
    </div>
  );
}

function Content({ content, name }: { content: AttachmentContent; name: string }) {
  switch (content.is) {
    case 'text':
      return <Words content={content} />;
    case 'table':
      return <Table table={content} />;
    case 'image':
      return <Picture key={content.id} content={content} name={name} />;
    case 'none':
      return <NotShown />;
  }
}

function Words({ content: { text, isLined, isCut } }: { content: Extract<AttachmentContent, { is: 'text' }> }) {
  return (
    <Paged className={`${isLined ? classes.lined : classes.prose} ${endlessClass(text)}`}>
      {isLined ? <Lines text={text} /> : <Blocks blocks={readProse(text)} />}
      {isCut && <p className={classes.rest}>There is more of it, which is not shown here.</p>}
    </Paged>
  );
}

/** A line goes on indented, so that the next one is seen to be another. */
function Lines({ text }: { text: string }) {
  return keyed(text.split('\n')).map(({ key, value }) => (
    <p key={key} dir="auto">
      {value === '' ? '\u00a0' : value}
    </p>
  ));
}

function Picture({ content, name }: { content: Extract<AttachmentContent, { is: 'image' }>; name: string }) {
  const url = useImageUrl(content.id);
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return <NotShown />;
  return (
    <div className={classes.picture}>
      {url !== null && (
        <img
          src={url}
          alt={`Attached picture: ${name}`}
          width={content.width}
          height={content.height}
          draggable={false}
          onError={() => setBroken(true)}
        />
      )}
    </div>
  );
}

function NotShown() {
  return (
    <div className={classes.none}>
      <h2>This attachment cannot be shown.</h2>
      <p>The facilitator tells what is in it, or goes on without it.</p>
    </div>
  );
}
