import { type CSSProperties, useEffect, useMemo, useState } from 'react';
import type { RoomImage, RoomPicture } from '#contract/room.ts';
import type { RoomView } from '#core/exercise/views/room-view.ts';
import { pieceNames } from '#core/report/term-words.ts';
import { isOnScreen, pieceClass } from './artefact.tsx';
import { WaitingCard } from './cards.tsx';
import { chooseScene, isFramed, type Scene } from './choose-scene.ts';
import { DecisionBanner } from './decision.tsx';
import { Frame } from './frame.tsx';
import { PagingContext } from './paged.tsx';
import classes from './room.module.css';
import { ImageContext } from './room-image.ts';

import { SceneContent } from './scene-content.tsx';
import { Head, StoryStrip } from './stage.tsx';
import { TestCard } from './test-card.tsx';
import { useFit } from './use-fit.ts';

type RoomScreenProps = {
  readonly picture: RoomPicture;
  /** The bytes the picture names, where it names some. */
  readonly image?: RoomImage | null;
  readonly theme?: 'light' | 'dark';
  /** Told how many pages what is shown has, once it is drawn and whenever that changes. */
  readonly onPages?: (count: number) => void;
};

/** The picture the participants see, 1920 × 1080, scaled to its box: the shared screen and its mirror are the same. */
export function RoomScreen({ picture, image = null, theme = 'light', onPages }: RoomScreenProps) {
  const { box, stage } = useFit();
  return (
    <div ref={box} className={classes.view} data-theme={theme}>
      <div ref={stage} className={classes.stage} style={textOf(picture)}>
        <ImageContext value={image}>
          <Picture picture={picture} onPages={onPages} />
        </ImageContext>
      </div>
    </div>
  );
}

/** As the last row chose it on the test card. What does not fit goes on another page. */
function textOf(picture: RoomPicture): CSSProperties | undefined {
  return picture.show === 'view' ? ({ '--read': `${picture.view.textPx}px` } as CSSProperties) : undefined;
}

type PictureProps = Pick<RoomScreenProps, 'picture'> & { onPages: RoomScreenProps['onPages'] | undefined };

function Picture({ picture, onPages }: PictureProps) {
  if (picture.show === 'view') return <ViewPicture view={picture.view} page={picture.page} onPages={onPages} />;
  return (
    <div className={`${classes.rows} ${classes.withoutStrip}`}>
      <Head view={null} tlp={picture.show === 'waiting' ? null : picture.tlp} />
      {picture.show === 'waiting' && <WaitingCard />}
      {picture.show === 'test_card' && <TestCard />}
    </div>
  );
}

type ViewPictureProps = { view: RoomView; page: number; onPages: PictureProps['onPages'] };

function ViewPicture({ view, page, onPages }: ViewPictureProps) {
  const scene = chooseScene(view);
  const key = keyOf(scene);
  const [told, setTold] = useState({ key, count: 1 });
  const count = told.key === key ? told.count : 1;
  useEffect(() => onPages?.(count), [count, onPages]);
  const shown = Math.max(0, Math.min(Math.floor(page), count - 1));
  const paging = useMemo(() => {
    const onCount = (now: number) => {
      setTold((before) => (before.key === key && before.count === now ? before : { key, count: now }));
    };
    return { page: shown, onCount };
  }, [shown, key]);
  if (scene.kind === 'real_world') return <SceneContent scene={scene} view={view} />;
  return (
    <PagingContext value={paging}>
      <Rows scene={scene} view={view} pages={{ page: shown, count }} />
    </PagingContext>
  );
}

/** What has pages of its own: another of its kind begins to count anew. */
function keyOf(scene: Scene): string {
  if (scene.kind === 'artefact') return JSON.stringify(scene.artefact);
  if (scene.kind === 'attachment') return `attachment ${scene.enlarged.content?.is} ${scene.enlarged.name}`;
  return scene.kind === 'card' ? `card ${scene.card}` : scene.kind;
}

function Rows({ scene, view, pages }: { scene: Scene; view: RoomView; pages: { page: number; count: number } }) {
  const banner = scene.kind === 'artefact' || scene.kind === 'attachment' ? view.decision : null;
  const rows = isFramed(scene) ? (banner ? classes.withBanner : '') : classes.withoutStrip;
  const isBreak = scene.kind === 'card' && scene.card === 'break';
  return (
    <div className={`${classes.rows} ${rows}`}>
      <Head view={scene.kind === 'blank' ? null : view} tlp={tlpOf(scene, view)} hidesStory={isBreak} />
      {banner && <DecisionBanner decision={banner} />}
      {isFramed(scene) ? (
        <Framed scene={scene} view={view} pages={pages} />
      ) : (
        <SceneContent scene={scene} view={view} />
      )}
      {isFramed(scene) && <StoryStrip story={view.story} />}
    </div>
  );
}

/** An artefact that says so itself overrides the exercise's own marking. */
function tlpOf(scene: Scene, view: RoomView): string {
  return 'artefact' in scene ? (scene.artefact.tlp ?? view.tlp) : view.tlp;
}

function Framed({ scene, view, pages }: { scene: Scene; view: RoomView; pages: { page: number; count: number } }) {
  const content = <SceneContent key={keyOf(scene)} scene={scene} view={view} />;
  if (scene.kind !== 'artefact') {
    return (
      <Frame label={scene.kind === 'attachment' ? 'Attachment' : 'Card'} isScreen pages={pages}>
        {content}
      </Frame>
    );
  }
  const { channel } = scene.artefact;
  return (
    <Frame label={pieceNames[channel]} isScreen={isOnScreen(channel)} kind={pieceClass(scene.artefact)} pages={pages}>
      {content}
    </Frame>
  );
}
