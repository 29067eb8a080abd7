'use strict'

const NO_INDEX = 'Nothing imports the composition root.'

/** Refuses imports, but lets types through where a layer may know another's shape. */
const refuse = (...patterns) => ({
  '@typescript-eslint/no-restricted-imports': [
    'error',
    {
      // As exact names: as a pattern, '..' would stand for all that is above.
      paths: ['.', './', '..', '../', '../..'].map((name) => ({
        name,
        message: NO_INDEX,
      })),
      patterns: [
        layer(['**/node/index', '../index', './index'], NO_INDEX),
        ...patterns,
      ],
    },
  ],
})

const layer = (group, message, allowTypeImports = false) => ({
  group,
  message,
  allowTypeImports,
})

const DOMAIN =
  'The domain imports only the domain: time, randomness and I/O are arguments.'

const API_AND_WORKER =
  "The batch API and the lane's worker meet in files, and share what stands beside their folders."

/** Takes these out of what the patterns before them refuse. */
const allow = (...patterns) => patterns.map((pattern) => `!${pattern}`)

/**
 * What a service may import: other services, the domain, and types of the clients.
 *
 * @param node the way from the file's folder to node/
 * @param folders the ways to the folders of services above it
 */
const serviceLayers = (node, ...folders) => [
  layer(
    [
      ...['*', ...allow('.', './*', './*/*')],
      ...folders.flatMap((one) => allow(one, `${one}/*`, `${one}/*/*`)),
      ...[`${node}/**`, ...allow(node, `${node}/domain`, `${node}/domain/**`)],
      ...allow(`${node}/clients`, `${node}/clients/*`),
    ],
    'A service knows neither the platform, GraphQL nor the request context.'
  ),
  layer(
    [`${node}/clients/*`],
    'A service takes its clients as arguments and imports only their types.',
    true
  ),
]

const NO_SIMULATOR = layer(
  ['**/simulator/**'],
  'What ships knows nothing of the simulator.'
)

