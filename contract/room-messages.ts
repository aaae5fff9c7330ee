import type { PictureListener, RoomImage, RoomPicture } from './room.ts';

/** On the way to a room window. Bytes come once, before the first picture that names them, and not with each that does. */
export type RoomMessage = RoomPicture | { readonly show: 'image'; readonly image: RoomImage };

/** For one window, from its beginning: what it was sent before it was loaded anew, it has no more. */
export function createPictureSender(send: (message: RoomMessage) => void): PictureListener {
  let sent: string | null = null;
  return (picture, image) => {
    if (image !== null && image.id !== sent) send({ show: 'image', image });
    sent = image?.id ?? null;
    send(picture);
  };
}

/** Keeps bytes no longer than pictures name them. They may also come behind the picture, to a window that is told by another. */
export function createPictureReceiver(receive: PictureListener): (message: RoomMessage) => void {
  let image: RoomImage | null = null;
  let picture: RoomPicture | null = null;
  return (message) => {
    if (message.show === 'image') {
      if (message.image.id === image?.id) return; // another window sent it too
      image = message.image;
      if (picture && namedImage(picture) === image.id) receive(picture, image);
      return;
    }
    picture = message;
    if (image?.id !== namedImage(message)) image = null;
    receive(message, image);
  };
}

/** Which bytes a picture needs. */
export function namedImage(picture: RoomPicture): string | null {
  const content = picture.show === 'view' ? picture.view.enlarged?.content : null;
  return content?.is === 'image' ? content.id : null;
}
