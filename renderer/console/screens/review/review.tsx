import { Frame } from '../../frame.tsx';

export function Review({ exercise }: { readonly exercise: string }) {
  return <Frame at="review">{exercise}</Frame>;
}
