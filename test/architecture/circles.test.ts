import { describe, expect, test } from 'vitest'
import { circlesIn, importGraph } from '../support/import-graph.ts'
import { PRODUCT_ROOMS, sourceFiles } from '../support/source-tree.ts'

const files = sourceFiles(...PRODUCT_ROOMS)

/** Who may know whom in the wizard; everybody may know themselves. What two steps share is in views or components. */
const STEP = ['machine', 'driver', 'views'] as const
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  machine: [],
  driver: ['machine'],
  views: ['machine', 'driver'],
  'steps/address': STEP,
  'steps/setup/account-type': STEP,
  'steps/setup/settings': STEP,
  'steps/setup/sign-in': STEP,
  // The one page that grows: the rows of the settings become those of the test.
  'steps/setup': [
    ...STEP,
    ...['setup/account-type', 'setup/settings', 'setup/sign-in', 'test', 'test/lane'].map(
      (room) => `steps/${room}`,
    ),
  ],
  'steps/authorize': STEP,
  'steps/done': STEP,
  'steps/handover': STEP,
  'steps/explain': STEP,
  'steps/report': [...STEP, 'steps/test/lane'],
  'steps/devices': STEP,
  'steps/programs': STEP,
  'steps/inspect': [...STEP, 'steps/test/lane'],
  'steps/test/lane': STEP,
  'steps/test/network': STEP,
  'steps/test/arrival': STEP,
  'steps/test/finding': [...STEP, 'steps/test/lane', 'steps/test/network'],
  'steps/test/result': [...STEP, 'steps/test/finding'],
  'steps/test/survey': [...STEP, 'steps/test/network'],
  'steps/test/technician': [...STEP, ...['lane', 'finding', 'survey'].map((room) => `steps/test/${room}`)],
  'steps/test': [
    ...STEP,
    ...['lane', 'network', 'arrival', 'finding', 'result', 'survey', 'technician'].map(
      (room) => `steps/test/${room}`,
    ),
  ],
  // The one file that knows all steps.
  screens: [
    'views',
    'machine',
    ...[
      'address',
      'setup',
      'authorize',
      'done',
      'handover',
      'explain',
      'report',
      'programs',
      'inspect',
      'devices',
    ].map((step) => `steps/${step}`),
  ],
}

const WIZARD = 'renderer/wizard/'

/** The sub-room of the wizard a file is in, `null` outside of it. */
function roomOf(path: string): string | null {
  if (!path.startsWith(WIZARD)) return null
  const [first = '', second = '', third = '', ...rest] = path.slice(WIZARD.length).split('/')
  if (first !== 'steps') return first.replace(/\.tsx?$/, '')
  return (second === 'test' || second === 'setup') && rest.length > 0
    ? `${first}/${second}/${third}`
    : `${first}/${second}`
}

describe('no import leads back to where it began', () => {
  test('from file to file', () => {
    expect(circlesIn(importGraph(files, (path) => path))).toEqual([])
  })

  test('from room to room of the wizard', () => {
    expect(circlesIn(importGraph(files, roomOf))).toEqual([])
  })
})

describe('imports in the wizard follow the arrows', () => {
  const arrows = importGraph(files, roomOf)

  test('every room has a row, and every row a room', () => {
    expect([...arrows.keys()].toSorted()).toEqual(Object.keys(ROOMS).toSorted())
  })

  test.each([...arrows])('%s', (room, targets) => {
    expect([...targets].filter((target) => ROOMS[room]?.includes(target) !== true)).toEqual([])
  })
})

describe('the search for circles', () => {
  const graph = (...arrows: readonly (readonly [string, string])[]) => {
    const all = new Map<string, Set<string>>()
    for (const [from, to] of arrows) all.set(from, (all.get(from) ?? new Set()).add(to))
    return all
  }

  test.each([
    ['none in a line', graph(['a', 'b'], ['b', 'c']), []],
    ['none where two ways meet', graph(['a', 'b'], ['a', 'c'], ['b', 'd'], ['c', 'd']), []],
    ['two that know each other', graph(['a', 'b'], ['b', 'a'], ['b', 'c']), [['a', 'b']]],
    ['a long way round', graph(['a', 'b'], ['b', 'c'], ['c', 'd'], ['d', 'a']), [['a', 'b', 'c', 'd']]],
    [
      'two apart',
      graph(['a', 'b'], ['b', 'a'], ['b', 'c'], ['c', 'd'], ['d', 'c']),
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
  ])('finds %s', (_, arrows, circles) => {
    expect(circlesIn(arrows)).toEqual(circles)
  })

  test('sees types and what is fetched when it is needed', () => {
    const of = (path: string) => files.find((file) => file.path === path)?.imports ?? []
    expect(of('electron/cli/commands/serve.ts')).toContain('#engine/practice/practice-environment.ts')
    expect(of('renderer/wizard/machine/events.ts')).toContain('#renderer/wizard/machine/state.ts')
  })
})
