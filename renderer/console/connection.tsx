import { useEffect, useState } from 'react';
import s from './connection.module.css';

/** Over every screen, so that nothing moves: said as soon as Muster does not answer, gone when it does again. */
export function Connection() {
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    const hear = (event: Event) => setLost(event instanceof CustomEvent && event.detail === 'lost');
    window.addEventListener('muster:connection', hear);
    return () => window.removeEventListener('muster:connection', hear);
  }, []);
  return (
    <div role="alert" className={s.place}>
      {isLost && (
        <p className={s.lost}>
          <b>Muster does not answer.</b> What was saved stays saved, and what you type stays in its form. This page
          tries again by itself; if Muster was stopped, start it again and open the address it prints.
        </p>
      )}
    </div>
  );
}
