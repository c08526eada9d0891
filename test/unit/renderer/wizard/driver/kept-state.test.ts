import { describe, expect, test } from 'vitest'
import type { TabStorage } from '#renderer/client/tab-storage.ts'
import { keepState, takeKeptState } from '#renderer/wizard/driver/kept-state.ts'
import { resumable } from '#renderer/wizard/driver/resumable.ts'
import { draftOf } from '#renderer/wizard/machine/drafts.ts'
import { FIRST_STEP, type ServersStep, type WizardState } from '#renderer/wizard/machine/state.ts'
import { ACCOUNT, ANNA, discoveryWith, endedLane, IMAP, SERVICES } from '../samples.ts'

const confirmed = { address: ANNA, discovery: discoveryWith(), services: SERVICES, setupId: 'setup-1' }
const [imap] = SERVICES
const drafts = imap === undefined ? [] : [{ ...draftOf(imap, ANNA), host: 'mail.typed.test' }]
const servers: ServersStep = { ...confirmed, step: 'servers', drafts, problem: null }
const saved = { account: ACCOUNT, secret: 'ready', record: 'as-saved' } as const

function storage(content: string | null = null): TabStorage {
  const kept = new Map(content === null ? [] : [['mailwright-state', content]])
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => kept.set(name, value),
    removeItem: (name) => kept.delete(name),
    clear: () => kept.clear(),
  }
}

const FORBIDDEN: TabStorage = {
  getItem: () => {
    throw new DOMException('no storage here', 'SecurityError')
  },
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError')
  },
  removeItem: () => {},
  clear: () => {},
}

function again(state: WizardState): WizardState | null {
  const tab = storage()
  keepState(tab, resumable(state))
  return takeKeptState(tab)
}

describe('a page that is loaded again', () => {
  test.each<readonly [string, WizardState, object]>([
    ['the address', { ...FIRST_STEP, text: 'anna@exa' }, { step: 'address', text: 'anna@exa' }],
    [
      'the address that is being looked up',
      { step: 'account', address: ANNA, discovery: null, picked: null },
      { step: 'address', text: ANNA.unicode },
    ],
    ['rows that are being typed', servers, { step: 'servers', drafts, setupId: null }],
    [
      'settings that were left for the address',
      { ...FIRST_STEP, text: ANNA.unicode, left: servers },
      { step: 'address', left: { drafts } },
    ],
    [
      'the settings under a password',
      { ...confirmed, step: 'sign-in', wants: 'password', because: null, passwords: 'two' },
      { step: 'servers', services: SERVICES, setupId: null },
    ],
    [
      'the settings of a test',
      { ...confirmed, step: 'test', lanes: [] },
      { step: 'servers', services: SERVICES, setupId: null },
    ],
    [
      'the settings of a result',
      { ...confirmed, step: 'result', lanes: [endedLane(IMAP)], saving: { state: 'idle' } },
      { step: 'servers', services: SERVICES, setupId: null },
    ],
    [
      'an end of what was being asked',
      {
        ...servers,
        discovery: discoveryWith({
          complete: false,
          sources: [{ source: 'ispdb', status: 'asking', code: null, durationMs: 0 }],
        }),
      },
      { discovery: { complete: true, sources: [] }, offer: null },
    ],
    ['the list of accounts', { ...servers, saved }, FIRST_STEP],
    ['the first step after the last', { step: 'done', account: ACCOUNT, leftOut: [] }, FIRST_STEP],
  ])('has %s', (_, state, kept) => {
    expect(again(state)).toMatchObject(kept)
  })
})

describe('what was left for it', () => {
  test.each(['', '{', 'nonsense', 'null', '[]', '{"step":"result"}', '{"step":"servers"}'])(
    'is not used where it is no good: %s',
    (content) => {
      expect(takeKeptState(storage(content))).toBeNull()
    },
  )

  test('is taken away', () => {
    const tab = storage()
    keepState(tab, FIRST_STEP)
    expect(takeKeptState(tab)).toEqual(FIRST_STEP)
    expect(takeKeptState(tab)).toBeNull()
  })

  test('is done without where the storage is forbidden', () => {
    expect(() => keepState(FORBIDDEN, FIRST_STEP)).not.toThrow()
    expect(takeKeptState(FORBIDDEN)).toBeNull()
  })
})
