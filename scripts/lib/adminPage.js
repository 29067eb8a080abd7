'use strict'

const { ensureInstalled } = require('./install')

/** Installs the packages of the Admin page and of the shell that stands for the Admin around it, and builds both. */
exports.prepareAdminPage = async function prepareAdminPage() {
  await ensureInstalled('simulator/adminShell', "the Admin page's packages")

  // eslint-disable-next-line node/global-require -- its packages are installed by the line above
  const { buildShell } = require('../../simulator/adminShell/build')

  await buildShell()
}
