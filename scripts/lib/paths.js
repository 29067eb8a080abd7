'use strict'

const path = require('path')

/** The folder of the repository. */
exports.root = path.join(__dirname, '..', '..')
