'use strict'

const fs = require('fs')

/**
 * Where browsers stand on machines of the usual kinds. CHROMIUM names another one. Chromium's
 * headless shell comes first: the same browser without windows loads a page for a third of the
 * computing.
 */
const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** Finds an installed Chromium or Chrome; null where there is none. */
exports.findChromium = function findChromium() {
  return PLACES.find((place) => place && fs.existsSync(place)) ?? null
}
