import path from 'node:path'
import ts from 'typescript'
import type { Block } from './blocks.js'

const root = path.resolve(import.meta.dirname, '../..')

// As an app with a bundler is set up; a block may declare what it does not use.
const { config } = ts.readConfigFile(path.join(root, 'tsconfig.base.json'), (file) => ts.sys.readFile(file)) as {
  config: unknown
}
const options: ts.CompilerOptions = {
  ...ts.parseJsonConfigFileContent(config, ts.sys, root).options,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: ['node'],
  noUnusedLocals: false,
  noUnusedParameters: false,
  paths: { assent: [path.join(root, 'src/index.ts')], 'assent/*': [path.join(root, 'src/*.ts')] },
}

// What pages import and this package does not install: as much of it as they use.
const ambient = `
declare module 'assent/styles.css'
declare module '*/app.css'
declare module '*/index.css'
declare const cy: {
  setCookie(name: string, value: string): void
  visit(url: string): void
  get(selector: string): { should(chainer: string): void }
  contains(selector: string, text: string): { should(chainer: string): void }
}
declare function beforeEach(run: () => void): void
declare function it(name: string, run: () => void): void
`

const parsed = new Map<string, ts.SourceFile | undefined>()

/** Type-checks blocks together, each as a module, against the source of the package; gives the complaints. */
export function typeCheck(blocks: readonly Block[]): string[] {
  const folder = path.join(root, 'tests/docs/page')
  const virtual = new Map(blocks.map((block) => [path.join(folder, block.file), block.code]))
  virtual.set(path.join(folder, 'ambient.d.ts'), ambient)

  const host = ts.createCompilerHost(options, true)
  const read = host.getSourceFile.bind(host)
  const isFile = host.fileExists.bind(host)
  const isFolder = host.directoryExists?.bind(host)
  host.fileExists = (file) => virtual.has(file) || isFile(file)
  host.directoryExists = (name) => [...virtual.keys()].some((file) => file.startsWith(`${name}/`)) || !!isFolder?.(name)
  host.getSourceFile = (file, ...rest) => {
    const code = virtual.get(file)
    // Without an import or export it would be a script, whose names all others see.
    if (code !== undefined)
      return ts.createSourceFile(file, moduleOf(file, code), options.target ?? ts.ScriptTarget.ES2022, true)
    if (!parsed.has(file)) parsed.set(file, read(file, ...rest))
    return parsed.get(file)
  }

  const program = ts.createProgram([...virtual.keys()], options, host)
  return blocks.flatMap((block) => {
    const file = program.getSourceFile(path.join(folder, block.file))
    const problems = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
    return problems.map(({ start = 0, messageText }) => {
      const line = block.line + (file?.getLineAndCharacterOfPosition(start).line ?? 0)
      return `${block.page}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`
    })
  })
}

function moduleOf(file: string, code: string): string {
  return file.endsWith('.d.ts') ? code : `${code}\nexport {}\n`
}
