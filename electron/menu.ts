import { app, Menu, type MenuItemConstructorOptions } from 'electron';

/** A backup, editing, size and leaving; reloading and tools while developing only. */
export function setMenu(backUp: () => void): void {
  const developing: MenuItemConstructorOptions[] = [{ role: 'reload' }, { role: 'toggleDevTools' }];
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: 'Muster',
        submenu: [{ label: 'Back up the workspace…', click: backUp }, { type: 'separator' }, { role: 'quit' }],
      },
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
