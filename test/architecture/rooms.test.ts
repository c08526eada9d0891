import { describe, expect, test } from 'vitest'
import { localPath, sourceFiles, type SourceFile } from '../support/source-tree.ts'

/** Which rooms a room may import, besides itself. A file that stands beside the rooms is one of its own. */
type Arrows = Readonly<Record<string, readonly string[]>>

/** From the texts up to the reports; CONTRIBUTING and docs say what lives where. */
const SHARED: Arrows = {
  'outcome.ts': [],
  text: [],
  domain: ['outcome.ts', 'text'],
  catalogue: ['domain'],
  imported: ['domain', 'catalogue'],
  policy: ['outcome.ts', 'domain', 'catalogue'],
  finding: ['domain', 'catalogue'],
  discovery: ['domain', 'catalogue', 'policy', 'finding'],
  replies: ['outcome.ts', 'domain', 'finding'],
  arrival: ['outcome.ts', 'text', 'domain', 'catalogue', 'finding'],
  oauth: ['outcome.ts', 'text', 'domain', 'catalogue', 'finding', 'discovery'],
  diagnosis: ['domain', 'catalogue', 'finding', 'replies'],
  accounts: ['domain', 'finding', 'replies'],
  exporters: ['outcome.ts', 'text', 'domain', 'catalogue'],
  commands: ['outcome.ts', 'text', 'domain', 'finding', 'exporters'],
  batch: ['outcome.ts', 'text', 'domain', 'finding', 'replies', 'accounts', 'exporters', 'i18n'],
  guides: ['outcome.ts', 'domain'],
  handover: ['domain', 'finding', 'discovery', 'exporters'],
  programs: ['outcome.ts', 'domain', 'catalogue', 'finding', 'discovery', 'exporters', 'guides'],
  devices: ['domain', 'catalogue'],
  survey: ['domain', 'finding', 'diagnosis'],
  explain: ['text', 'domain', 'finding', 'replies', 'oauth'],
  i18n: [
    'outcome.ts',
    'domain',
    'catalogue',
    'finding',
    'discovery',
    'replies',
    'arrival',
    'diagnosis',
    'accounts',
    'explain',
    'exporters',
    'guides',
    'programs',
    'devices',
  ],
  monitoring: ['outcome.ts', 'text', 'domain', 'finding', 'batch', 'i18n'],
  preflight: ['outcome.ts', 'text', 'domain', 'catalogue', 'finding', 'discovery', 'batch', 'i18n'],
  report: [
    'outcome.ts',
    'text',
    'domain',
    'catalogue',
    'finding',
    'arrival',
    'oauth',
    'accounts',
    'survey',
    'explain',
    'devices',
    'i18n',
    'contract',
  ],
  contract: [
    'outcome.ts',
    'domain',
    'catalogue',
    'policy',
    'finding',
    'discovery',
    'arrival',
    'oauth',
    'accounts',
    'survey',
    'programs',
  ],
}

/** What knows nothing of mail: names for errors, secrets, time, and the world as it is handed in. */
const GROUND = [
  'error-code.ts',
  'interruption.ts',
  'limits.ts',
  'environment.ts',
  'secret.ts',
  'transcript.ts',
]

