import type { RoomArtefact } from '#core/exercise/views/room-view.ts';
import { Artefact, isOnScreen, pieceClass } from './artefact.tsx';
import { HalfContext } from './artefact-parts.tsx';
import { Frame } from './frame.tsx';
import { type Paging, PagingContext } from './paged.tsx';
import classes from './room.module.css';
import { pieceName, weekdayTime } from './room-words.ts';

export type Half = { readonly artefact: RoomArtefact; readonly paging: Paging; readonly count: number };

/** Two artefacts, the earlier at the left: text keeps its size, lines are half as long, and each has pages of its own. */
export function Compared({ beside, now }: { readonly beside: Half; readonly now: Half }) {
  return (
    <div className={classes.compared}>
      <OneHalf half={beside} when="Earlier" />
      <OneHalf half={now} when="Now" />
    </div>
  );
}

function OneHalf({ half: { artefact, paging, count }, when }: { readonly half: Half; readonly when: string }) {
  const name = pieceName(artefact.channel);
  return (
    <section className={classes.half} aria-label={`${when}: ${name}`}>
      <p className={classes.when}>
        <b>{when}</b> {weekdayTime(artefact.storylineTime)}, {name}
      </p>
      <PagingContext value={paging}>
        <Frame
          label={name}
          isScreen={isOnScreen(artefact.channel)}
          kind={pieceClass(artefact)}
          pages={{ page: paging.page, count }}
          isHalf
        >
          <HalfContext value={true}>
            <Artefact key={JSON.stringify(artefact)} artefact={artefact} />
          </HalfContext>
        </Frame>
      </PagingContext>
    </section>
  );
}
