import { parseSync, Visitor } from 'rolldown/utils'
import { TEXTS } from '#shared/i18n/texts.ts'

/** Calls and errors whose words a person reads. `printJson` is not among them: its words are for programs. */
const SPEAKING = new Set([
  'print',
  'say',
  'sayLine',
  'confirm',
  'askSecret',
  'write',
  'writeSync',
  'showErrorBox',
  'UsageError',
  'BrokenError',
])
/** Fields that are shown as they are. */
const SHOWN = new Set(['summary', 'words', 'title', 'text', 'message', 'label', 'detail'])

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
}

/** The parts of a syntax tree that are looked into here. */
interface Expression extends Node {
  readonly value?: unknown
  readonly quasis?: readonly { readonly value: { readonly cooked?: string | null } }[]
  readonly expressions?: readonly Expression[]
  readonly elements?: readonly (Expression | null)[]
  readonly consequent?: Expression
  readonly alternate?: Expression
  readonly left?: Expression
  readonly right?: Expression
  readonly operator?: string
  readonly expression?: Expression
  readonly callee?: Expression
  readonly object?: Expression
  readonly property?: Expression
  readonly name?: string
}

const HOLE = '\u0000'

/** The words of a literal, with a hole where something is filled in; `null` for what is no literal. */
function wordsOf({ type, value, quasis = [] }: Expression): string | null {
  if (type === 'Literal') return typeof value === 'string' ? value : null
  return type === 'TemplateLiteral' ? quasis.map((part) => part.value.cooked ?? '').join(HOLE) : null
}

/** Everything that an expression may put into the text that it becomes: not what it compares, looks up or hands on. */
function parts(node: Expression): readonly Expression[] {
  const { type, operator, callee } = node
  const below = (...nodes: readonly (Expression | null | undefined)[]) =>
    nodes.flatMap((one) => (one === null || one === undefined ? [] : parts(one)))
  switch (type) {
    case 'Literal':
      return [node]
    case 'TemplateLiteral':
      return [node, ...below(...(node.expressions ?? []))]
    case 'ConditionalExpression':
      return below(node.consequent, node.alternate)
    case 'LogicalExpression':
      return below(node.left, node.right)
    case 'BinaryExpression':
      return operator === '+' ? below(node.left, node.right) : []
    case 'ArrayExpression':
      return below(...(node.elements ?? []))
    // `[…].join()`
    case 'CallExpression':
      return callee?.type === 'MemberExpression' ? below(callee.object) : []
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
      return below(node.expression)
    default:
      return []
  }
}

const KEYS = Object.keys(TEXTS.en)

/** Whether it is the key of a text, or of some where a part of it is filled in. */
function isKey(words: string): boolean {
  if (!/^[a-z]/.test(words) || !words.includes('.')) return false
  const pattern = new RegExp(`^${words.replaceAll('.', String.raw`\.`).replaceAll(HOLE, '.+')}$`)
  return KEYS.some((key) => pattern.test(key))
}

/** What a command line is written with, in any language: options, places to fill in, variables, the product's name. */
const UNTRANSLATED = /--[a-z][a-z-]*|<[^<>]*>|\b[A-Z][A-Z_]+\b|\b[Mm]ailwright\b/g

const SENTENCE = /\p{L}{2,}[,;:.]?\s+\p{Ll}{2,}/u
const WORD = /\p{L}{2,}/u

/**
 * The literals of a source that are words of a person: two words or more wherever they stand, and a single one where
 * it is said or shown. An example of a command line is none of them. What an `Error` quotes is for developers: the product never prints the message of one.
 */
export function englishLiterals(path: string, source: string): readonly string[] {
  const found = new Map<number, string>()
  const quoted: Node[] = []
  const look = (node: Expression, pattern: RegExp) => {
    const words = wordsOf(node)
    if (words === null || isKey(words) || !pattern.test(words.replaceAll(UNTRANSLATED, ''))) return
    found.set(node.start, words.replaceAll(HOLE, '…'))
  }
  const lookAtCall = (callee: Expression, args: readonly Expression[]) => {
    const name = callee.name ?? callee.property?.name ?? ''
    if (SPEAKING.has(name)) for (const part of args.flatMap(parts)) look(part, WORD)
  }
  new Visitor({
    Literal: (node) => look(node, SENTENCE),
    TemplateLiteral: (node) => look(node as unknown as Expression, SENTENCE),
    CallExpression: (node) => lookAtCall(node.callee as Expression, node.arguments as Expression[]),
    NewExpression: (node) => {
      const callee = node.callee as Expression
      if (callee.name === 'Error') quoted.push(node)
      else lookAtCall(callee, node.arguments as Expression[])
    },
    Property: ({ key, value }) => {
      // An example is a command line, the same in every language.
      if ((key as Expression).name === 'line') quoted.push(value)
      if (SHOWN.has((key as Expression).name ?? ''))
        for (const part of parts(value as unknown as Expression)) look(part, WORD)
    },
  }).visit(parseSync(path, source).program)
  const isQuoted = (at: number) => quoted.some(({ start, end }) => start <= at && at < end)
  return [...found].flatMap(([at, words]) => (isQuoted(at) ? [] : [words]))
}
