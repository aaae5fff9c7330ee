import { app, Menu, type MenuItemConstructorOptions } from 'electron';

/** Editing, size and leaving; reloading and tools while developing only. */
export function setMenu(): void {
  const developing: MenuItemConstructorOptions[] = [{ role: 'reload' }, { role: 'toggleDevTools' }];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      { label: 'Muster', submenu: [{ role: 'quit' }] },
      { role: 'editMenu' },
      {
        label: 'View',
        submenu: [
          { role: 'resetZoom' },
          { role: 'zoomIn' },
          { role: 'zoomOut' },
          { role: 'togglefullscreen' },
          ...(app.isPackaged ? [] : developing),
        ],
      },
    ]),
  );
}
