import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative } from 'node:path'
import { parseSync, Visitor } from 'rolldown/utils'
import { inRoot, ROOT } from '../../scripts/lib/paths.ts'

export interface FunctionSize {
  readonly name: string
  readonly lines: number
}

/** One source file as the architecture tests see it. */
export interface SourceFile {
  /** From the root of the project, with slashes. */
  readonly path: string
  readonly text: string
  readonly lines: number
  /** Everything that is imported or passed on, types and what is only fetched when it is needed among it. */
  readonly imports: readonly string[]
  readonly functions: readonly FunctionSize[]
  readonly hasDefaultExport: boolean
  /** Re-exports without anything of its own. */
  readonly isBarrel: boolean
  readonly usesAny: boolean
  /** Exported functions with a parameter that is just `boolean`. */
  readonly booleanParameters: readonly string[]
}

export const PRODUCT_ROOMS = ['shared', 'electron', 'renderer'] as const

export function sourceFiles(...rooms: readonly string[]): readonly SourceFile[] {
  return rooms.flatMap((room) => filesBelow(inRoot(room))).map(knownSource)
}

function filesBelow(directory: string): readonly string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(path)
    return /\.(ts|tsx|mjs)$/.test(entry.name) ? [path] : []
  })
}

/** The path of an import inside the project, `null` for libraries. */
export function localPath(specifier: string, from: string): string | null {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier)
  const alias = /^#([^/]+)\/(.*)$/.exec(specifier)
  if (alias === null) return null
  const [, room = '', rest = ''] = alias
  return ['engine', 'main', 'host', 'cli'].includes(room) ? `electron/${room}/${rest}` : `${room}/${rest}`
}

interface ParameterLike {
  readonly typeAnnotation?: { readonly typeAnnotation: { readonly type: string } } | null
}

interface FunctionLike {
  readonly start: number
  readonly end: number
  readonly params?: readonly unknown[]
  readonly id?: { readonly name: string } | null
  readonly body?: { readonly type: string } | null
}

/** The tests of one process ask for the same files a dozen times, and none of them changes one. */
const known = new Map<string, SourceFile>()

function knownSource(path: string): SourceFile {
  const source = known.get(path) ?? readSource(path)
  known.set(path, source)
  return source
}

function readSource(path: string): SourceFile {
  const text = readFileSync(path, 'utf8')
  const { program } = parseSync(path, text)
  const lineStarts = [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)]
  const lineAt = (offset: number) => lineStarts.findLastIndex((start) => start <= offset) + 1
  const functions: FunctionSize[] = []
  const measure = (node: FunctionLike, name: string) =>
    functions.push({ name, lines: lineAt(node.end) - lineAt(node.start) + 1 })
  const inside: string[] = []
  let usesAny = false
  new Visitor({
    ImportExpression: ({ source }) => {
      if (source.type === 'Literal' && typeof source.value === 'string') inside.push(source.value)
    },
    TSImportType: ({ source }) => void inside.push(source.value),
    FunctionDeclaration: (node) => void measure(node, node.id?.name ?? 'anonymous'),
    FunctionExpression: (node) => void measure(node, 'method or function expression'),
    ArrowFunctionExpression: (node) => {
      // One-line arrows are expressions, not functions that a reader has to go through.
      if (lineAt(node.start) !== lineAt(node.end)) measure(node, 'arrow function')
    },
    TSAnyKeyword: () => {
      usesAny = true
    },
  }).visit(program)
  return {
    path: relative(ROOT, path).replaceAll('\\', '/'),
    text,
    lines: text.split('\n').length - 1,
    imports: [...importsOf(program.body), ...inside],
    functions,
    usesAny,
    ...exportsOf(program.body),
  }
}

type Statement = ReturnType<typeof parseSync>['program']['body'][number]

function importsOf(body: readonly Statement[]): readonly string[] {
  return body.flatMap((statement) => {
    if (statement.type === 'ImportDeclaration' || statement.type === 'ExportAllDeclaration')
      return [statement.source.value]
    return statement.type === 'ExportNamedDeclaration' && statement.source !== null
      ? [statement.source.value]
      : []
  })
}

function exportsOf(body: readonly Statement[]) {
  const own = body.filter(({ type }) => type !== 'ImportDeclaration' && type !== 'ExportAllDeclaration')
  const reexports = body.filter(
    (statement) =>
      statement.type === 'ExportAllDeclaration' ||
      (statement.type === 'ExportNamedDeclaration' && statement.source !== null),
  )
  return {
    hasDefaultExport: body.some(({ type }) => type === 'ExportDefaultDeclaration'),
    isBarrel: reexports.length > 0 && own.every((statement) => reexports.includes(statement)),
    booleanParameters: body.flatMap((statement) => {
      if (
        statement.type !== 'ExportNamedDeclaration' ||
        statement.declaration?.type !== 'FunctionDeclaration'
      )
        return []
      const { id, params } = statement.declaration
      return params.some((parameter) => isBoolean(parameter as ParameterLike))
        ? [id?.name ?? 'anonymous']
        : []
    }),
  }
}

function isBoolean(parameter: ParameterLike): boolean {
  return parameter.typeAnnotation?.typeAnnotation.type === 'TSBooleanKeyword'
}
