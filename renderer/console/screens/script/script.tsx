import { Frame } from '../../frame.tsx';

export function Script({ script }: { readonly script: string }) {
  return <Frame at="script">{script}</Frame>;
}
