import { memo } from 'react';
import { Announcer } from './announcer.tsx';
import { Capture } from './capture.tsx';
import { Head } from './head.tsx';
import s from './live.module.css';
import { NextThree } from './next-three.tsx';
import { OpenedDialog } from './opened-dialog.tsx';
import { Order } from './order.tsx';
import { Stage } from './stage.tsx';
import { Troubles } from './troubles.tsx';
import { useKeys } from './use-keys.ts';

/** Four regions round the stage. Only the running order, the stage and the feed scroll, each by itself. */
export const LiveScreen = memo(function LiveScreen({ isAsking }: { readonly isAsking: boolean }) {
  useKeys();
  return (
    <div className={s.console}>
      <Head />
      <Order />
      <Stage />
      <Capture />
      <NextThree />
      <Troubles />
      <Announcer />
      {!isAsking && <OpenedDialog />}
    </div>
  );
});
