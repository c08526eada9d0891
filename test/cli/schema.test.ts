import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { COMMANDS } from '#cli/commands.ts'
import { DEFINITIONS } from '#cli/schema/definitions.ts'
import type { JsonSchema } from '#cli/schema/json-schema.ts'
import { schemaDocument, SCHEMAS } from '#cli/schema/schemas.ts'
import { inRoot } from '../../scripts/lib/paths.ts'
import { requireSchema } from '../support/checked-json.ts'
import { runHere } from '../support/cli-here.ts'

const NAMES = Object.keys(SCHEMAS)

describe('the schemas', () => {
  test.each(NAMES)('of %s stands in docs/schema as the program prints it', async (name) => {
    const { status, results } = await runHere(['schema', name])
    expect(status).toBe(0)
    expect(readFileSync(inRoot(`docs/schema/${name}.schema.json`), 'utf8')).toBe(results)
  })

  test('are all that is there, and the program names them', async () => {
    const files = readdirSync(inRoot('docs/schema')).toSorted()
    expect(files).toEqual(NAMES.map((name) => `${name}.schema.json`).toSorted())
    expect((await runHere(['schema'])).results.trim().split('\n')).toEqual(NAMES)
  })

  test('have one for each command that prints JSON', () => {
    const printing = COMMANDS.filter(({ usage }) => usage.includes('--json')).map(({ name }) => name)
    expect(printing.filter((name) => !Object.hasOwn(SCHEMAS, name))).toEqual([])
  })

  test('need nothing that is not in them', () => {
    for (const name of NAMES) {
      const written = JSON.stringify(schemaDocument(name))
      const named = [...written.matchAll(/"#\/\$defs\/(\w+)"/g)].map(([, one = '']) => one)
      expect([name, named.filter((one) => !written.includes(`"${one}":{`))]).toEqual([name, []])
    }
    const all = JSON.stringify(Object.values(SCHEMAS)) + JSON.stringify(DEFINITIONS)
    expect(Object.keys(DEFINITIONS).filter((one) => !all.includes(`"#/$defs/${one}"`))).toEqual([])
  })

  test('leave room for members of later versions', () => {
    const closed = (schema: unknown): boolean =>
      typeof schema === 'object' &&
      schema !== null &&
      (('additionalProperties' in schema && schema.additionalProperties === false) ||
        Object.values(schema).some(closed))
    expect(NAMES.filter((name) => closed(schemaDocument(name) satisfies JsonSchema | null))).toEqual([])
  })
})

test.each(['nothing', 'constructor', '__proto__'])('a schema named %j is wrong usage', async (name) => {
  const { status, results, progress } = await runHere(['schema', name])
  expect({ status, results }).toEqual({ status: 2, results: '' })
  expect(progress).toContain('batch-summary')
})

describe('what tests read is as the schema says', () => {
  const good = { schema: 1, formats: [] }

  test.each<readonly [what: string, value: object]>([
    ['a member is missing', { schema: 1 }],
    ['a member has another type', { schema: 1, formats: {} }],
    ['there is one that it does not name', { ...good, more: 1 }],
    ['it is of another form', { ...good, schema: 2 }],
  ])('or the test fails, where %s', (_, value) => {
    expect(() => requireSchema(['export', '--list', '--json'], JSON.stringify(good))).not.toThrow()
    expect(() => requireSchema(['export', '--list', '--json'], JSON.stringify(value))).toThrow('docs/schema')
  })
})
