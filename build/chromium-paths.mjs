// Where Debian puts Chromium: the headless shell, in which a page opens in half the time, and the whole browser.
export const shellPath = '/usr/bin/chromium-headless-shell';
export const wholePath = '/usr/bin/chromium';
