import { type CSSProperties, type ReactNode, useEffect, useMemo } from 'react';
import type { RoomImage, RoomPicture } from '#contract/room.ts';
import type { RoomView } from '#core/exercise/views/room-view.ts';
import { isOnScreen, pieceClass } from './artefact.tsx';
import { WaitingCard } from './cards.tsx';
import { chooseScene, isFramed, isStory, type Scene } from './choose-scene.ts';
import { Compared } from './compared.tsx';
import { DecisionBanner } from './decision.tsx';
import { Frame } from './frame.tsx';
import { PagingContext } from './paged.tsx';
import classes from './room.module.css';
import { ImageContext } from './room-image.ts';
import { pieceName, stricter } from './room-words.ts';
import { SceneContent } from './scene-content.tsx';
import { Head, StoryStrip } from './stage.tsx';
import { TestCard } from './test-card.tsx';
import { useFit } from './use-fit.ts';
import { usePaging } from './use-paging.ts';

type RoomScreenProps = {
  readonly picture: RoomPicture;
  /** The bytes the picture names, where it names some. */
  readonly image?: RoomImage | null;
  readonly theme?: 'light' | 'dark';
  /** Told how many pages what is shown has, and what stands beside it, once it is drawn and whenever that changes. */
  readonly onPages?: (count: number, beside: number) => void;
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
  if (picture.show === 'view') return <ViewPicture picture={picture} onPages={onPages} />;
  return (
    <div className={`${classes.rows} ${classes.withoutStrip}`}>
      <Head view={null} tlp={picture.show === 'waiting' ? null : picture.tlp} />
      {picture.show === 'waiting' && <WaitingCard />}
      {picture.show === 'test_card' && <TestCard />}
    </div>
  );
}

type ViewPictureProps = { picture: Extract<RoomPicture, { show: 'view' }>; onPages: PictureProps['onPages'] };

function ViewPicture({ picture: { view, page, pageBeside }, onPages }: ViewPictureProps) {
  const scene = useMemo(() => chooseScene(view), [view]);
  const { paging, count } = usePaging(keyOf(scene), page);
  const beside = usePaging(JSON.stringify(view.beside), pageBeside);
  const countBeside = scene.kind === 'compare' ? beside.count : 1;
  useEffect(() => onPages?.(count, countBeside), [count, countBeside, onPages]);
  if (scene.kind === 'real_world') return <SceneContent scene={scene} view={view} />;
  return (
    <PagingContext value={paging}>
      <Rows scene={scene} view={view}>
        {scene.kind === 'compare' ? (
          <Compared beside={{ artefact: scene.beside, ...beside }} now={{ artefact: scene.artefact, paging, count }} />
        ) : (
          <Framed scene={scene} view={view} pages={{ page: paging.page, count }} />
        )}
      </Rows>
    </PagingContext>
  );
}

/** What has pages of its own: another of its kind begins to count anew. */
function keyOf(scene: Scene): string {
  if (scene.kind === 'artefact') return JSON.stringify(scene.artefact);
  if (scene.kind === 'compare') return `compare ${JSON.stringify(scene.artefact)}`;
  if (scene.kind === 'attachment') return `attachment ${scene.enlarged.content?.is} ${scene.enlarged.name}`;
  return scene.kind === 'card' ? `card ${scene.card}` : scene.kind;
}

function Rows({ scene, view, children }: { scene: Scene; view: RoomView; children: ReactNode }) {
  const banner = isStory(scene) ? view.decision : null;
  const rows = isFramed(scene) ? (banner ? classes.withBanner : '') : classes.withoutStrip;
  const isBreak = scene.kind === 'card' && scene.card === 'break';
  return (
    <div className={`${classes.rows} ${rows}`}>
      <Head view={scene.kind === 'blank' ? null : view} tlp={tlpOf(scene, view)} hidesStory={isBreak} />
      {banner && <DecisionBanner decision={banner} />}
      {isFramed(scene) ? children : <SceneContent scene={scene} view={view} />}
      {isFramed(scene) && <StoryStrip story={view.story} />}
    </div>
  );
}

/** An artefact that says so itself overrides the exercise's own marking; of two the stricter one holds for both. */
function tlpOf(scene: Scene, view: RoomView): string {
  if (!('artefact' in scene)) return view.tlp;
  const own = scene.artefact.tlp ?? view.tlp;
  return scene.kind === 'compare' ? stricter(own, scene.beside.tlp ?? view.tlp) : own;
}

function Framed({ scene, view, pages }: { scene: Scene; view: RoomView; pages: { page: number; count: number } }) {
  const content = <SceneContent key={keyOf(scene)} scene={scene} view={view} />;
  if (scene.kind !== 'artefact') {
    const kind = scene.kind === 'decision' ? classes.decided : undefined;
    return (
      <Frame label={scene.kind === 'attachment' ? 'Attachment' : 'Card'} isScreen kind={kind} pages={pages}>
        {content}
      </Frame>
    );
  }
  const { channel } = scene.artefact;
  return (
    <Frame label={pieceName(channel)} isScreen={isOnScreen(channel)} kind={pieceClass(scene.artefact)} pages={pages}>
      {content}
    </Frame>
  );
}
