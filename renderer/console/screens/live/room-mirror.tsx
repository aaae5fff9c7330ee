import type { RoomPicture } from '#contract/room.ts';
import type { RoomView } from '#core/exercise/views/room-view.ts';
import { channelNames } from '#core/report/term-words.ts';
import s from './stage.module.css';

/** The room's picture, small. */
export function RoomMirror({ picture }: { readonly picture: RoomPicture }) {
  if (picture.show === 'waiting') return <p className={s.standIn}>The room waits. Nothing is shown yet.</p>;
  if (picture.show === 'blank') return <p className={s.standIn}>Blank</p>;
  return <View view={picture.view} />;
}

function View({ view: { card, artefact, decision } }: { readonly view: RoomView }) {
  if (card)
    return <p className={s.standIn}>{`Card: ${card.show}${card.minutes === null ? '' : `, ${card.minutes} min`}`}</p>;
  if (!artefact) return <p className={s.standIn}>The room waits. Nothing is shown yet.</p>;
  return (
    <div className={s.standIn}>
      <p className="strong">
        {channelNames[artefact.channel]}, <bdi>{artefact.from}</bdi>
      </p>
      {artefact.subject && <p className="strong">{artefact.subject}</p>}
      <p>{artefact.body ?? 'The facilitator reads it aloud.'}</p>
      {decision && <p className="strong">{decision.question}</p>}
    </div>
  );
}
