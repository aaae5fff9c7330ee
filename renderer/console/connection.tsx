import { useIsConnected } from '../parts/use-is-connected.ts';
import s from './connection.module.css';

/** Over every screen, so that nothing moves: said as soon as Muster does not answer, gone when it does again. */
export function Connection() {
  const isConnected = useIsConnected();
  return (
    <div role="alert" className={s.place}>
      {!isConnected && (
        <p className={s.lost}>
          <b>Muster does not answer.</b> What was saved stays saved, and what you type stays in its form. This page
          tries again by itself. If Muster was stopped, start it again and open the two addresses it prints, here and on
          the projector.
        </p>
      )}
    </div>
  );
}