const ENGINE: Arrows = {
  'ending-signals.ts': [],
  'error-code.ts': [],
  'unexpected.ts': ['error-code.ts'],
  'cancellation.ts': [],
  'interruption.ts': [],
  'limits.ts': [],
  'environment.ts': [],
  'secret.ts': [],
  'transcript.ts': ['secret.ts'],
  'system-clock.ts': ['environment.ts'],
  'open-page.ts': ['environment.ts'],
  'confirmed-service.ts': [],
  files: ['error-code.ts'],
  secrets: ['environment.ts'],
  programs: ['error-code.ts', 'files'],
  net: GROUND,
  tls: [...GROUND, 'files', 'net'],
  sasl: GROUND,
  'round-trip': [],
  connection: [...GROUND, 'net', 'tls'],
  https: [...GROUND, 'net', 'connection'],
  protocols: [...GROUND, 'net', 'sasl', 'round-trip'],
  surroundings: [...GROUND, 'net'],
  probe: [...GROUND, 'confirmed-service.ts', 'connection', 'protocols', 'round-trip'],
  check: [...GROUND, 'confirmed-service.ts', 'net', 'round-trip', 'surroundings', 'probe'],
  survey: [...GROUND, 'net', 'probe', 'check'],
  policy: ['files', 'net', 'tls'],
  discovery: [...GROUND, 'net', 'https', 'probe'],
  arrival: [...GROUND, 'net', 'connection', 'https'],
  oauth: [...GROUND, 'net', 'connection', 'https'],
  accounts: [...GROUND, 'confirmed-service.ts', 'files', 'secrets', 'oauth', 'probe'],
  setup: [
    ...GROUND,
    'confirmed-service.ts',
    'files',
    'secrets',
    'round-trip',
    'probe',
    'check',
    'survey',
    'discovery',
    'arrival',
    'oauth',
    'accounts',
  ],
  inspection: ['programs', 'setup'],
  exports: ['environment.ts', 'files', 'tls'],
  'use-cases.ts': ['net', 'accounts', 'exports', 'programs', 'setup', 'inspection'],
  'handlers.ts': ['use-cases.ts', 'cancellation.ts', 'setup'],
  'create-engine.ts': [
    'exports',
    'open-page.ts',
    'environment.ts',
    'use-cases.ts',
    'handlers.ts',
    'net',
    'probe',
    'survey',
    'discovery',
    'arrival',
    'oauth',
    'accounts',
    'programs',
    'setup',
    'inspection',
  ],
  practice: ['environment.ts', 'files', 'secrets', 'net', 'tls', 'discovery', 'create-engine.ts'],
  'system-environment.ts': [
    'limits.ts',
    'environment.ts',
    'system-clock.ts',
    'secrets',
    'net',
    'tls',
    'policy',
    'discovery',
    'oauth',
    'accounts',
    'create-engine.ts',
  ],
}

const FLOORS = [
  ['shared', SHARED],
  ['electron/engine', ENGINE],
] as const

function roomOf(path: string, floor: string): string | null {
  if (!path.startsWith(`${floor}/`)) return null
  return path.slice(floor.length + 1).split('/')[0] ?? null
}

function localImports({ imports, path }: SourceFile): readonly string[] {
  return imports.flatMap((specifier) => localPath(specifier, path) ?? [])
}

/** The first way that leads back to where it began, `null` where none does. */
function circleIn(arrows: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const done = new Set<string>()
  const search = (node: string, way: readonly string[]): readonly string[] | null => {
    if (way.includes(node)) return [...way.slice(way.indexOf(node)), node]
    if (done.has(node)) return null
    for (const next of arrows.get(node) ?? []) {
      const circle = search(next, [...way, node])
      if (circle !== null) return circle
    }
    done.add(node)
    return null
  }
  for (const node of arrows.keys()) {
    const circle = search(node, [])
    if (circle !== null) return circle
  }
  return null
}

describe.each(FLOORS)('the rooms of %s', (floor, arrows) => {
  const files = sourceFiles(floor)

  test('are all in the table, and the table names no other', () => {
    const rooms = new Set(files.flatMap(({ path }) => roomOf(path, floor) ?? []))
    expect(Object.keys(arrows).toSorted()).toEqual([...rooms].toSorted())
    const named = new Set(Object.values(arrows).flat())
    expect([...named].filter((room) => !rooms.has(room))).toEqual([])
  })

  test('import along the arrows', () => {
    const against = files.flatMap((file) => {
      const own = roomOf(file.path, floor) ?? ''
      return localImports(file)
        .filter((target) => {
          const room = roomOf(target, floor)
          return room !== null && room !== own && !(arrows[own] ?? []).includes(room)
        })
        .map((target) => `${file.path} -> ${target}`)
    })
    expect(against).toEqual([])
  })

  test('have arrows that never lead back', () => {
    expect(circleIn(new Map(Object.entries(arrows)))).toBeNull()
  })
})

test('no file of shared and of the engine imports itself by way of others', () => {
  const files = sourceFiles(...FLOORS.map(([floor]) => floor))
  expect(circleIn(new Map(files.map((file) => [file.path, localImports(file)])))).toBeNull()
})

test('a circle is found, so that finding none means something', () => {
  expect(
    circleIn(
      new Map([
        ['a', ['b']],
        ['b', ['c', 'd']],
        ['d', ['b']],
      ]),
    ),
  ).toEqual(['b', 'd', 'b'])
})
