/** Stands for the `process` that VTEX's builder gives to every page: without one, a library makes its own by eval. */
export const process = { env: { NODE_ENV: 'production' } }