module.exports = {
  root: true,
  extends: ['vtex'],
  env: { node: true, es2022: true },
  parserOptions: { ecmaVersion: 2022 },
  ignorePatterns: [
    'node_modules',
    'dist',
    'build',
    'coverage',
    'node/typings',
    'react/typings/operations.ts',
  ],
  rules: {
    // Commands talk to the terminal.
    'no-console': 'off',
  },
  overrides: [
    {
      files: ['**/*.ts'],
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: __dirname },
      rules: {
        '@typescript-eslint/no-explicit-any': 'error',
        // An error of a promise that no one awaits ends the process.
        '@typescript-eslint/no-floating-promises': 'error',
        'no-void': ['error', { allowAsStatement: true }],
        // The compiler knows when a switch over a union is whole.
        'default-case': 'off',
        'no-fallthrough': 'off',
      },
    },
    {
      files: ['node/**/*.ts'],
      rules: {
        // In the app an error needs a handler: a test may end with it.
        '@typescript-eslint/no-floating-promises': [
          'error',
          { ignoreVoid: false },
        ],
      },
    },
    {
      files: ['node/domain/*.ts'],
      rules: refuse(layer(['*', ...allow('.', './*', './*/*')], DOMAIN)),
    },
    {
      files: ['node/domain/*/*.ts'],
      rules: refuse(
        layer(
          [
            ...['*', ...allow('.', './*', '..', '../*', '../*/*')],
            ...['../..', '../../**'],
          ],
          DOMAIN
        )
      ),
    },
    {
      files: ['node/services/*.ts'],
      rules: refuse(...serviceLayers('..')),
    },
    {
      files: ['node/services/*/*.ts'],
      rules: refuse(...serviceLayers('../..', '..')),
    },
    {
      files: ['node/services/batch/api/*.ts'],
      rules: refuse(
        ...serviceLayers('../../..', '../..', '..'),
        layer(['**/worker/**'], API_AND_WORKER)
      ),
    },
    {
      files: ['node/services/batch/worker/*.ts'],
      rules: refuse(
        ...serviceLayers('../../..', '../..', '..'),
        layer(['**/api/**'], API_AND_WORKER)
      ),
    },
    {
      files: ['node/clients/**/*.ts'],
      rules: refuse(
        NO_SIMULATOR,
        layer(
          [
            '**/services/**',
            '**/resolvers/**',
            '**/events/**',
            '**/directives/**',
            '**/globals',
          ],
          'A client is thin: it knows the platform and the domain.'
        )
      ),
    },
    {
      files: ['node/resolvers/**/*.ts'],
      rules: refuse(
        NO_SIMULATOR,
        layer(
          ['**/events/**', '**/domain/**'],
          'A resolver hands its arguments to one service.'
        ),
        layer(
          ['**/clients/**'],
          'A resolver takes its clients from the context.',
          true
        )
      ),
    },
    {
      files: ['node/directives/**/*.ts', 'node/*.ts'],
      rules: refuse(NO_SIMULATOR),
    },
    {
      files: ['simulator/**/*.ts'],
      rules: refuse(
        layer(
          ['**/node/**', '@vtex/*'],
          'The simulator holds its own reading of OMS, or it would repeat our mistakes.'
        )
      ),
    },
    {
      files: ['**/*.test.ts', 'node/testing/**'],
      rules: {
        '@typescript-eslint/no-floating-promises': [
          'error',
          { ignoreVoid: true },
        ],
        // A test may take what it needs from anywhere.
        '@typescript-eslint/no-restricted-imports': 'off',
        'jest/expect-expect': ['error', { assertFunctionNames: ['expect*'] }],
        // A row of a table of cases becomes one parameter a column.
        'max-params': 'off',
      },
    },
    {
      files: ['tests/browser/**/*.ts'],
      parserOptions: {
        project: './tests/browser/tsconfig.json',
        tsconfigRootDir: __dirname,
      },
    },
    {
      files: ['react/**/*.{ts,tsx}'],
      extends: ['vtex-react'],
      env: { browser: true, node: false },
      parserOptions: {
        project: './react/tsconfig.json',
        tsconfigRootDir: __dirname,
      },
      settings: { react: { version: '16.14' } },
      rules: {
        // Browsers show what the page says; it says nothing to their consoles.
        'no-console': 'error',
        'react/prop-types': 'off',
        'no-void': ['error', { allowAsStatement: true }],
        // A file begins with what it is for; its parts follow.
        '@typescript-eslint/no-use-before-define': [
          'error',
          { functions: false, variables: false, typedefs: false },
        ],
        'default-case': 'off',
        'no-fallthrough': 'off',
        '@typescript-eslint/no-floating-promises': [
          'error',
          { ignoreVoid: true },
        ],
        ...refuse(
          layer(
            ['**/node/**', '**/simulator/**', '**/tests/**'],
            'The page knows its own documents, the messages and vtex.*; what may be pressed comes from the API.'
          )
        ),
      },
    },
    {
      files: ['simulator/adminShell/*.js'],
      excludedFiles: ['**/build.js'],
      env: { browser: true, node: false },
      parserOptions: { sourceType: 'module', ecmaFeatures: { jsx: true } },
      plugins: ['react'],
      rules: {
        'react/jsx-uses-react': 'error',
        'react/jsx-uses-vars': 'error',
        // The styleguide exports it under this name.
        camelcase: ['error', { allow: ['EXPERIMENTAL_'] }],
      },
    },
    {
      files: ['bench/pageProbe.js'],
      env: { browser: true, node: false },
    },
    {
      files: ['simulator/pages/*.js'],
      env: { browser: true, node: false },
      globals: {
        React: 'readonly',
        ReactDOM: 'readonly',
        GraphiQL: 'readonly',
      },
    },
  ],
}
