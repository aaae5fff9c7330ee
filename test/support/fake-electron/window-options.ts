/** What a window can be made with here. Any other option fails by name. */
export const knownOptions = [
  ...['width', 'height', 'minWidth', 'minHeight', 'useContentSize', 'show', 'title', 'backgroundColor'],
  'webPreferences',
];
export const knownPreferences = [
  ...['preload', 'session', 'sandbox', 'contextIsolation', 'nodeIntegration', 'nodeIntegrationInWorker'],
  ...['nodeIntegrationInSubFrames', 'webSecurity', 'allowRunningInsecureContent', 'experimentalFeatures'],
  ...['webviewTag', 'navigateOnDragDrop', 'disableDialogs', 'spellcheck', 'devTools'],
];
