import type { SavedEventOf } from '#core/exercise/events.ts';
import { listReferences } from '#core/review/list-references.ts';
import { Fold } from '../fold.tsx';
import { NewForm } from '../new-form.tsx';
import { useReviewed } from '../review-context.tsx';

type Props = { readonly observation: SavedEventOf<'observation_recorded'> };

/** What was only seen during play becomes a gap or a strength, with the observation as its evidence. */
export function Promote({ observation: { seq, data } }: Props) {
  const { state, drafts } = useReviewed();
  const became = listReferences(state, seq).map(({ name }) => name);
  const evidence = [`#${seq}`];
  const about = data.observation;
  const isBegun = (verb: string) => drafts.read(`${verb}/${about}`) !== undefined;
  if (became.length > 0) return <p className="small quiet">Became {became.join(', ')}.</p>;
  return (
    <>
      <Fold title={`Make a gap of ${about}`} isOpen={isBegun('record_gap')}>
        <NewForm verb="record_gap" about={about} initial={{ title: data.text, evidence }} />
      </Fold>
      <Fold title={`Make a strength of ${about}`} isOpen={isBegun('record_strength')}>
        <NewForm verb="record_strength" about={about} initial={{ what: data.text, evidence }} />
      </Fold>
    </>
  );
}
