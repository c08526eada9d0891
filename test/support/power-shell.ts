import { createRequire } from 'node:module'
import type * as TreeSitter from '@vscode/tree-sitter-wasm'
import { inRoot } from '../../scripts/lib/paths.ts'

const { Language, Parser } = createRequire(import.meta.url)('@vscode/tree-sitter-wasm') as typeof TreeSitter

/** What a script does, as its grammar says. */
export interface ReadScript {
  readonly state: 'well-formed' | 'malformed'
  /** The names of the commands, as they are written. */
  readonly commands: readonly string[]
  /** The methods that are called, with what they are called on. */
  readonly calls: readonly string[]
  /** What is carried out without its name being known before: `& $x`, `. file`, and what goes to a file beside a command. */
  readonly hidden: readonly string[]
  /** The members of objects that are made. */
  readonly members: readonly string[]
}

/** Reads scripts by the grammar that editors use for PowerShell; none is carried out. */
export async function createScriptReader(): Promise<(text: string) => ReadScript> {
  await Parser.init()
  const parser = new Parser()
  const grammar = 'node_modules/@vscode/tree-sitter-wasm/wasm/tree-sitter-powershell.wasm'
  parser.setLanguage(await Language.load(inRoot(grammar)))
  return (text) => {
    const root = parser.parse(text)?.rootNode
    if (root === undefined) throw new Error('the parser gave up')
    const textsOf = (...types: readonly string[]) =>
      root.descendantsOfType([...types]).map((node) => node?.text ?? '')
    return {
      state: root.hasError ? 'malformed' : 'well-formed',
      // "ForEach-Object" is a word of the grammar itself.
      commands: [...textsOf('command_name'), ...textsOf('foreach-object')],
      calls: textsOf('invokation_expression').map((call) => call.slice(0, call.indexOf('('))),
      hidden: textsOf('command_invokation_operator', 'redirection'),
      members: textsOf('hash_entry').map((entry) => entry.split('=')[0]?.trim() ?? ''),
    }
  }
}
