import type { CardOver, RoomArtefact, RoomEnlarged, RoomView } from '#core/exercise/views/room-view.ts';

export type CardName = Exclude<CardOver, 'blank' | 'decision'>;

/** One thing at a time: what is real before what is asked, what is asked before what is told. */
export type Scene =
  | { readonly kind: 'real_world' | 'blank' | 'interrupted' | 'waiting' | 'end' | 'question' | 'decision' }
  | { readonly kind: 'card'; readonly card: CardName }
  | { readonly kind: 'artefact'; readonly artefact: RoomArtefact }
  | { readonly kind: 'compare'; readonly artefact: RoomArtefact; readonly beside: RoomArtefact }
  | { readonly kind: 'attachment'; readonly enlarged: RoomEnlarged; readonly artefact: RoomArtefact };

/** These tell the story, and are read with the question that is open about it. */
export function isStory(scene: Scene): boolean {
  return scene.kind === 'artefact' || scene.kind === 'attachment' || scene.kind === 'compare';
}

export function chooseScene(view: RoomView): Scene {
  const card = view.card?.show;
  if (view.phase === 'real_world') return { kind: 'real_world' };
  if (card === 'blank') return { kind: 'blank' };
  if (view.phase === 'ended' || view.phase === 'final') return { kind: 'end' };
  if (card === 'break') return { kind: 'card', card };
  if (view.phase === 'suspended') return { kind: 'interrupted' };
  if (view.question) return { kind: 'question' };
  if (card && card !== 'decision') return card === 'end' ? { kind: 'end' } : { kind: 'card', card };
  if (card === 'decision') return { kind: 'decision' };
  return chooseStory(view) ?? { kind: view.decision ? 'decision' : 'waiting' };
}

function chooseStory({ artefact, enlarged, beside }: RoomView): Scene | null {
  if (!artefact) return null;
  if (enlarged) return { kind: 'attachment', enlarged, artefact };
  return beside ? { kind: 'compare', artefact, beside } : { kind: 'artefact', artefact };
}

/** Cards that show story stand in the frame and keep the strip; the others have neither. */
export function isFramed(scene: Scene): boolean {
  switch (scene.kind) {
    case 'question':
    case 'decision':
    case 'artefact':
    case 'attachment':
    case 'compare':
      return true;
    case 'card':
      return scene.card !== 'welcome' && scene.card !== 'break';
    case 'real_world':
    case 'blank':
    case 'interrupted':
    case 'waiting':
    case 'end':
      return false;
  }
}
