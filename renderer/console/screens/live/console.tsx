import { Frame } from '../../frame.tsx';

export function Console({ exercise }: { readonly exercise: string }) {
  return <Frame at="live">{exercise}</Frame>;
}
