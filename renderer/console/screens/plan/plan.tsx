import { Frame } from '../../frame.tsx';

export function Plan({ script }: { readonly script: string }) {
  return <Frame at="plan">{script}</Frame>;
}
