import { Component, type ReactNode } from 'react';
import { ProblemNotice } from './problem-notice.tsx';

type Props = {
  /** What is drawn: another name begins anew. */
  readonly of: string;
  readonly children: ReactNode;
  /** How it is told; else in the part's place, with a way to load the window again. */
  readonly tell?: (notice: ReactNode) => ReactNode;
};

type State = { readonly of: string; readonly reason: string | null };

/** In place of a part that could not be drawn: why, what was kept, and a way on. Nothing else on the screen goes with it. */
export class WhenBroken extends Component<Props, State> {
  override state: State = { of: this.props.of, reason: null };

  static getDerivedStateFromError(thrown: unknown): Partial<State> {
    return { reason: thrown instanceof Error ? thrown.message : String(thrown) };
  }

  static getDerivedStateFromProps({ of }: Props, state: State): Partial<State> | null {
    return of === state.of ? null : { of, reason: null };
  }

  override render(): ReactNode {
    const { reason } = this.state;
    if (reason === null) return this.props.children;
    const message = `This part of Muster could not be drawn: ${reason}.`;
    const hint = 'What was captured is saved, and what was typed is kept. The exercise goes on.';
    const notice = (children?: ReactNode) => (
      <ProblemNotice problem={{ code: 'not_drawn', message, hint }} takesFocus>
        {children}
      </ProblemNotice>
    );
    return this.props.tell ? this.props.tell(notice()) : <main>{notice(<LoadAgain />)}</main>;
  }
}

function LoadAgain() {
  return (
    <button type="button" className="button" onClick={() => location.reload()}>
      Load the window again
    </button>
  );
}
