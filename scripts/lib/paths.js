'use strict'

const path = require('path')

/** The repository's root folder. */
exports.root = path.join(__dirname, '..', '..')
