'use strict'

/* eslint-disable no-var, prefer-template */
/*
 * Ends the process if Node has another major version, before anything else is loaded.
 * Written in old JavaScript, so that an old Node can parse it.
 */
var major = Number(process.versions.node.split('.')[0])

if (major !== 20) {
  console.error(
    '\n✖ This project runs on Node 20, as VTEX IO does; this is Node ' +
      process.versions.node +
      '. Install Node 20 (for example with nvm: nvm install 20) and try again.'
  )
  process.exit(1)
}
