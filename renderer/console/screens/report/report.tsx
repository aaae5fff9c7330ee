import { Frame } from '../../frame.tsx';

export function Report({ exercise }: { readonly exercise: string }) {
  return <Frame at="report">{exercise}</Frame>;
}
