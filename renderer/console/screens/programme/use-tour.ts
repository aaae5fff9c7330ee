import { useEffect, useRef, useState } from 'react';
import { useBridge } from '../../../state/use-application.tsx';

/** Shown once by itself, without taking the keyboard; after that only to whoever asks. */
export function useTour(isNew: boolean) {
  const bridge = useBridge();
  const [isOpen, setIsOpen] = useState(isNew);
  const [isAsked, setIsAsked] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isNew) void bridge.mark_tour_shown({}).catch(() => {}); // at worst it is shown once more
  }, [bridge, isNew]);
  return {
    isOpen,
    isAsked,
    opener,
    toggle: () => {
      setIsAsked(true);
      setIsOpen((before) => !before);
    },
    leave: () => {
      setIsOpen(false);
      opener.current?.focus();
    },
  };
}
