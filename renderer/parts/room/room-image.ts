import { createContext, useContext } from 'react';
import type { RoomImage } from '#contract/room.ts';

export const ImageContext = createContext<RoomImage | null>(null);

/** Address of the bytes with this name; null until they are here. */
export function useImageUrl(id: string): string | null {
  const image = useContext(ImageContext);
  return image?.id === id ? image.url : null;
}
