import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRoot } from '../lib/paths.ts'

interface Manifest {
  readonly name: string
  readonly version: string
  readonly license?: string
}

interface LockEntry {
  readonly version?: string
  readonly integrity?: string
}

/** Integrities of the lock are of this algorithm, in base64; CycloneDX takes hexadecimal digits. */
const SHA512 = /^sha512-([\w+/]+=*)$/

/**
 * What is in a package, as a CycloneDX 1.6 document: the packages that the bundles take something from, with the
 * contents the lock pins. Tools that only build or test are not in it.
 */
export function softwareBillOfMaterials(folders: Iterable<string>): string {
  const lock = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, LockEntry>>
  }
  const own = manifestOf(inRoot())
  const components = [...new Set(folders)]
    .map((folder) => component(manifestOf(folder), lock.packages[lockName(folder)]))
    .sort((one, other) => one.purl.localeCompare(other.purl, 'en'))
  const root = component(own, undefined)
  const document = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { ...root, type: 'application' } },
    components,
    dependencies: [{ ref: root['bom-ref'], dependsOn: components.map((one) => one['bom-ref']) }],
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

function component({ name, version, license }: Manifest, entry: LockEntry | undefined) {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`
  const [, base64] = SHA512.exec(entry?.integrity ?? '') ?? []
  return {
    type: 'library',
    'bom-ref': purl,
    name,
    version,
    purl,
    ...(license === undefined ? {} : { licenses: [{ license: { id: license } }] }),
    ...(base64 === undefined
      ? {}
      : { hashes: [{ alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') }] }),
  }
}

/** How the lock calls the folder of a package. */
function lockName(folder: string): string {
  return folder.replaceAll('\\', '/').slice(folder.replaceAll('\\', '/').indexOf('node_modules/'))
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest
}
