// Where Debian puts Chromium. Without the browser's own windows around it a page opens in half the time; a whole one does as well.
export const chromiumPaths = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
