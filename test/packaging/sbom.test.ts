import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { inRoot } from '../../scripts/lib/paths.ts'
import { softwareBillOfMaterials } from '../../scripts/package/sbom.ts'

const schemas = join(
  dirname(createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library/package.json')),
  'res/schema',
)
const schema = (name: string) => JSON.parse(readFileSync(join(schemas, name), 'utf8')) as object
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true })
// The first refers to the others by the names of their files.
for (const name of ['spdx.SNAPSHOT.schema.json', 'jsf-0.82.SNAPSHOT.schema.json'])
  ajv.addSchema({ ...schema(name), $id: `http://cyclonedx.org/schema/${name}` })
const validate = ajv.compile(schema('bom-1.6.SNAPSHOT.schema.json'))

const folders = ['react', '@napi-rs/keyring', 'electron'].map((name) => inRoot('node_modules', name))
const document: unknown = JSON.parse(softwareBillOfMaterials(folders))

test('what is in a package is listed as CycloneDX lays it down', () => {
  validate(document)
  expect(validate.errors).toBeNull()
})

test('the schema finds faults', () => {
  expect(validate({ ...(document as object), specVersion: 16 })).toBe(false)
})

test('each package is listed with its version, its licence and the content the lock pins', () => {
  const { components } = document as {
    readonly components: readonly {
      readonly name: string
      readonly hashes: readonly { readonly content: string }[]
    }[]
  }
  expect(components.map(({ name }) => name).sort()).toEqual(['@napi-rs/keyring', 'electron', 'react'])
  for (const { hashes } of components) expect(hashes.map(({ content }) => content.length)).toEqual([128])
})
