import { Frame } from '../../frame.tsx';

export function Programme() {
  return <Frame at="programme">Programme</Frame>;
}
