import { useState } from 'react';
import { metresFor, testLines } from '#core/plan/test-card.ts';
import { usualTextPx } from '#core/scenario/vocabulary.ts';
import { SelectField } from '../../../parts/select-field.tsx';
import { useBridge, useRoom } from '../../../state/use-application.tsx';
import { openRoom } from '../../open-room.ts';
import styles from './plan.module.css';
import { Section } from './section.tsx';
import type { PlanEditing } from './use-plan.ts';

const notTried = '';

/** The test card for the last row, and its answer: the height of text in the room. */
export function RoomSection({ editing: { form, settle } }: { readonly editing: PlanEditing }) {
  const bridge = useBridge();
  const { picture, status } = useRoom();
  const [told, setTold] = useState<string | null>(null);
  const isShown = picture.show === 'test_card';
  const px = form.plan.room_text_px;

  async function turn() {
    setTold(null);
    const answer = await bridge.show_test_card({ tlp: isShown ? null : form.plan.tlp });
    if (!answer.ok) return setTold(`${answer.problem.message} ${answer.problem.hint}`);
    if (!isShown && status?.windows === 0) await openRoom(bridge, setTold);
  }
  return (
    <Section title="Room">
      <SelectField
        label="The first line the last row can read"
        value={px === undefined ? notTried : String(px)}
        options={[
          { value: notTried, words: `Not tried: ${usualTextPx} px, to ${metresFor(usualTextPx)} m` },
          ...testLines.map(({ number, px: height, metres }) => ({
            value: String(height),
            words: `Line ${number}: ${height} px, to ${metres} m`,
          })),
        ]}
        hint="All text in the room gets this height. What no longer fits goes on another page; nothing gets smaller."
        onChange={(chosen) => settle({ room_text_px: chosen === notTried ? undefined : Number(chosen) })}
      />
      <p className={styles.again}>
        <button type="button" className="button small" aria-pressed={isShown} onClick={() => void turn()}>
          {isShown ? 'Take the test card away' : 'Show the test card in the room'}
        </button>
      </p>
      {told !== null && <p role="status">{told}</p>}
    </Section>
  );
}
