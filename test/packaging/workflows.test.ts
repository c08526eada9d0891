import { readFileSync, readdirSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { expect, test } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.ts'

// The parser imports its own tables without saying that they are JSON, which Node insists on.
registerHooks({
  resolve: (specifier, context, next) => ({
    ...next(specifier, context),
    ...(specifier.endsWith('.json') ? { importAttributes: { type: 'json' } } : {}),
  }),
})
const { NoOperationTraceWriter, parseWorkflow } = await import('@actions/workflow-parser')

const FOLDER = inRoot('.github', 'workflows')
const workflows = readdirSync(FOLDER).map((name) => ({
  name,
  content: readFileSync(`${FOLDER}/${name}`, 'utf8'),
}))
const { scripts } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>
}

test('the parser of the forge finds faults', () => {
  expect(
    faultsOf({ name: 'broken.yml', content: 'on: push\njobs: { a: { steps: [{ run: x, use: y }] } }' }),
  ).not.toEqual([])
})

test.each(workflows)('$name is a workflow without a fault', (workflow) => {
  expect(faultsOf(workflow)).toEqual([])
})

test.each(workflows)(
  '$name uses steps of others by their content, not by a name that can be moved',
  ({ content }) => {
    const uses = [...content.matchAll(/uses: (\S+)(.*)/g)]
    expect(uses.length).toBeGreaterThan(0)
    for (const [, name = '', comment = ''] of uses) {
      expect(name).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/)
      expect(comment).toMatch(/^ # v\d+\.\d+\.\d+$/)
    }
  },
)

test.each(workflows)(
  '$name may only read unless a job says otherwise, and no script takes its words from outside',
  ({ content }) => {
    expect(content).toMatch(/^permissions:\n {2}contents: read$/m)
    expect(content).not.toContain('pull_request_target')
    const scriptsIn = [...content.matchAll(/run: (?:\|\n((?:\s{10,}.*\n)+)|(.*))/g)]
    for (const [, lines, line] of scriptsIn) expect(lines ?? line).not.toContain('${{')
  },
)

test.each(workflows)('$name calls commands that there are', ({ content }) => {
  const called = [...content.matchAll(/npm run ([a-z-]+)/g)].map(([, name = '']) => name)
  expect(called.filter((name) => scripts[name] === undefined)).toEqual([])
})

function faultsOf(workflow: { readonly name: string; readonly content: string }): readonly string[] {
  const { context, value } = parseWorkflow(workflow, new NoOperationTraceWriter())
  const faults = context.errors.getErrors().map(({ message }) => message)
  return value === undefined ? [...faults, 'it is no workflow'] : faults
}
