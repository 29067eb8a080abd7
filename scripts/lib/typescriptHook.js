'use strict'

const fs = require('fs')

const typescript = require('typescript')

/** Lets `require` load TypeScript files without a type check, which `npm test` does. */
// eslint-disable-next-line node/no-deprecated-api -- ts-node and @babel/register use it, too
require.extensions['.ts'] = (module, filename) => {
  const { outputText } = typescript.transpileModule(
    fs.readFileSync(filename, 'utf8'),
    {
      fileName: filename,
      compilerOptions: {
        module: typescript.ModuleKind.CommonJS,
        target: typescript.ScriptTarget.ES2022,
        esModuleInterop: true,
      },
    }
  )

  module._compile(outputText, filename)
}
